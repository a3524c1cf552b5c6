namespace Remediator.Core.Tests.Policies;

/// <summary>Texts that are wrong in their groups, symbols or rules' newer keys, each with the code that it must raise, and where.</summary>
internal static class BadGroups
{
    private const string Head = PolicyText.Head;

    public static IEnumerable<(string Code, int Line, int Column, string Text)> All => [.. OfSelectors, .. OfNames, .. OfSymbols, .. OfRules, .. OfShadows];

    private static IEnumerable<(string, int, int, string)> OfSelectors =>
    [
        ("POL006", 9, 16, string.Concat(Enumerable.Range(0, 6).Select(i => $"  a{i}: {Deep($"a{i + 1}")}\n").Prepend($"{Head}groups:\n")) + "  a6: { name: x }\n"),
        ("POL020", 4, 16, Groups("web: { tags: [Tier] }")),
        ("POL020", 4, 16, Groups("web: { name: { a: b } }")),
        ("POL020", 4, 24, Groups("web: { tags: { Tier: { a: b } } }")),
        ("POL020", 4, 19, Groups("web: { default: [true] }")),
        ("POL021", 4, 10, Groups("web: { tag: { Tier: web } }")),
        ("POL024", 4, 10, Groups("web: { name: }")),
        ("POL024", 4, 24, Groups("web: { tags: { Tier: } }")),
        ("POL024", 4, 8, Groups("web: ~")),
        ("POL025", 4, 8, Groups("web: {}")),
        ("POL025", 4, 8, Groups("web: []")),
        ("POL025", 4, 16, Groups("web: { name: [] }")),
        ("POL025", 4, 16, Groups("web: { tags: {} }")),
        ("POL025", 4, 24, Groups("web: { tags: { Tier: [] } }")),
        ("POL027", 4, 19, Groups("web: { default: yes }")),
        ("POL027", 4, 20, Groups("web: { attached: 1 }")),
        ("POL029", 4, 16, Groups("web: { name: '' }")),
        ("POL029", 4, 14, Groups($"web: {{ id: {new string('a', 513)} }}")),
        ("POL029", 4, 18, Groups("web: { tags: { \"\\u202E\": x } }")),
        ("POL029", 4, 18, Groups($"web: {{ tags: {{ {new string('k', 129)}: x }} }}")),
        ("POL041", 18, 8, $"{Head}groups:\n  a0: {{ name: x }}\n{string.Concat(Enumerable.Range(1, 20).Select(i => $"  a{i}: [a{i - 1}, a{i - 1}]\n"))}"),
        .. new[] { "wbe", "Any", "all", "web-*", "group:web", "none" }.Select(name => ("POL060", 8, 11, PolicyText.OneRule("{ peer: internet }") + $"  groups: '{name}'\n")),
        ("POL060", 4, 8, Groups("web: wbe")),
        ("POL060", 4, 18, Groups("web: { except: wbe }")),
        .. new[] { "sg-", "sg-0a*", "sg-0 a" }.Select(id => ("POL064", 4, 8, Groups($"web: {id}"))),
        ("POL080", 4, 3, Groups("web: { name: x }")),
        ("POL080", 5, 3, $"{Head}groups:\n  a: {{ name: x }}\n  b: [a]\n"),
        .. Empty.Select(selector => ("POL081", 4, 8, Groups($"web: {selector}"))),
        ("POL081", 8, 11, PolicyText.OneRule("{ peer: internet }") + "  groups: { except: any }\n"),
    ];

    private static readonly string[] Empty =
    [
        "{ except: any }", "{ name: web, except: { name: 'w*' } }", "{ tags: { Tier: web }, except: { tags: { Tier: '*' } } }", "{ default: true, name: 'web-*' }", "{ default: false, name: default }",
        "{ account: prod }", "{ account: '12345' }", "{ id: 'web-*' }", "{ vpc: prod }", "[{ account: prod }, { vpc: prod }]", "{ name: 'a*', except: [default, { name: '*' }] }",
    ];

    private static IEnumerable<(string, int, int, string)> OfNames =>
    [
        .. new[] { "any", "default", "none", "self", "sg-0a" }.Select(name => ("POL036", 4, 3, Groups($"{name}: {{ name: x }}"))),
        ("POL029", 4, 3, Groups("1web: { name: x }")),
        ("POL036", 4, 3, $"{Head}networks:\n  foreign-prefix-list: 10.0.0.0/8\n"),
        ("POL036", 4, 3, $"{Head}networks:\n  pl-0a: 10.0.0.0/8\n"),
        ("POL037", 4, 8, Groups("web: web")),
        ("POL037", 5, 17, $"{Head}groups:\n  a: b\n  b: {{ except: [a] }}\n"),
        ("POL037", 5, 13, $"{Head}networks:\n  a: b\n  b: [self, a]\n"),
    ];

