using Remediator.Policies.Checks;

namespace Remediator.Core.Tests.Policies;

/// <summary>What the linter keeps silent about: it says only what is sure.</summary>
public class LinterTests
{
    private const string Guarded = $"{PolicyText.Head}guardrails: {{ fight: {{ times: 3, minutes: 60 }} }}\n";

    public static TheoryData<string> Shadows =>
    [
        // Each pair: the first rule is wider in something, and yet the second one adds to it.
        Two("deny: { service: tcp }, groups: { name: web }", "deny: { service: ssh }"),
        Two("deny: { service: tcp }, groups: { name: 'a*' }", "deny: { service: ssh }, groups: { tags: { Tier: a } }"),
        Two("deny: { service: tcp, peer: internet, max-addresses: { ipv4: 256 } }", "deny: { service: ssh, peer: internet }"),
        Two("deny: { service: tcp, peer: internet, max-addresses: { ipv4: 256 } }", "deny: { service: ssh, peer: internet, max-addresses: { ipv4: 16 } }"),
        Two("deny: { service: tcp, peer: internet, max-addresses: { ipv4: 256 } }", "deny: { service: ssh, peer: internet, max-addresses: { ipv6: 16 } }"),
        Two("deny: { service: tcp, peer: anywhere }", "deny: { service: ssh, peer: self }"),
        Two("deny: { service: tcp }, unless: { peer: self }", "deny: { service: ssh }"),
        Two("deny: { service: tcp, peer: [anywhere, 'prefix-list:pl-0a'] }, unless: { peer: 203.0.113.0/24 }", "deny: { service: ssh, peer: 'prefix-list:pl-0a' }"),
        Two("deny: { service: tcp }, review: 2027-01-31", "deny: { service: ssh }"),
        Two("deny: { service: tcp }", "deny: { service: ssh }, when-ledger-down: act"),
        Two("deny: { service: tcp }", "deny: { service: ssh }, sweep: act"),
        Two("deny: { service: tcp }, unless: { direction: ingress, peer: private }", "deny: { service: ssh }, unless: { direction: ingress, peer: 10.0.0.0/8 }"),
    ];

    [Theory]
    [MemberData(nameof(Shadows))]
    public void Rule_that_adds_something_is_not_called_shadowed(string text) => AssertSilent(text);

