namespace Remediator.Core.Tests.Policies;

/// <summary>Texts that are wrong in the sections besides rules, each with the code that it must raise, and where. In each, the line
/// that matters is the third.</summary>
internal static class BadSections
{
    private const string Head = PolicyText.Head;
    private const string Rules = "rules: [{ id: R1, name: n, why: w, deny: { service: ssh, peer: internet } }]\n";

    public static IEnumerable<(string Code, int Line, int Column, string Text)> All =>
        [.. OfBaselines, .. OfChanges, .. OfRequirements, .. OfLimits, .. OfThreats, .. OfTests, .. OfGivens, .. Warnings, .. TestWarnings];

    private static IEnumerable<(string, int, int, string)> OfBaselines =>
    [
        ("POL020", 3, 12, Line("baselines: none")),
        ("POL025", 3, 12, Line("baselines: []")),
        ("POL021", 3, 27, Line("baselines: [{ group: any, inbound: none }]")),
        ("POL023", 3, 13, Line("baselines: [{ egress: none }]")),
        ("POL023", 3, 13, Line("baselines: [{ group: any }]")),
        ("POL024", 3, 27, Line("baselines: [{ group: any, egress: }]")),
        ("POL065", 3, 27, Line("baselines: [{ group: any, groups: any, egress: none }]")),
        ("POL060", 3, 22, Line("baselines: [{ group: web, egress: none }]")),
        ("POL025", 3, 35, Line("baselines: [{ group: any, egress: [] }]")),
        ("POL027", 3, 35, Line("baselines: [{ group: any, egress: nothing }]")),
        ("POL023", 3, 36, Line("baselines: [{ group: any, egress: [{ service: ssh }] }]")),
        ("POL023", 3, 36, Line("baselines: [{ group: any, egress: [{ peer: self }] }]")),
        ("POL021", 3, 38, Line("baselines: [{ group: any, egress: [{ port: 1 }] }]")),
        ("POL031", 3, 47, Line("baselines: [{ group: any, egress: [{ service: shh, peer: self }] }]")),
        ("POL030", 3, 58, Line("baselines: [{ group: any, egress: [{ service: ssh, peer: nobody }] }]")),
        ("POL062", 3, 72, Line("baselines: [{ group: any, egress: [{ service: ssh, peer: self, review: soon }] }]")),
        ("POL029", 3, 42, Line("baselines: [{ group: any, egress: [{ id: 1, service: ssh, peer: self }] }]")),
        ("POL027", 3, 48, Line("baselines: [{ group: any, egress: none, extra: delete }]")),
        ("POL027", 3, 50, Line("baselines: [{ group: any, egress: none, missing: revoke }]")),
        ("POL027", 3, 51, Line("baselines: [{ group: any, egress: none, severity: none }]")),
        ("POL027", 3, 47, Line("baselines: [{ group: any, egress: none, mode: off }]")),
        ("POL029", 3, 46, Line("baselines: [{ group: any, egress: none, why: '' }]")),
        ("POL040", 4, 45, Line($"{Rules}baselines: [{{ group: any, egress: none, id: R1 }}]")),
        ("POL040", 4, 14, $"{Head}baselines: [{{ group: any, egress: none }}, \n             {{ group: any, ingress: none }}]\n"),
        ("POL068", 4, 37, Line($"{Rules}baselines: [{{ group: any, ingress: [{{ service: tcp/20-25, peer: 203.0.113.0/24 }}] }}]")),
        ("POL068", 4, 37, Line("rules: [{ id: R1, name: n, why: w, deny: { service: ssh, peer: 'group:sg-0a' } }]\nbaselines: [{ group: any, ingress: [{ service: ssh, peer: 'group:sg-0a' }] }]")),
        ("POL068", 4, 37, Line("rules: [{ id: R1, name: n, why: w, deny: { service: ssh, peer: anywhere } }]\nbaselines: [{ group: any, ingress: [{ service: ssh, peer: self }] }]")),
        ("POL068", 4, 37, Line("rules: [{ id: R1, name: n, why: w, deny: { service: ssh, peer: anywhere } }]\nbaselines: [{ group: any, ingress: [{ service: ssh, peer: 'prefix-list:pl-0a' }] }]")),
        ("POL068", 4, 37, Line("rules: [{ id: R1, name: n, why: w, deny: { peer: private, max-addresses: { ipv4: 255 } } }]\nbaselines: [{ group: any, ingress: [{ service: ssh, peer: 10.0.0.0/24 }] }]")),
    ];

