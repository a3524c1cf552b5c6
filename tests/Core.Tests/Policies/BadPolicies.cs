using Remediator.Policies;

namespace Remediator.Core.Tests.Policies;

/// <summary>Texts that are wrong, each with the code that it must raise, and where. Other codes may stand beside it.</summary>
internal static class BadPolicies
{
    private const string Head = PolicyText.Head;
    private const string Rule = "rules: [{ id: R1, name: n, why: w, deny: { peer: internet } }]\n";

    public static IEnumerable<(string Code, int Line, int Column, string Text)> All => [.. OfText, .. OfShape, .. OfTerms, .. OfNames, .. Warnings, .. BadGroups.All, .. BadSections.All];

    private static IEnumerable<(string, int, int, string)> OfText =>
    [
        ("POL001", 1, 1, new string('#', PolicyReader.LargestText + 1)),
        ("POL001", 1, 1, new string('é', (PolicyReader.LargestText / 2) + 1)),
        ("POL002", 1, 1, "'unfinished"),
        ("POL002", 2, 5, $"version: 1\na: b: c\n{Rule}"),
        ("POL002", 2, 7, "version: 1\nmode: @observe\n"),
        ("POL002", 2, 7, "version: 1\nmode: \"\\q\"\n"),
        ("POL002", 2, 21, "version: 1\nprivate: [10.0.0.0/8, x\nmode: observe\n"),
        ("POL002", 1, 1, "}"),
        ("POL003", 2, 1, "rules:\n\t- id: R1\n"),
        ("POL003", 4, 1, "version: 1\nrules:\n  - id: R1\n\tname: n\n"),
        ("POL004", 1, 1, ""),
        ("POL004", 2, 1, "# only a comment\n"),
        ("POL004", 2, 2, "---\n"),
        ("POL004", 1, 1, "null"),
        ("POL005", 4, 1, $"{Head}rules: []\n---\nversion: 1\n"),
        ("POL006", 3, 71, $"{Head}rules: {new string('[', 100)}{new string(']', 100)}\n"),
        ("POL007", 2003, 8, $"{Head}{string.Concat(Enumerable.Range(0, 2_001).Select(i => $"n{i}: &a{i} x\n"))}"),
        ("POL008", 3, 10, $"{Head}private: *nobody\n"),
        ("POL008", 3, 14, $"{Head}private: &a [*a]\n"),
        ("POL009", 4, 5, $"{Head}rules:\n  - <<: {{ id: R1 }}\n    name: n\n"),
        ("POL010", 1, 10, "version: !!int 1\nmode: observe\n"),
        ("POL010", 2, 7, "version: 1\nmode: !enforce observe\n"),
        ("POL011", 3, 1, "version: 1\nmode: observe\nmode: enforce\n"),
        ("POL011", 1, 16, "{\"version\": 1, \"version\": 1}"),
        ("POL013", 3, 4, $"{Head}a: \uD800x\n"),
        ("POL013", 1, 1, "\uDC00"),
        ("POL014", 3, 4, $"{Head}a: \0x\n"),
        ("POL012", 3, 3, $"{Head}? [a]\n: b\n"),
        ("POL012", 3, 3, $"{Head}: b\n"),
    ];

