using System.Diagnostics;
using Remediator.Policies;

namespace Remediator.Core.Tests.Policies;

/// <summary>Texts made to be slow, deep or large: each is answered in bounded time, with a code that says which bound it met.</summary>
public class PolicyLimitTests(ITestOutputHelper output)
{
    private const string Head = PolicyText.Head;

    /// <summary>Seconds for any text of at most 4 MiB, wide enough for a busy machine; unbounded work would take hours.</summary>
    private const double Longest = 60;

    public static TheoryData<string, string> Texts => new()
    {
        { "POL007", $"{Head}a: &a [x,x,x,x,x,x,x,x,x]\n{string.Concat(Enumerable.Range('b', 20).Select(c => $"{(char)c}: &{(char)c} [{string.Join(',', Enumerable.Repeat($"*{(char)(c - 1)}", 9))}]\n"))}" },
        { "POL007", $"{Head}rules: [{string.Join(',', Enumerable.Repeat("a", 450_000))}]" },
        { "POL007", $"{Head}rules: &a [{string.Join(',', Enumerable.Range(0, 900).Select(_ => "x"))}]\nnetworks: [{string.Join(',', Enumerable.Repeat("*a", 1_500))}]" },
        { "POL008", $"{Head}private: &a {{ a: [*a, *a] }}" },
        { "POL006", $"{Head}rules: {new string('[', 200_000)}" },
        { "POL006", $"{Head}rules: {string.Concat(Enumerable.Repeat("{a: ", 100_000))}" },
        { "POL006", string.Concat(Enumerable.Range(0, 200).Select(i => new string(' ', i) + "a:\n")) },
        { "POL006", string.Concat(Enumerable.Repeat("- ", 200_000)) },
        { "POL006", string.Concat(Enumerable.Repeat("? ", 200_000)) },
        { "POL002", "version: \"" + new string('x', 1_000_000) },
        { "POL012", "? [" + string.Join(',', Enumerable.Repeat("a", 50_000)) + "]\n: b\n" },
        { "POL002", new string('k', 1_000_000) + ": x\n" },
        { "POL021", "{" + string.Join(',', Enumerable.Range(0, 45_000).Select(i => $"\"versoin{i}\": 1")) + "}" },
        { "POL030", Rule(string.Join(',', Enumerable.Range(0, 60_000).Select(i => $"offce{i}"))) },
        { "POL032", Rule(string.Join(',', Enumerable.Range(0, 60_000).Select(i => $"1.2.3.{i}/99"))) },
        { "POL030", $"{Head}networks:\n{string.Concat(Enumerable.Range(0, 30_000).Select(i => $"  offce{i}: off{i}\n"))}" },
        { "POL037", $"{Head}networks:\n{string.Concat(Enumerable.Range(0, 30_000).Select(i => $"  n{i}: n{i + 1}\n"))}" },
        { "POL041", $"{Head}networks:\n  base: [{string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"{1 + (i / 32_768)}.{i / 128 % 256}.{2 * (i % 128)}.0/24"))}]\n{string.Concat(Enumerable.Range(0, 5_000).Select(i => $"  n{i}: [base, {i / 250}.{i % 250}.0.1]\n"))}" },
        { "POL040", $"{Head}rules:\n{string.Concat(Enumerable.Range(0, 8_000).Select(_ => "- {id: A, name: n, why: w, deny: {peer: internet}}\n"))}" },
        { "POL058", $"{Head}rules:\n{string.Concat(Enumerable.Range(0, 7_000).Select(i => $"- {{id: A{i}, name: n, why: w, deny: {{service: tcp/{i}}}}}\n"))}- {{id: B, name: n, why: w, deny: {{service: tcp}}}}\n" },
        { "POL041", $"{Head}groups:\n  a0: [{string.Join(',', Enumerable.Range(0, 9_000).Select(i => $"sg-{i}"))}]\n{string.Concat(Enumerable.Range(1, 5_000).Select(i => $"  a{i}: [a0, sg-{i}]\n"))}" },
        { "POL041", $"{Head}groups:\n  a0: sg-0\n{string.Concat(Enumerable.Range(1, 60).Select(i => $"  a{i}: {{except: [a{i - 1}, a{i - 1}]}}\n"))}" },
        { "POL060", $"{Head}groups:\n{string.Concat(Enumerable.Range(0, 60_000).Select(i => $"  goup{i}: gruop{i}\n"))}" },
        { "POL081", $"{Head}groups:\n{string.Concat(Enumerable.Range(0, 600).Select(i => $"  a{i}: {{name: [{string.Join(',', Enumerable.Range(0, 60).Select(j => $"'{new string('a', 40)}*{j}'"))}], except: {{name: '*'}}}}\n"))}" },
        { "POL064", Rule(string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"'prefix-list:pl-{i}?'"))) },
        { "POL093", $"{Head}networks:\n  lists: [{string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"'prefix-list:l{i}'"))}]\nrules:\n{string.Concat(Enumerable.Range(0, 60).Select(i => $"- {{id: A{i}, name: n, why: w, deny: {{service: tcp/{i}, peer: lists}}}}\n"))}- {{id: B, name: n, why: w, deny: {{service: tcp/1, peer: 'prefix-list:l1'}}}}\n" },
        { "POL053", PolicyText.OneRule("{ service: tcp }", $"[{string.Join(',', Enumerable.Range(0, 60_000).Select(i => $"{{service: tcp/{i}}}"))},{{service: tcp}}]") },
        { "POL089", PolicyText.OneRule("{ service: tcp }", $"[{string.Join(',', Enumerable.Range(0, 40_000).Select(i => $"{{service: tcp/{i},peer: 203.{i / 128 % 256}.{2 * (i % 128)}.0/24}}"))}]") },
        { "POL093", $"{Head}baselines:\n{string.Concat(Enumerable.Range(0, 6_000).Select(i => $"- {{group: {{name: a{i}}}, egress: none}}\n"))}" },
        { "POL093", $"{Head}rules:\n{string.Concat(Enumerable.Range(0, 4_000).Select(i => $"- {{id: A{i}, name: n, why: w, deny: {{service: tcp/{i}, peer: 10.0.0.0/8}}}}\n"))}baselines: [{{group: any, ingress: [{string.Join(',', Enumerable.Range(0, 4_000).Select(i => $"{{service: udp/{i}, peer: self}}"))}]}}]\n" },
        { "POL090", $"{Head}baselines:\n{string.Concat(Enumerable.Range(0, 4_000).Select(i => $"- {{group: {{name: a{i}}}, id: B{i}, egress: none}}\n"))}changes:\n{string.Concat(Enumerable.Range(0, 4_000).Select(i => $"- {{groups: {{name: b{i}}}, allow: {{roles: []}}, closed: revert}}\n"))}" },
        { "POL087", $"{Head}tests:\n{string.Concat(Enumerable.Range(0, 15_000).Select(i => $"- {{name: n, given: {{service: ssh, peer: self}}, expect: {{verdict: {(i % 2 == 0 ? "violation" : "compliant")}}}}}\n"))}" },
        { "POL092", $"{Head}tests:\n{string.Concat(Enumerable.Range(0, 500).Select(i => $"- {{name: n{i}, given: {{service: ssh, peer: self}}, expect: {{verdict: violation, rules: [{string.Join(',', Enumerable.Range(0, 200).Select(j => $"r{i * j}"))}]}}}}\n"))}" },
        { "POL092", $"{Head}rules:\n{string.Concat(Enumerable.Range(0, 300).Select(i => $"- {{id: {new string('r', 26)}{i:D4}, name: n, why: w, deny: {{service: tcp/{i}}}}}\n"))}tests: [{{name: n, given: {{service: ssh, peer: self}}, expect: {{verdict: violation, rules: [{string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"{new string('q', 24)}{i:D6}"))}]}}}}]\n" },
        { "POL093", $"{Head}groups:\n  a: {Tags("a")}\n  b: {Tags("b")}\nrules:\n{string.Concat(Enumerable.Range(0, 20_000).Select(i => $"- {{id: A{i}, name: n, why: w, deny: {{service: tcp/{i}}}, groups: [a, b]}}\n"))}" },
        { "POL056", PolicyText.OneRule($"{{ peer: [{Groups("g")}] }}", $"[{string.Join(',', Enumerable.Repeat("{peer: 203.0.113.7}", 60_000))}]") },
        { "POL053", PolicyText.OneRule($"{{ peer: [{Groups("g")}] }}", $"{{ peer: [{Groups("g")}] }}") },
        { "POL093", $"{Head}rules: [{{id: A, name: n, why: w, deny: {{peer: [{Groups("g")}]}}}}]\nbaselines: [{{group: any, ingress: [{{service: ssh, peer: [{Groups("h")}]}}]}}]\n" },
        { "POL093", $"{Head}rules: [{{id: A, name: n, why: w, deny: {{peer: [{Groups("g")}]}}}}, {{id: B, name: n, why: w, deny: {{peer: ['group:sg-h', {Groups("g")}]}}}}]\n" },
        { "POL011", string.Concat(Enumerable.Repeat("a: b\n", 49_000)) },
        { "POL002", new string('%', 1_000_000) },
        { "POL004", new string('\n', 1_000_000) },
        { "POL004", new string('#', 1_000_000) },
        { "POL026", "version: |\n" + string.Concat(Enumerable.Repeat(" x\n", 300_000)) },
    };

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void Text_made_to_be_slow_is_answered_in_time(string code, string text)
    {
        Assert.InRange(text.Length, 1, PolicyReader.LargestText);
        var (started, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        var reading = PolicyText.Read(text);
        var told = PolicyText.Told(reading);
        var elapsed = Stopwatch.GetElapsedTime(started);
        output.WriteLine($"{code} {text.Length} characters: {elapsed.TotalMilliseconds:F0} ms, {(GC.GetAllocatedBytesForCurrentThread() - before) >> 20} MiB allocated, {reading.Diagnostics.Length} problems: {string.Join(' ', PolicyText.Codes(told))}");
        Assert.Contains(code, PolicyText.Codes(told));
        Assert.InRange(reading.Diagnostics.Length, 0, 1_001);
        Assert.InRange(told.Length, 1, 2_002);
        Assert.True(elapsed.TotalSeconds < Longest, $"{elapsed}");
    }

    [Fact]
    public void Policy_as_large_as_a_large_organisation_needs_is_read()
    {
        var blocks = string.Join(", ", Enumerable.Range(0, 20_000).Select(i => $"{20 + (i / 32_768)}.{i / 128 % 256}.{2 * (i % 128)}.0/24"));
        var rules = string.Concat(Enumerable.Range(0, 100).Select(i => $"- {{ id: A{i}, name: n, why: w, deny: {{ service: tcp/{2 * i}, peer: internet }}, unless: {{ peer: ours }} }}\n"));
        var started = Stopwatch.GetTimestamp();
        var policy = PolicyText.Good($"{Head}networks:\n  ours: [{blocks}]\nrules:\n{rules}");
        output.WriteLine($"{Stopwatch.GetElapsedTime(started).TotalMilliseconds:F0} ms");
        Assert.Equal(100, policy.Rules.Length);
    }

    private static string Tags(string key) => $"{{ tags: {{ {string.Join(", ", Enumerable.Range(0, 200).Select(i => $"{key}{i}: x"))} }} }}";

    private static string Groups(string name) => string.Join(',', Enumerable.Range(0, 80_000).Select(i => $"'group:sg-{name}{i}'"));

    private static string Rule(string peers) => PolicyText.OneRule($"{{ peer: [{peers}] }}");
}