    private static IEnumerable<(string, int, int, string)> OfChanges =>
    [
        ("POL023", 3, 11, Line("changes: [{ groups: any }]")),
        ("POL025", 3, 20, Line("changes: [{ allow: {} }]")),
        ("POL021", 3, 22, Line("changes: [{ allow: { role: x } }]")),
        ("POL060", 3, 21, Line("changes: [{ groups: web, allow: { roles: [] } }]")),
        ("POL027", 3, 43, Line("changes: [{ allow: { roles: [] }, opened: restore }]")),
        ("POL027", 3, 43, Line("changes: [{ allow: { roles: [] }, closed: yes }]")),
        ("POL029", 3, 39, Line("changes: [{ allow: { roles: [] }, id: '1' }]")),
        .. new[] { "terraform-*", "arn:aws:sts::111122223333:assumed-role/deploy/*", "arn:aws:iam::111122223333:user/ann" }.Select(role => ("POL067", 3, 30, Line($"changes: [{{ allow: {{ roles: ['{role}'] }} }}]"))),
        ("POL067", 3, 30, Line("changes: [{ allow: { users: [ann] } }]")),
        ("POL067", 3, 33, Line("changes: [{ allow: { services: [cloudformation] } }]")),
    ];

    private static IEnumerable<(string, int, int, string)> OfRequirements =>
    [
        ("POL023", 3, 16, Line("requirements: [{ name: n, group: { name: x } }]")),
        ("POL023", 3, 16, Line("requirements: [{ id: D1, group: { name: x } }]")),
        ("POL023", 3, 16, Line("requirements: [{ id: D1, name: n }]")),
        ("POL025", 3, 42, Line("requirements: [{ id: D1, name: n, group: {} }]")),
        ("POL023", 3, 47, Line("requirements: [{ id: D1, name: n, permission: { direction: egress } }]")),
        ("POL021", 3, 44, Line("requirements: [{ id: D1, name: n, group: { tag: x } }]")),
        ("POL020", 3, 50, Line("requirements: [{ id: D1, name: n, group: { name: [a] } }]")),
        ("POL027", 3, 57, Line("requirements: [{ id: D1, name: n, permission: { review: name } }]")),
        ("POL027", 3, 57, Line("requirements: [{ id: D1, name: n, permission: { review: 'tag:' } }]")),
        ("POL020", 3, 57, Line("requirements: [{ id: D1, name: n, permission: { review: [tag] } }]")),
        ("POL029", 3, 57, Line("requirements: [{ id: D1, name: n, permission: { tags: { 'Owner*': x } } }]")),
        ("POL029", 3, 52, Line("requirements: [{ id: D1, name: n, group: { tags: { 'Owner?': x } } }]")),
        ("POL040", 4, 22, $"{Head}{Rules}requirements: [{{ id: R1, name: n, group: {{ name: x }} }}]\n"),
    ];