    public static TheoryData<string> Baselines =>
    [
        // Different groups, different directions, exceptions, and rules that only look alike.
        "baselines: [{ group: { name: a }, egress: none }, { group: { tags: { Tier: a } }, egress: none }]",
        "baselines: [{ group: default, egress: none }, { group: { default: false }, egress: none }]",
        "baselines: [{ group: any, egress: none }, { group: default, ingress: none }]",
        "baselines: [{ group: any, missing: restore, ingress: [{ service: [tcp/1, tcp/3], peer: [anywhere, self, 'group:sg-0a', 'prefix-list:cdn'] }] }]",
        "baselines: [{ group: any, missing: notify, ingress: [{ service: tcp/1, peer: internet }] }]",
        "baselines: [{ group: any, extra: trim, ingress: none, egress: [{ service: dns, peer: anywhere }] }]",
        Ssh("peer: internet", "203.0.113.0/24", "unless: { peer: 203.0.112.0/22 }"),
        Ssh("peer: internet", "self"),
        Ssh("peer: anywhere", "self", "unless: { peer: self }"),
        Ssh("peer: anywhere", "'prefix-list:pl-0a'", "unless: { peer: 'prefix-list:pl-0a' }"),
        Ssh("peer: internet, max-addresses: { ipv4: 256 }", "203.0.113.0/24"),
        Ssh("direction: egress, peer: internet", "203.0.113.0/24"),
        Ssh("peer: internet", "203.0.113.0/24", "groups: { except: { name: db } }").Replace("group: any", "group: { name: db }", StringComparison.Ordinal),
        Ssh("peer: internet", "203.0.113.0/24", "groups: { name: web }").Replace("group: any", "group: { tags: { Tier: db } }", StringComparison.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Baselines))]
    public void Baseline_that_can_be_had_is_not_complained_of(string section) => AssertSilent(Guarded + (section.Contains("rules:", StringComparison.Ordinal) ? "" : "rules: [{ id: R, name: n, why: w, deny: { direction: ingress, service: telnet, peer: internet } }]\n") + section + "\n");

    public static TheoryData<string> Others =>
    [
        "rules: [{ id: R, name: n, why: w, action: trim, deny: { service: tcp } }]",
        "rules: [{ id: R, name: n, why: w, action: trim, deny: { peer: internet }, unless: { service: https } }]",
        "rules: [{ id: R, name: n, why: w, deny: { peer: 203.0.113.0/24, max-addresses: { ipv4: 255 } } }]",
        "rules: [{ id: R, name: n, why: w, deny: { peer: foreign-prefix-list, max-addresses: { ipv4: 256 } } }]",
        "rules: [{ id: R, name: n, why: w, review: 2026-11-20, deny: { service: tcp } }]",
        "rules: [{ id: R, name: n, why: w, deny: { service: tcp } }]\nbaselines: [{ group: { tags: { A: b } }, egress: none }]\nchanges: [{ groups: { name: web }, allow: { roles: [] }, closed: revert }]",
        "rules: [{ id: R, name: n, why: w, deny: { service: tcp } }]\nthreats: [{ response: close }, { types: 'Backdoor:*', severity: 8, response: block }, { types: 'Backdoor:*', severity: 8, response: block, hours: 12 }, { types: 'Backdoor:*', severity: 7, response: suspend }, { types: 'Trojan:EC2/*', severity: 3, response: isolate }]",
        "rules: [{ id: R, name: n, why: w, deny: { service: tcp } }]\ntests: [{ name: a, given: { service: ssh, peer: self }, expect: { verdict: violation, rules: [R] } }, { name: b, given: { service: tcp/22, peer: self }, expect: { verdict: violation, severity: high } }]",
        "rules: [{ id: R, name: n, why: w, deny: { service: tcp } }]\ntests: [{ name: a, given: { service: ssh, peer: self }, expect: { verdict: violation } }, { name: b, given: { service: ssh, peer: self, group: { tags: {} } }, expect: { verdict: compliant } }]",
    ];

    [Theory]
    [MemberData(nameof(Others))]
    public void Policy_that_is_as_it_should_be_is_not_complained_of(string sections) => AssertSilent($"{Guarded}{sections}\n");

    [Fact]
    public void Rule_for_both_directions_is_shadowed_only_when_both_are()
    {
        var text = Two("deny: { direction: ingress, service: tcp }", "deny: { service: ssh }, unless: { direction: egress, peer: 10.0.0.0/8 }");
        AssertSilent(text);
        Assert.Equal(["POL058"], PolicyText.Codes(PolicyText.Told(PolicyText.Read(text.Replace("direction: ingress, service", "service", StringComparison.Ordinal)))));
    }

    [Fact]
    public void Warnings_stand_in_the_order_of_the_file()
    {
        var told = PolicyText.Told(PolicyText.Read($"{PolicyText.Head}threats: [{{ response: notify }}, {{ response: close }}]\nrules: [{{ id: R, name: n, why: w, review: 2020-01-01, action: trim, deny: {{ peer: anywhere }} }}]\n"));
        Assert.Equal(["1 POL089", "3 POL097", "4 POL086", "4 POL088"], told.Select(d => $"{d.Place.Line} {d.Code}"));
    }

    [Fact]
    public void Day_of_the_review_is_still_in_time()
    {
        var policy = PolicyText.Good($"{PolicyText.Head}rules: [{{ id: R, name: n, why: w, review: 2026-11-20, deny: {{ service: tcp }} }}]\n");
        Assert.DoesNotContain("POL088", PolicyText.Codes(Linter.Check(policy, new(2026, 11, 20))));
        Assert.Contains("POL088", PolicyText.Codes(Linter.Check(policy, new(2026, 11, 21))));
    }

    private static void AssertSilent(string text) => Assert.Empty(PolicyText.Told(PolicyText.Read(text)));

    private static string Two(string first, string second) => $"{Guarded}rules:\n- {{ id: A, name: n, why: w, {first} }}\n- {{ id: B, name: n, why: w, {second} }}\n";

    private static string Ssh(string deny, string wanted, string more = "severity: high") =>
        $"rules: [{{ id: R, name: n, why: w, deny: {{ service: ssh, {deny} }}, {more} }}]\nbaselines: [{{ group: any, ingress: [{{ service: ssh, peer: {wanted} }}] }}]";
}