    private static IEnumerable<(string, int, int, string)> OfShape =>
    [
        ("POL020", 1, 1, "just text"),
        ("POL020", 1, 1, "[a, list]"),
        ("POL020", 2, 7, "version: 1\nmode: [observe]\n"),
        ("POL020", 3, 11, $"{Head}networks: [office]\n"),
        ("POL020", 3, 11, $"{Head}services: ssh\n"),
        ("POL020", 3, 11, $"{Head}private: [[10.0.0.0/8]]\n"),
        ("POL020", 3, 10, $"{Head}private: {{ a: b }}\n"),
        ("POL020", 3, 8, $"{Head}rules: R1\n"),
        ("POL020", 3, 9, $"{Head}groups: [web]\n"),
        ("POL020", 3, 9, $"{Head}rules: [R1]\n"),
        ("POL020", 7, 9, PolicyText.OneRule("ssh")),
        ("POL020", 7, 18, PolicyText.OneRule("{ peer: [[10.0.0.0/8]] }")),
        ("POL020", 7, 17, PolicyText.OneRule("{ peer: { cidr: 10.0.0.0/8 } }")),
        ("POL020", 4, 18, $"{Head}rules:\n- {{ id: R1, why: [a], name: n, deny: {{ peer: internet }} }}\n"),
        ("POL021", 3, 1, $"{Head}rulez: []\n"),
        ("POL021", 4, 3, $"{Head}rules:\n- serverity: high\n"),
        ("POL021", 7, 11, PolicyText.OneRule("{ ports: 22, peer: internet }")),
        ("POL023", 1, 1, $"mode: observe\n{Rule}"),
        .. new[] { "id", "name", "deny", "why" }.Select(key => ("POL023", 3, 9, Head + Rule.Replace($"{key}: ", $"{key}-not: ", StringComparison.Ordinal))),
        ("POL024", 2, 1, "version: 1\nmode:\n"),
        ("POL024", 3, 1, $"{Head}networks: ~\n"),
        ("POL024", 7, 11, PolicyText.OneRule("{ peer: }")),
        ("POL024", 7, 18, PolicyText.OneRule("{ peer: [~] }")),
        ("POL025", 7, 17, PolicyText.OneRule("{ peer: [] }")),
        ("POL025", 7, 20, PolicyText.OneRule("{ service: [] }")),
        ("POL025", 7, 9, PolicyText.OneRule("{}")),
        ("POL025", 8, 11, PolicyText.OneRule("{ peer: internet }", "{}")),
        ("POL025", 4, 9, $"{Head}networks:\n  none: []\n"),
        .. new[] { "2", "1.0", "01", "one", "[1]" }.Select(version => ("POL026", 1, 10, $"version: {version}\nmode: observe\n{Rule}")),
        .. new[] { "on", "Enforce", "enforced", "no" }.Select(mode => ("POL027", 2, 7, $"version: 1\nmode: {mode}\n{Rule}")),
        ("POL027", 4, 13, $"{Head}rules:\n- severity: urgent\n"),
        ("POL027", 4, 11, $"{Head}rules:\n- action: delete\n"),
        ("POL027", 4, 14, $"{Head}rules:\n- undecided: trim\n"),
        ("POL027", 4, 9, $"{Head}rules:\n- mode: off\n"),
        ("POL027", 7, 22, PolicyText.OneRule("{ direction: inbound }")),
        ("POL029", 4, 7, $"{Head}rules:\n- id: has spaces\n"),
        ("POL029", 4, 7, $"{Head}rules:\n- id: {new string('a', 65)}\n"),
        ("POL029", 4, 9, $"{Head}rules:\n- name: ''\n"),
        ("POL029", 4, 8, $"{Head}rules:\n- why: {new string('a', 1_001)}\n"),
        ("POL029", 4, 8, $"{Head}rules:\n- why: \"a\\u202Eb\"\n"),
        ("POL029", 4, 14, $"{Head}rules:\n- controls: [\"\\u0007\"]\n"),
    ];


    private static IEnumerable<(string, int, int, string)> OfTerms =>
    [
        .. new[] { "nobody", "Internet", "any", "ofice", "NO" }.Select(peer => ("POL030", 7, 17, PolicyText.OneRule($"{{ peer: {peer} }}"))),
        .. new[] { "shh", "SSH", "any", "yes" }.Select(service => ("POL031", 7, 20, PolicyText.OneRule($"{{ service: {service} }}"))),
        .. new[] { "10.0.0.300/8", "10.0.0.0/33", "10.0.0.0/08", "10.0.0/8", "010.0.0.0/8", "0x0a.0.0.0/8", "10.0.0.0/", "10.0.0.0/-1", "0.0.0.0", "1_0.0.0.0/8", "10.0.0.0 /8", "10.0.0.0-10.0.0.9", "office/24" }
            .Select(peer => ("POL032", 7, 17, PolicyText.OneRule($"{{ peer: {peer} }}"))),
        .. new[] { "2001:db8::/129", "2001:db8:::/32", "fe80::1%eth0/64", "'::'", "host:80" }.Select(peer => ("POL032", 7, 17, PolicyText.OneRule($"{{ peer: {peer} }}"))),
        ("POL032", 3, 11, $"{Head}private: [office]\n{Rule}"),
        ("POL032", 3, 10, $"{Head}private: internet\n{Rule}"),
        .. new[] { "tcp/", "tcp/65536", "tcp/22-20", "tcp/022", "tcp/0x16", "tcp/1_000", "tcp/22-", "tcp/-22", "tcp/ssh", "tcp/22/23", "'tcp/22,80'", "tcp/+22", "'tcp/22 '", "esp/1", "47/1" }
            .Select(service => ("POL033", 7, 20, PolicyText.OneRule($"{{ service: {service} }}"))),
        .. new[] { "tpc/22", "22/tcp", "/22", "256", "3389", "mysql/3306", "06/22", "99999999999", "1e1", "4.5" }.Select(service => ("POL034", 7, 20, PolicyText.OneRule($"{{ service: {service} }}"))),
        .. new[] { "icmp/256", "icmp/8/256", "icmp/8/0/0", "icmp/", "icmpv6/echo", "icmp/-1", "icmp/08" }.Select(service => ("POL035", 7, 20, PolicyText.OneRule($"{{ service: {service} }}"))),
        ("POL038", 3, 10, $"{Head}private: 0.0.0.0/0\n{Rule}"),
        ("POL038", 3, 10, $"{Head}private: ['::/1', '8000::/1']\n{Rule}"),
    ];

