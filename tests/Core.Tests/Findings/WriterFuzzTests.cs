using System.Text;
using Remediator.Changes;
using Remediator.Core.Tests.Network;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Verdicts;
using Remediator.Waivers;

namespace Remediator.Tests.Findings;

/// <summary>Reports in which every text that somebody else writes is as bad as it can be.</summary>
public sealed class WriterFuzzTests
{
    private static readonly int Seed = Effort.Seed(7_031_977);

    [Fact]
    public void Whatever_the_texts_every_limit_is_kept_and_nothing_raw_is_shown()
    {
        var random = new Random(Seed);
        for (var i = 0; i < Effort.Times(200); i++)
        {
            var report = Any(random);
            var where = $"seed {Seed}, case {i}";
            foreach (var broken in FindingWriter.Opened(report).SelectMany(AsffLimits.Broken)) Assert.Fail($"{where}: {broken}");
            if (NoticeWriter.Write(report) is { } notice) Check(notice, where);
        }
    }

    private static void Check(Notice notice, string where)
    {
        Assert.True(notice.Subject.Length is >= 1 and <= 99, $"{where}: {notice.Subject.Length} characters in the subject");
        Assert.True(notice.Subject.All(c => c is >= ' ' and <= '~') && char.IsAsciiLetter(notice.Subject[0]), $"{where}: subject `{notice.Subject}`");
        Assert.True(OddText.Problem(notice.Body, lines: true) is null, $"{where}: the body has {OddText.Problem(notice.Body, lines: true)}");
        Assert.True(Encoding.UTF8.GetByteCount(notice.Body) < 200_000, $"{where}: the body has {Encoding.UTF8.GetByteCount(notice.Body)} bytes");
        Assert.All(notice.Attributes, a => Assert.True(a.Value.Length > 0 && a.Value.All(c => c is >= ' ' and <= '~'), $"{where}: attribute {a.Key}"));
    }

    private static Report Any(Random random)
    {
        var handled = Enumerable.Range(0, random.Next(8) == 0 ? 13 : random.Next(1, 4)).Select(_ => AnyHandled(random)).ToArray();
        var report = Sample.Report(handled);
        var actor = new Actor(Text(random), Text(random), Text(random), Text(random), (Channel)random.Next(7), random.Next(2) == 0);
        return report with
        {
            // The service and EC2 make account and region; the shell has checked both.
            Group = Sample.Group with { GroupId = random.Next(3) == 0 ? $"x{Text(random)}" : Sample.Group.GroupId },
            Change = Odd(report.Change, random) with { EventId = Text(random), EventName = Text(random), RequestId = Text(random), Actor = actor, WholeGroupBecause = random.Next(4) == 0 ? Text(random) : null },
            Exposure = random.Next(3) == 0 ? null : new Exposure(random.Next(3), [.. Enumerable.Range(0, random.Next(20)).Select(_ => Text(random))]),
            SeenAt = Sample.OpenedAt.AddTicks(random.NextInt64(-10_000_000, 100_000_000)),
            BlameActor = random.Next(3) > 0,
            Policy = Text(random),
            Threat = random.Next(2) == 0 ? null : OddThreat.Of(random),
            Openings = handled.Where(_ => random.Next(2) == 0).Select(h => h.Verdict.Permission).Distinct().ToImmutableDictionary(p => p, _ => new Opening(Text(random), Text(random), Sample.OpenedAt.AddDays(-random.Next(9)), actor)),
            SuspendedUntil = random.Next(2) == 0 ? null : Sample.OpenedAt.AddHours(random.Next(99)),
            Remarks = [.. Enumerable.Range(0, random.Next(14)).Select(_ => Text(random))],
        };
    }

    private static Handled AnyHandled(Random random)
    {
        Peer peer = random.Next(3) switch
        {
            0 => new Peer.Block(Sample.Block(random.Next(2) == 0 ? "0.0.0.0/0" : "2001:db8::/32"), "x"),
            1 => new Peer.PrefixList(Text(random)),
            _ => new Peer.Group(Text(random), random.Next(2) == 0 ? Text(random) : null, random.Next(2) == 0 ? Text(random) : null),
        };
        var permission = Permission.Create((Direction)random.Next(2), random.Next(2) == 0 ? "tcp" : "-1", 22, 22, peer, out _)! with { Description = Text(random), RuleId = Text(random) };
        var rules = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Sample.Rule($"r{Text(random)}", Text(random), null, ServiceSet.All, random.Next(2) == 0 ? AddressSet.All : Sample.Private) with
        {
            Why = Text(random),
            Controls = [.. Enumerable.Range(0, random.Next(9) == 0 ? 40 : 2).Select(_ => Text(random))],
        });
        var handled = Sample.Handle(permission, (Outcome)random.Next(9), (Mode)random.Next(2), [.. rules]);
        return handled with { Detail = Text(random), Verdict = Odd(handled.Verdict, random) };
    }

    private static Verdict Odd(Verdict verdict, Random random)
    {
        var waiver = new Waiver("w", Sample.Group, Direction.Ingress, ServiceSet.All, AddressSet.All, [], Text(random), Text(random), Text(random), Sample.OpenedAt, Sample.OpenedAt.AddHours(1));
        return verdict with
        {
            Reasons = [.. verdict.Reasons.Select(r => r with { Rule = r.Rule with { Kind = (RuleKind)random.Next(4) }, Because = random.Next(2) == 0 ? Text(random) : null, Outdated = random.Next(2) == 0 })],
            Remainder = random.Next(2) == 0 ? [] : [.. Enumerable.Repeat(verdict.Permission, random.Next(1, 20))],
            Dropped = random.Next(2) == 0 ? TrafficSet.Empty : TrafficSet.Of(ServiceSet.All, Sample.Private),
            Waivers = [.. Enumerable.Repeat(waiver, random.Next(3))],
        };
    }

    private static Change Odd(Change change, Random random) => change with
    {
        Kind = (ChangeKind)random.Next(7),
        PrefixListId = Text(random),
        Retagged = [.. Enumerable.Range(0, random.Next(6)).Select(_ => KeyValuePair.Create(Text(random), random.Next(2) == 0 ? Text(random) : null))],
        AnyTagRetagged = random.Next(2) == 0,
    };

    private static string Text(Random random) => OddText.Of(random, random.Next(10) == 0 ? 1000 : 30);
}