    private static IEnumerable<(string, int, int, string)> OfSymbols =>
    [
        .. new[] { "sg-0a", "pl-0a", "grop:web", "sg:0a", "itself" }.Select(peer => ("POL030", 7, 17, PolicyText.OneRule($"{{ peer: '{peer}' }}"))),
        ("POL060", 7, 17, PolicyText.OneRule("{ peer: 'group:web' }")),
        .. new[] { "group:", "group:sg-", "group:sg-0*", "prefix-list:", "prefix-list:pl-", "prefix-list:pl-0?", "prefix-list: a" }.Select(peer => ("POL064", 7, 17, PolicyText.OneRule($"{{ peer: '{peer}' }}"))),
        ("POL051", 4, 3, $"{Head}networks:\n  office: [203.0.113.0/24, self]\nrules: [{{ id: R1, name: n, why: w, deny: {{ peer: internet }} }}]\n"),
    ];

    private static IEnumerable<(string, int, int, string)> OfRules =>
    [
        ("POL020", 8, 11, PolicyText.OneRule("{ peer: internet }", "office")),
        ("POL020", 8, 12, PolicyText.OneRule("{ peer: internet }", "[office]")),
        ("POL021", 8, 13, PolicyText.OneRule("{ peer: internet }", "{ max-addresses: { ipv4: 1 } }")),
        ("POL025", 8, 11, PolicyText.OneRule("{ peer: internet }", "[]")),
        ("POL025", 7, 26, PolicyText.OneRule("{ max-addresses: {} }")),
        ("POL027", 8, 21, Rule("when-ledger-down: wait")),
        ("POL027", 8, 10, Rule("sweep: revoke")),
        .. new[] { "-1", "01", "+1", "1.5", "many", "4294967297", "" }.Select(number => ("POL061", 8, 26, Rule($"max-addresses: {{ ipv4: '{number}' }}"))),
        ("POL061", 8, 26, Rule("max-addresses: { ipv6: 9223372036854775808 }")),
        .. new[] { "soon", "2027-02-30", "2027-1-31", "31.01.2027", "2027-01-31T00:00" }.Select(date => ("POL062", 8, 11, Rule($"review: {date}"))),
        .. new[] { "1111", "11112222333a", "''", "[[111122223333]]" }.Select(account => ("POL063", 3, account[0] == '[' ? 16 : 15, $"{Head}organisation: {account}\n")),
        ("POL065", 8, 3, PolicyText.OneRule("{ max-addresses: { ipv4: 1 } }") + "  max-addresses: { ipv4: 2 }\n"),
        ("POL053", 4, 3, PolicyText.OneRule("{ peer: self }", "{ peer: [self, anywhere] }")),
        ("POL053", 4, 3, PolicyText.OneRule("{ service: [ssh, rdp], peer: foreign-prefix-list }", "[{ service: ssh, peer: foreign-prefix-list }, { service: rdp }]")),
        ("POL056", 8, 11, PolicyText.OneRule("{ peer: internet }", "{ peer: [self] }")),
        ("POL056", 8, 50, PolicyText.OneRule("{ service: ssh, peer: private }", "[{ peer: self }, { peer: 10.0.0.0/8 }, { service: rdp }]")),
        ("POL088", 4, 3, Rule("review: 2026-11-19")),
    ];

    private static IEnumerable<(string, int, int, string)> OfShadows =>
    [
        ("POL058", 5, 3, Two("deny: { peer: internet }", "deny: { service: ssh, peer: internet }, groups: { name: web }")),
        ("POL058", 5, 3, Two("deny: { peer: internet }, groups: { tags: { Tier: 'w*' } }", "deny: { peer: internet }, groups: { tags: { Tier: web } }")),
        ("POL058", 5, 3, Two("deny: { peer: [internet, self] }", "deny: { peer: self }")),
        ("POL058", 5, 3, Two("deny: { peer: internet, max-addresses: { ipv4: 16 } }", "deny: { peer: internet, max-addresses: { ipv4: 256 } }")),
        ("POL058", 5, 3, Two("deny: { peer: internet }, unless: { direction: ingress, peer: 203.0.113.0/24 }", "deny: { peer: internet }, unless: { direction: ingress, peer: 203.0.112.0/22 }")),
        ("POL093", 4, 3, $"{Head}rules:\n{string.Concat(Enumerable.Range(0, 3_000).Select(i => $"- {{ id: A{i}, name: n, why: w, deny: {{ service: tcp/{i} }} }}\n"))}"),
    ];

    private static string Groups(string group) => $"{Head}groups:\n  {group}\n";

    /// <summary>A selector within 50 others.</summary>
    private static string Deep(string selector) => $"{string.Concat(Enumerable.Repeat("{except: ", 50))}{selector}{new string('}', 50)}";

    private static string Rule(string key) => $"{PolicyText.OneRule("{ peer: internet }")}  {key}\n";

    private static string Two(string first, string second) => $"{Head}rules:\n- {{ id: A, name: n, why: w, {first} }}\n- {{ id: B, name: n, why: w, {second} }}\n";
}
