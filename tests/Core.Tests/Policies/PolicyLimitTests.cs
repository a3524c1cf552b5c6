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

    private static string Rule(string peers) => PolicyText.OneRule($"{{ peer: [{peers}] }}");
}