    private static IEnumerable<(string, int, int, string)> OfNames =>
    [
        .. new[] { "1office", "of fice", "-a", "10.0.0.0/8", new string('a', 65), "\"a\\nb\"" }.Select(name => ("POL029", 4, 3, $"{Head}networks:\n  {name}: 10.0.0.0/8\n")),
        .. new[] { "anywhere", "internet", "private", "self", "sg-0a" }.Select(name => ("POL036", 4, 3, $"{Head}networks:\n  {name}: 10.0.0.0/8\n")),
        .. new[] { "all", "ssh", "tcp", "esp", "TCP" }.Select(name => ("POL036", 4, 3, $"{Head}services:\n  {name}: tcp/1\n")),
        ("POL037", 4, 6, $"{Head}networks:\n  a: a\n"),
        ("POL037", 5, 12, $"{Head}services:\n  a: b\n  b: [ssh, a]\n"),
        ("POL037", 68, 8, $"{Head}networks:\n{string.Concat(Enumerable.Range(0, 70).Select(i => $"  n{i:D2}: n{i + 1:D2}\n"))}  n70: 10.0.0.0/8\n"),
        ("POL037", 68, 8, $"{Head}networks:\n  n00: 10.0.0.0/8\n{string.Concat(Enumerable.Range(1, 70).Select(i => $"  n{i:D2}: n{i - 1:D2}\n"))}"),
        ("POL040", 5, 7, $"{Head}rules:\n- id: R1\n- id: R1\n"),
        ("POL041", 8, 11, TooComplex),
        ("POL059", 1002, 1, Head + string.Concat(Enumerable.Range(0, 1_500).Select(i => $"k{i:D4}: x\n"))),
    ];

    private static IEnumerable<(string, int, int, string)> Warnings =>
    [
        ("POL050", 7, 17, PolicyText.OneRule("{ peer: 100.68.0.18/18 }")),
        ("POL050", 7, 17, PolicyText.OneRule("{ peer: '2001:db8::1/64' }")),
        ("POL050", 3, 11, $"{Head}private: [198.51.100.1/24]\n{Rule}"),
        ("POL051", 4, 3, $"{Head}networks:\n  office: 203.0.113.0/24\n{Rule}"),
        ("POL051", 5, 3, $"{Head}networks:\n  office: 203.0.113.0/24\n  all-of-us: [office]\n{Rule}"),
        ("POL052", 4, 3, $"{Head}services:\n  app: tcp/8000\n{Rule}"),
        ("POL053", 4, 3, PolicyText.OneRule("{ service: ssh, peer: 203.0.113.0/24 }", "{ peer: anywhere }")),
        ("POL053", 4, 3, PolicyText.OneRule("{ service: ssh, peer: [0.0.0.0/1, 128.0.0.0/1] }", "{ service: tcp, peer: 0.0.0.0/0 }")),
        ("POL054", 1, 1, Head),
        ("POL054", 3, 1, $"{Head}rules: []\n"),
        ("POL054", 1, 1, $"{Head}sweep: notify\n"),
        ("POL055", 1, 1, $"version: 1\n{Rule}"),
        ("POL056", 8, 11, PolicyText.OneRule("{ service: ssh, peer: internet }", "{ service: https }")),
        ("POL056", 8, 11, PolicyText.OneRule("{ direction: ingress, peer: internet }", "{ direction: egress }")),
        .. new[] { "22", "80", "25", "255", "0" }.Select(number => ("POL057", 7, 20, PolicyText.OneRule($"{{ service: {number} }}"))),
        ("POL058", 4, 3, $"{Head}rules:\n- {{ id: A, name: n, why: w, deny: {{ service: ssh, peer: internet }} }}\n- {{ id: B, name: n, why: w, deny: {{ service: tcp, peer: anywhere }} }}\n"),
        ("POL058", 5, 3, $"{Head}rules:\n- {{ id: A, name: n, why: w, deny: {{ service: ssh, peer: internet }} }}\n- {{ id: B, name: n, why: w, deny: {{ service: ssh, peer: internet }} }}\n"),
    ];

    /// <summary>5,000 separate ports without 5,000 separate addresses: 50 million pieces if it were computed.</summary>
    private static string TooComplex => PolicyText.OneRule(
        $"{{ service: [{string.Join(", ", Enumerable.Range(0, 5_000).Select(i => $"tcp/{2 * i}"))}] }}",
        $"{{ peer: [{string.Join(", ", Enumerable.Range(0, 5_000).Select(i => $"203.{i / 128}.{2 * (i % 128)}.0/24"))}] }}");
}
