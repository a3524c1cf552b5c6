using System.Collections.Immutable;
using Remediator.Benchmarks.Figures;
using Remediator.Groups;
using Remediator.Policies;
using Remediator.Policies.Checks;
using Remediator.Verdicts;

namespace Remediator.Benchmarks.Measures;

/// <summary>How many permissions one thread judges in a second of processor time (the machine may be shared), group by group as a sweep does it, beside a loop that only walks them;
/// and how long a policy takes to load.</summary>
/// <param name="batches">Each gives one figure of the judge and one of the floor.</param>
internal sealed class JudgingSpeed(int batches)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(300);

    /// <summary>What the passes count, kept so that none of them is left out as useless.</summary>
    public long Counted { get; private set; }

    public ImmutableArray<Row> Measure()
    {
        var defaults = Loaded(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policies", "default.yaml")));
        var (many, one) = (BroadPolicy.OfManyServices(), BroadPolicy.OfOneService());
        return
        [
            Judging("default policy", defaults, new(random => random.Next(2) == 0 ? "0.0.0.0/0" : $"198.51.100.{random.Next(256)}/32")),
            Judging("200 rules, 1,000 blocks each", Loaded(many), new(random => random.Next(20) == 0 ? "0.0.0.0/0" : $"203.0.113.{random.Next(256)}/32")),
            Judging("the same, all on one port", Loaded(one), new(random => $"203.0.113.{random.Next(256)}/32")),
            Loading("load and lint 200 rules, 1 named list of 1,000 blocks", BroadPolicy.OfNamedLists(1)),
            Loading("load and lint 200 rules, 20 named lists of 1,000 blocks", BroadPolicy.OfNamedLists(20)),
            Loading($"load and lint 200 rules, 200 lists written out, {many.Length / 1024} KiB", many),
        ];
    }

    private static Policy Loaded(string text) => PolicyReader.Read(text, "measured.yaml") is { Policy: { } policy }
        ? policy
        : throw new BenchmarkException($"the policy to measure with is refused: {PolicyReader.Read(text, "measured.yaml").Diagnostics[0].Message}");

    private Row Judging(string what, Policy policy, JudgedGroups groups)
    {
        var (judged, walked) = (new List<double>(), new List<double>());
        NanosecondsEach(() => Judged(policy, groups), WarmUp);
        NanosecondsEach(() => Walked(groups), Batch);
        for (var batch = 0; batch < batches; batch++)
        {
            Turns.Take(
                batch,
                () => judged.Add(NanosecondsEach(() => Judged(policy, groups), Batch)),
                () => walked.Add(NanosecondsEach(() => Walked(groups), Batch)));
        }

        var share = 100.0 * Judged(policy, groups) / (JudgedGroups.Groups * JudgedGroups.PermissionsEach);
        var rate = 1e3 / Spread.Of(judged).Median;
        return Row.Of($"judging: {what}, {share:0.0}% forbidden: {rate:0.00} million/s", "ns each", [.. judged], [.. walked]);
    }

    private Row Loading(string what, string text)
    {
        var (loaded, walked) = (new List<double>(), new List<double>());
        for (var batch = 0; batch <= batches; batch++)
        {
            loaded.Add(Milliseconds(() => Counted += Linter.Check(Loaded(text), new DateOnly(2026, 11, 20)).Length));
            walked.Add(Milliseconds(() => Counted += text.Count(c => c == ',')));
        }

        return Row.Of($"judging: {what}", "ms", [.. loaded.Skip(1)], [.. walked.Skip(1)]);
    }

    private double NanosecondsEach(Func<long> pass, TimeSpan atLeast)
    {
        var (since, passes) = (Environment.CpuUsage.TotalTime, 0L);
        for (; Environment.CpuUsage.TotalTime - since < atLeast; passes++) Counted += pass();
        return (Environment.CpuUsage.TotalTime - since).TotalNanoseconds / (passes * JudgedGroups.Groups * JudgedGroups.PermissionsEach);
    }

    private static double Milliseconds(Action once)
    {
        var since = Environment.CpuUsage.TotalTime;
        once();
        return (Environment.CpuUsage.TotalTime - since).TotalMilliseconds;
    }

    /// <returns>How many are forbidden.</returns>
    private static long Judged(Policy policy, JudgedGroups groups)
    {
        var forbidden = 0L;
        foreach (var (situation, permissions) in groups.All)
            foreach (var verdict in Judge.DecideAll(policy, permissions, situation))
                if (verdict.Decision != Decision.Compliant) forbidden++;
        return forbidden;
    }

    /// <summary>Reads of each permission what any judge has to read.</summary>
    private static long Walked(JudgedGroups groups)
    {
        var sum = 0L;
        foreach (var (_, permissions) in groups.All)
            foreach (var permission in permissions)
                sum += (int)permission.Direction + permission.Services.Points.Intervals[0].First + (permission.Peer is Peer.Block block ? block.Cidr.Length : 0);
        return sum;
    }
}
