using System.Diagnostics;
using Remediator.Policies;
using Remediator.Policies.Checks;

namespace Remediator.Core.Tests.Policies;

/// <summary>What reading and checking a large policy takes, warm. Printed; only work that grows with the square is refused here, since
/// a busy machine and a build for debugging say little about milliseconds (tests/Benchmarks measures those).</summary>
public class PolicySpeedTests(ITestOutputHelper output)
{
    private const int Rules = 200;
    private const int Blocks = 1_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    public static TheoryData<string, string> Texts => new()
    {
        { "one shared network", $"networks:\n  ours: [{List(0)}]\n{Text(_ => "ours", i => $"tcp/{2 * i}")}" },
        { "20 networks", $"networks:\n{Networks}{Text(i => $"n{i % 20}", i => $"tcp/{2 * i}")}" },
        { "20 networks, every rule on one port", $"networks:\n{Networks}{Text(i => $"[n{i % 20}, 198.18.{i}.0/24]", _ => "ssh")}" },
        { "200 lists", Text(i => $"[{List(i * Blocks % 60_000)}]", i => $"tcp/{2 * i}") },
    };

    private static string Networks => string.Concat(Enumerable.Range(0, 20).Select(n => $"  n{n}: [{List(n * Blocks)}]\n"));

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void Policy_of_two_hundred_rules_is_read_and_checked_in_time(string name, string text)
    {
        var times = new List<(double Read, double All)>();
        for (var loop = 0; loop < 6; loop++)
        {
            var started = Stopwatch.GetTimestamp();
            var reading = PolicyReader.Read(PolicyText.Head + text, "policy.yaml");
            var read = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            var told = Linter.Check(reading.Policy!, PolicyText.Today);
            times.Add((read, Stopwatch.GetElapsedTime(started).TotalMilliseconds));
            Assert.Equal(Rules, reading.Policy!.Rules.Length);
            Assert.Equal(["POL089"], PolicyText.Codes(told));
        }

        var best = times.MinBy(time => time.All);
        output.WriteLine($"{name}: {text.Length} characters, read in {best.Read:F1} ms, with lint {best.All:F1} ms");
        Assert.True(best.All < Longest.TotalMilliseconds, $"{best}");
    }

    private static string Text(Func<int, string> peers, Func<int, string> service) => $"rules:\n{string.Concat(Enumerable.Range(0, Rules).Select(i =>
        $"- {{ id: A{i}, name: n, why: w, deny: {{ service: {service(i)}, peer: internet }}, unless: {{ peer: {peers(i)} }} }}\n"))}";

    private static string List(int from) => string.Join(", ", Enumerable.Range(from, Blocks).Select(i => $"{20 + (i / 32_768)}.{i / 128 % 256}.{2 * (i % 128)}.0/24"));
}
