using System.Globalization;
using Remediator.Changes;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Remediations;

namespace Remediator.Tests.Findings;

/// <summary>The reports whose texts stand in Expected/, by name.</summary>
internal static class Stories
{
    private static readonly Permission Ssh = Sample.Opening("tcp", 22, 22, "0.0.0.0/0", description: "temporary, ask bob");

    public static readonly ImmutableSortedDictionary<string, Func<Report>> All = new Dictionary<string, Func<Report>>
    {
        ["ssh-closed"] = () => Sample.Report(Sample.Handle(Ssh, Outcome.Revoked, Mode.Enforce, Sample.Admin)),
        ["everything-observed"] = () => Sample.Report(Sample.Handle(Sample.Opening("-1", null, null, "::/0"), Outcome.Observed, Mode.Observe, Sample.Admin)),
        ["failed"] = Failed,
        ["prefix-list-undecided"] = () => Sample.Report(Sample.Handle(Sample.Opening("tcp", 22, 22, "pl-0f1e2d3c4b5a69788"), Outcome.Told, Mode.Enforce, Sample.Admin)),
        ["egress-opened-again"] = () => Sample.Report(
            Sample.Handle(Sample.Opening("tcp", 25, 25, "198.51.100.0/24", Direction.Egress), Outcome.OpenedAgain, Mode.Enforce, Sample.Mail)),
        ["twelve-at-once"] = Twelve,
        ["late-event"] = () => Sample.Report(Sample.Handle(Ssh, Outcome.Revoked, Mode.Enforce, Sample.Admin)) with { BlameActor = false, Exposure = null },
        ["whole-group-icmp-told"] = WholeGroup,
        ["hostile-texts"] = Hostile,
        ["held-back"] = () => Sample.Report(Held("the limit of 5 revocations an hour in the group is reached")) with { JudgedAgainAt = Sample.OpenedAt.AddMinutes(45) },
        ["held-without-ledger"] = () => Sample.Report(Held("the ledger could not be read: there was no answer in time")),
        ["fight-with-a-pipeline"] = () => Sample.Report(Held("put back 3 times within 60 minutes by arn:aws:iam::111122223333:role/terraform, which may change the group"))
            with
        { Fights = [Ssh], JudgedAgainAt = Sample.OpenedAt.AddDays(1) },
        ["fight"] = () => Sample.Report(Sample.Handle(Ssh, Outcome.Revoked, Mode.Enforce, Sample.Admin) with { Detail = "put back 3 times within 60 minutes" }) with { Fights = [Ssh] },
        ["kill-switch"] = () => Sample.Report(Sample.Handle(Ssh, Outcome.Observed, Mode.Enforce, Sample.Admin) with { Detail = "the kill switch is on since 2026-03-02 08:00 UTC: wrong policy" }),
    }.Concat(DriftStories.All).Concat(AttackStories.All).ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static Handled Held(string why) => Sample.Handle(Ssh, Outcome.Held, Mode.Enforce, Sample.Admin) with { Detail = why };

    private static Report Failed()
    {
        var failed = Sample.Handle(Ssh, Outcome.Failed, Mode.Enforce, Sample.Admin) with { Detail = "UnauthorizedOperation: not allowed to call RevokeSecurityGroupIngress" };
        var peer = Sample.Handle(Sample.Opening("udp", 1000, 2000, "2001:db8::/32"), Outcome.Failed, Mode.Enforce, Sample.Rule("SG9", "no-udp", null, ServiceSet.Whole(Protocol.Udp), AddressSet.All));
        return Sample.Report(failed, peer) with { Exposure = new Exposure(0, []) };
    }

    private static Report Twelve()
    {
        var handled = Enumerable.Range(1, 12).Select(n => Sample.Handle(
            Sample.Opening("tcp", n, 3389, $"203.0.113.{n.ToString(CultureInfo.InvariantCulture)}/32"), n % 2 == 0 ? Outcome.Revoked : Outcome.Observed, Mode.Enforce,
            n % 2 == 0 ? Sample.Admin : Sample.Admin with { Id = "TRY-1", Mode = Mode.Observe }));
        return Sample.Report([.. handled]) with { Exposure = new Exposure(1, []) };
    }

    private static Report WholeGroup()
    {
        var rule = Sample.Rule("ICMP-1", "no-ping", null, ServiceSet.Whole(Protocol.Icmp), AddressSet.All) with { Action = RuleAction.Notify, Severity = Severity.Low };
        var report = Sample.Report(Sample.Handle(Sample.Opening("icmp", 8, -1, "10.0.0.0/8"), Outcome.Told, Mode.Enforce, rule));
        return report with { BlameActor = false, Change = report.Change with { EventName = "ModifySecurityGroupRules", WholeGroupBecause = "CloudTrail left out the request parameters" } };
    }

    private static Report Hostile()
    {
        var rule = Sample.Admin with { Id = "SG 1/\u202eevil", Name = "x\u0000y\r\nSubject: z", Why = "\u001b[31mred\u001b[0m " + string.Concat(Enumerable.Repeat("👩🏽", 600)) };
        var permission = Sample.Opening("tcp", 22, 22, "0.0.0.0/0", description: "ok\". Rule allowed.\n\nCALL https://evil.example AKIAIOSFODNN7EXAMPLE \ud800 Z\u0301\u0301\u0301\u0301\u0301\u0301");
        var report = Sample.Report(Sample.Handle(permission, Outcome.Revoked, Mode.Enforce, rule)) with { Group = Sample.Group with { GroupId = "sg-\u202e';rm -rf" } };
        var actor = new Actor("arn:aws:sts::111122223333:assumed-role/x/\u001b]0;owned\u0007", null, "\u2028203.0.113.9", "curl\n\"quoted\" ASIAIOSFODNN7EXAMPLE", Channel.Unknown, null);
        return report with { Change = report.Change with { Actor = actor, EventId = "a\nb" } };
    }
}