    private static IEnumerable<(string, int, int, string)> OfLimits =>
    [
        ("POL025", 3, 10, Line("waivers: {}")),
        ("POL021", 3, 12, Line("waivers: { hours: 1 }")),
        .. new[] { "0", "87601", "-1", "1h", "1.5", "010" }.Select(hours => ("POL061", 3, 23, Line($"waivers: {{ max-hours: {hours} }}"))),
        ("POL061", 3, 29, Line("waivers: { emergency-hours: 25 }")),
        ("POL027", 3, 41, Line("waivers: { approver-differs-from-actor: yes }")),
        .. new[] { "24", "/33", "/-1", "/024", "'/'" }.Select(length => ("POL061", 3, 20, Line($"waivers: {{ widest: {length} }}"))),
        ("POL061", 3, 28, Line("waivers: { widest: { ipv6: /129 } }")),
        ("POL025", 3, 20, Line("waivers: { widest: {} }")),
        ("POL025", 3, 13, Line("guardrails: {}")),
        ("POL025", 3, 37, Line("guardrails: { revocations-per-hour: {} }")),
        ("POL061", 3, 46, Line("guardrails: { revocations-per-hour: { group: 0 } }")),
        ("POL061", 3, 46, Line("guardrails: { revocations-per-hour: { group: 5001 } }")),
        ("POL021", 3, 39, Line("guardrails: { revocations-per-hour: { groups: 1 } }")),
        ("POL023", 3, 22, Line("guardrails: { fight: { times: 3 } }")),
        ("POL061", 3, 31, Line("guardrails: { fight: { times: 1, minutes: 60 } }")),
        ("POL060", 3, 26, Line("guardrails: { protected: web }")),
        ("POL023", 3, 20, Line("notices: { digest: { after: 3 } }")),
        ("POL061", 3, 41, Line("notices: { digest: { after: 3, minutes: 0 } }")),
        ("POL027", 3, 22, Line("notices: { at-least: all }")),
        ("POL027", 3, 8, Line("sweep: revoke")),
        ("POL063", 3, 16, Line("organisation: [1111]")),
    ];

    private static IEnumerable<(string, int, int, string)> OfThreats =>
    [
        ("POL023", 3, 11, Line("threats: [{ types: ['*'] }]")),
        ("POL027", 3, 23, Line("threats: [{ response: kill }]")),
        ("POL025", 3, 20, Line("threats: [{ types: [], response: close }]")),
        .. new[] { "11", "-1", "high", "1e1", "'7,5'" }.Select(severity => ("POL061", 3, 23, Line($"threats: [{{ severity: {severity}, response: close }}]"))),
        ("POL023", 3, 11, Line("threats: [{ severity: 7, response: suspend }]")),
        ("POL023", 3, 11, Line("threats: [{ types: 'Backdoor:*', response: suspend }]")),
        ("POL071", 3, 20, Line("threats: [{ types: '*', severity: 8, response: suspend }]")),
        ("POL023", 3, 11, Line("threats: [{ severity: 7, response: isolate }]")),
        ("POL023", 3, 11, Line("threats: [{ types: 'Backdoor:*', response: isolate }]")),
        ("POL071", 3, 20, Line("threats: [{ types: '*', severity: 8, response: isolate }]")),
        ("POL023", 3, 11, Line("threats: [{ severity: 7, response: block }]")),
        ("POL023", 3, 11, Line("threats: [{ types: 'Backdoor:*', response: block }]")),
        ("POL071", 3, 20, Line("threats: [{ types: '*', severity: 8, response: block }]")),
        ("POL071", 3, 20, Line("threats: [{ types: ['Backdoor:*', '*:*/*'], severity: 8, response: block }]")),
        ("POL071", 3, 44, Line("threats: [{ types: 'Backdoor:*', severity: 6.9, response: suspend }]")),
        ("POL024", 3, 13, Line("threats: [{ types: , response: block }]")),
        ("POL070", 3, 65, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: notify, hours: 1 }]")),
        ("POL070", 3, 64, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: close, hours: 1 }]")),
        ("POL070", 3, 66, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: isolate, hours: 1 }]")),
        ("POL070", 3, 66, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: suspend, cut-connections: true }]")),
        ("POL070", 3, 64, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: block, cut-connections: true }]")),
        ("POL070", 3, 66, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: isolate, acl-numbers: 1-99 }]")),
        ("POL070", 3, 66, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: suspend, most-in-acl: 1 }]")),
        ("POL070", 3, 64, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: close, most-an-hour: 1 }]")),
        ("POL061", 3, 73, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: suspend, hours: 0 }]")),
        ("POL061", 3, 71, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: block, hours: 721 }]")),
        ("POL061", 3, 73, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: suspend, hours: day }]")),
        ("POL061", 3, 77, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: block, most-in-acl: 41 }]")),
        ("POL061", 3, 77, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: block, most-in-acl: 0 }]")),
        ("POL061", 3, 80, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: isolate, most-an-hour: 5001 }]")),
        ("POL061", 3, 77, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: block, acl-numbers: 0-9 }]")),
        ("POL061", 3, 77, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: block, acl-numbers: 9-1 }]")),
        ("POL061", 3, 77, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: block, acl-numbers: 1-32767 }]")),
        ("POL061", 3, 77, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: block, acl-numbers: '7' }]")),
        ("POL061", 3, 77, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: block, acl-numbers: 01-9 }]")),
        ("POL061", 3, 77, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: block, acl-numbers: { from: 9, to: 1 } }]")),
        ("POL061", 3, 85, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: block, acl-numbers: { from: 0, to: 9 } }]")),
        ("POL023", 3, 77, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: block, acl-numbers: { from: 1 } }]")),
        ("POL021", 3, 95, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: block, acl-numbers: { from: 1, to: 9, by: 1 } }]")),
        ("POL020", 3, 77, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: block, acl-numbers: [1, 99] }]")),
        ("POL027", 3, 83, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: isolate, cut-connections: maybe }]")),
        ("POL021", 3, 64, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: block, hour: 1 }]")),
        ("POL031", 3, 19, Line("public-services: [shh]")),
        ("POL025", 3, 18, Line("public-services: []")),
        ("POL024", 3, 1, Line("public-services:")),
    ];

    private static IEnumerable<(string, int, int, string)> OfTests =>
    [
        ("POL023", 3, 9, Line("tests: [{ given: { service: ssh, peer: self }, expect: { verdict: violation } }]")),
        ("POL023", 3, 9, Line("tests: [{ name: n, expect: { verdict: violation } }]")),
        ("POL023", 3, 9, Line("tests: [{ name: n, given: { service: ssh, peer: self } }]")),
        ("POL023", 3, 65, Line("tests: [{ name: n, given: { service: ssh, peer: self }, expect: { rules: [] } }]")),
        ("POL027", 3, 76, Line("tests: [{ name: n, given: { service: ssh, peer: self }, expect: { verdict: denied } }]")),
        ("POL021", 3, 67, Line("tests: [{ name: n, given: { service: ssh, peer: self }, expect: { result: denied } }]")),
        ("POL069", 3, 99, Line("tests: [{ name: n, given: { service: ssh, peer: self }, expect: { verdict: violation, remainder: [tcp/22] } }]")),
        ("POL027", 3, 95, Line("tests: [{ name: n, given: { service: ssh, peer: self }, expect: { verdict: violation, action: close } }]")),
    ];

    private static IEnumerable<(string, int, int, string)> OfGivens =>
    [
        ("POL023", 3, 27, Given("peer: self")),
        ("POL023", 3, 27, Given("service: ssh")),
        ("POL066", 3, 29, Given("service: rdp, peer: self")),
        ("POL066", 3, 29, Given("service: [tcp/1, tcp/3], peer: self")),
        .. new[] { "internet", "office", "[self]", "anywhere" }.Select(peer => ("POL066", 3, 49, Given($"service: ssh, peer: {peer}"))),
        ("POL032", 3, 49, Given("service: ssh, peer: 10.0.0.0/33")),
        ("POL060", 3, 49, Given("service: ssh, peer: 'group:web'")),
        ("POL060", 3, 49, Given("service: ssh, peer: 'group:any'")),
        ("POL021", 3, 51, Given("service: ssh, peer: { name: x }")),
        ("POL066", 3, 84, Given("service: ssh, peer: self, also: [{ service: ssh, peer: 'group:web' }]")),
        ("POL023", 3, 62, Given("service: ssh, peer: self, also: [{ service: ssh }]")),
        ("POL060", 3, 68, Given("service: ssh, peer: self, group: { is: web }")),
        ("POL060", 3, 68, Given("service: ssh, peer: self, group: { is: default }")),
        ("POL064", 3, 68, Given("service: ssh, peer: self, group: { id: web }")),
        ("POL063", 3, 73, Given("service: ssh, peer: self, group: { account: '1' }")),
        ("POL020", 3, 70, Given("service: ssh, peer: self, group: { tags: [a] }")),
        ("POL025", 3, 62, Given("service: ssh, peer: self, group: {}")),
        ("POL020", 3, 69, Given("service: ssh, peer: self, prefix-lists: [pl-0a]")),
        ("POL064", 3, 71, Given("service: ssh, peer: self, prefix-lists: { web: 10.0.0.0/8 }")),
        ("POL032", 3, 79, Given("service: ssh, peer: self, prefix-lists: { pl-0a: [office] }")),
        ("POL063", 3, 87, Given("service: ssh, peer: self, prefix-lists: { pl-0a: { owner: amazon, entries: [] } }")),
        ("POL023", 3, 78, Given("service: ssh, peer: self, prefix-lists: { pl-0a: { owner: AWS } }")),
    ];

    private static IEnumerable<(string, int, int, string)> Warnings =>
    [
        ("POL051", 4, 3, $"{Head}networks:\n  office: 203.0.113.0/24\n{Rules}tests: [{{ name: n, given: {{ service: ssh, peer: self, prefix-lists: {{ pl-0a: 10.0.0.0/8 }} }}, expect: {{ verdict: violation }} }}]\n"),
        ("POL052", 4, 3, $"{Head}services:\n  app: tcp/8000\n{Rules}tests: [{{ name: n, given: {{ service: app, peer: self }}, expect: {{ verdict: compliant }} }}]\n"),
        ("POL080", 4, 3, $"{Head}groups:\n  web: {{ name: web }}\n{Rules}tests: [{{ name: n, given: {{ service: ssh, peer: 'group:web' }}, expect: {{ verdict: compliant }} }}]\n"),
        ("POL081", 3, 26, Line("guardrails: { protected: { except: any } }")),
        ("POL082", 3, 9, Line("rules: [{ id: R1, name: n, why: w, deny: { peer: 203.0.113.0/24, max-addresses: { ipv4: 256 } } }]")),
        ("POL082", 3, 9, Line("rules: [{ id: R1, name: n, why: w, deny: { peer: '2001:db8::/63', max-addresses: { ipv6: 2 } } }]")),
        ("POL083", 4, 3, $"{Head}baselines: [{{ group: any, egress: none }},\n  {{ group: {{ name: web }}, egress: none }}]\n"),
        ("POL083", 6, 3, $"{Head}groups: {{ web: {{ name: web }} }}\nbaselines:\n- {{ id: A, group: web, ingress: none }}\n- {{ id: B, group: web, ingress: none, egress: none }}\n"),
        ("POL084", 4, 37, Line($"{Rules}baselines: [{{ group: any, ingress: [{{ service: ssh, peer: 'prefix-list:pl-0a' }}] }}]")),
        ("POL084", 4, 37, Line("rules: [{ id: R1, name: n, why: w, mode: observe, deny: { service: ssh, peer: internet } }]\nbaselines: [{ group: any, ingress: [{ service: ssh, peer: 203.0.113.0/24 }] }]")),
        ("POL084", 4, 37, Line("rules: [{ id: R1, name: n, why: w, groups: { name: x }, deny: { service: ssh, peer: internet } }]\nbaselines: [{ group: any, ingress: [{ service: ssh, peer: 203.0.113.0/24 }] }]")),
        ("POL085", 3, 55, Line("baselines: [{ group: any, missing: restore, ingress: [{ service: tcp/1, peer: internet }] }]")),
        ("POL085", 3, 55, Line("baselines: [{ group: any, missing: restore, ingress: [{ service: tcp/1, peer: foreign-prefix-list }] }]")),
        ("POL086", 3, 9, Line("rules: [{ id: R1, name: n, why: w, action: trim, deny: { peer: internet } }]")),
        ("POL086", 3, 13, Line("baselines: [{ group: any, egress: none, extra: trim }]")),
        ("POL088", 3, 37, Line("baselines: [{ group: any, ingress: [{ service: tcp/1, peer: self, review: 2026-11-19 }] }]")),
        ("POL089", 1, 1, Head + Rules),
        ("POL090", 3, 11, Line("changes: [{ allow: { roles: [] }, closed: revert }]")),
        ("POL090", 4, 11, Line("baselines: [{ group: default, egress: none }]\nchanges: [{ groups: { default: false }, allow: { roles: [] }, closed: revert }]")),
        ("POL096", 3, 21, Line("threats: [{ types: [SSHBruteForce, '*BruteForce'], response: close }]")),
        ("POL096", 3, 20, Line("threats: [{ types: 'UnauthorizedAccess:EC2', response: close }]")),
        ("POL095", 3, 64, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: block, acl-numbers: 1-7 }]")),
        ("POL095", 3, 80, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: block, most-in-acl: 2, acl-numbers: { from: 100, to: 200 } }]")),
        ("POL097", 3, 11, Line("threats: [{ types: 'Backdoor:*', severity: 5, response: notify },\n  { types: ['Trojan:*', 'Backdoor:*'], response: close }]")),
        ("POL097", 4, 3, Line("threats: [{ types: 'Backdoor:*', response: close },\n  { types: 'Backdoor:EC2/*', response: close }]")),
        ("POL097", 3, 11, Line("threats: [{ response: close, types: 'Backdoor:EC2/*', severity: 8 },\n  { types: 'Backdoor:*', severity: 7, response: suspend }]")),
        ("POL097", 4, 3, Line("threats: [{ types: 'Backdoor:*', severity: 7, response: block },\n  { types: 'Backdoor:*', severity: 7, response: block, hours: 24 }]")),
        ("POL093", 3, 11, Line($"threats: [{string.Join(", ", Enumerable.Range(0, 300).Select(i => $"{{ types: '{new string('a', 400)}{i}:*', response: close }}"))}]")),
    ];

    private static IEnumerable<(string, int, int, string)> TestWarnings =>
    [
        ("POL087", 6, 3, Tests("expect: { verdict: violation }", "expect: { verdict: compliant }")),
        ("POL087", 6, 3, Tests("expect: { verdict: violation, rules: [R1] }", "expect: { verdict: violation, rules: [R1, R2] }")),
        ("POL087", 5, 3, Tests("expect: { verdict: compliant, rules: [R1] }", "expect: { verdict: compliant }")),
        ("POL092", 6, 3, Tests("expect: { verdict: violation }", "expect: { verdict: violation, rules: [R2] }")),
    ];

    private static string Line(string line) => $"{Head}{line}\n";

    private static string Given(string given) => Line($"tests: [{{ name: n, given: {{ {given} }}, expect: {{ verdict: violation }} }}]");

    private static string Tests(string first, string second) =>
        $"{Head}{Rules}tests:\n- {{ name: one, given: {{ service: ssh, peer: 0.0.0.0/0 }}, {first} }}\n- {{ name: two, given: {{ service: tcp/22, peer: 0.0.0.0/0 }}, {second} }}\n";
}
