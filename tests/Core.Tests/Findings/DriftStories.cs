using Remediator.Changes;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Verdicts;
using Remediator.Waivers;

namespace Remediator.Tests.Findings;

/// <summary>Reports about what is narrowed, what drifts, what is missing, and about calls that did not simply open something.</summary>
internal static class DriftStories
{
    private static readonly Permission Ssh = Sample.Opening("tcp", 22, 22, "0.0.0.0/0");
    private static readonly Permission Wide = Sample.Opening("tcp", 0, 65535, "0.0.0.0/0", description: "until monday");
    private static readonly Permission MySql = Sample.Opening("tcp", 3306, 3306, "sg-0fffffffffffffff1") with { RuleId = null };

    private static readonly Rule Trims = Sample.Admin with { Action = RuleAction.Trim };

    private static readonly Rule Entry = Sample.Rule("DB-BASE", "db_from_web", Direction.Ingress, ServiceSet.All, AddressSet.All) with
    {
        Kind = RuleKind.Baseline,
        Severity = Severity.Medium,
        Why = "application queries",
    };

    private static readonly Rule Control = Sample.Rule("CH1", "CH1", null, ServiceSet.All, AddressSet.All) with
    {
        Kind = RuleKind.ChangeControl,
        Severity = Severity.Medium,
        Why = "Terraform owns these groups.",
    };

    public static readonly ImmutableDictionary<string, Func<Report>> All = new Dictionary<string, Func<Report>>
    {
        ["trimmed"] = () => Sample.Report(Sample.Handle(Wide, Outcome.Trimmed, Mode.Enforce, Trims) with { Detail = "tags that begin with `aws:` could not be kept" }),
        ["trim-observed"] = () => Sample.Report(Sample.Handle(Sample.Opening("-1", null, null, "0.0.0.0/0"), Outcome.Observed, Mode.Enforce, Trims)),
        ["trim-failed"] = () => Sample.Report(Sample.Handle(Wide, Outcome.Failed, Mode.Enforce, Trims) with { Detail = "RulesPerSecurityGroupLimitExceeded" }),
        ["baseline-drift"] = () => Sample.Report(Sample.Handle(Ssh, Outcome.Revoked, Mode.Enforce, Sample.Admin) is var h ? Said(h, Kind(RuleKind.Baseline, "DB-BASE")) : null!),
        ["baseline-out-of-date"] = () => Sample.Report(OutOfDate()),
        ["not-allowed-to-change"] = () => Sample.Report(Said(Sample.Handle(Ssh, Outcome.Revoked, Mode.Enforce, Sample.Admin), Kind(RuleKind.ChangeControl, "CH1"))),
        ["tags-unknown"] = () => Sample.Report(Said(
            Sample.Handle(Ssh, Outcome.Told, Mode.Enforce, Sample.Admin),
            r => r with { Decision = Decision.Undecided, Because = "the group's tags are not known" }) is var h ? h with { Verdict = h.Verdict with { Decision = Decision.Undecided } } : null!),
        ["partly-waived"] = PartlyWaived,
        ["closed-and-put-back"] = () => Closed(Missing(MySql, Outcome.Restored, null, Entry)),
        ["closed-and-missing"] = () => Closed(
            Missing(MySql, Outcome.Missing, "rule SG001 forbids it", Entry, Control),
            Missing(Sample.Opening("tcp", 443, 443, "0.0.0.0/0"), Outcome.Missing, "no baseline names it", Control)),
        ["not-put-back-beside-a-hole"] = () => Sample.Report(
            Sample.Handle(Ssh, Outcome.Revoked, Mode.Enforce, Sample.Admin), Missing(MySql, Outcome.Missing, "it could not be put back: UnauthorizedOperation", Entry)),
        ["retagged"] = () => Of(ChangeKind.Retagged, "CreateTags", "its tags have changed", Ssh) is var r
            ? r with { Change = r.Change with { Retagged = [new("Tier", "data\u202ebase"), new("Owner", null), new("Note", ""), new("More", "x")] } } : null!,
        ["list-changed"] = () => Of(ChangeKind.PeerChanged, "ModifyManagedPrefixList", "a prefix list that it refers to has changed", Sample.Opening("tcp", 22, 22, "pl-0f1e2d3c4b5a69788")) is var r
            ? r with { Change = r.Change with { PrefixListId = "pl-0f1e2d3c4b5a69788" } } : null!,
        ["new-group"] = () => Of(ChangeKind.Created, "CreateSecurityGroup", "the event does not say whether to IPv6 too", Sample.Opening("-1", null, null, "0.0.0.0/0", Direction.Egress), Sample.Mail with { Action = RuleAction.Notify }),
    }.ToImmutableDictionary(StringComparer.Ordinal);

    private static Func<Reason, Reason> Kind(RuleKind kind, string id) => reason => reason with
    {
        Rule = reason.Rule with { Id = id, Name = id, Kind = kind, Severity = Severity.Medium, Controls = [], Why = "Terraform owns these groups." },
    };

    /// <summary>As the steps make it: nothing is open, so nothing is forbidden.</summary>
    private static Handled Missing(Permission permission, Outcome outcome, string? detail, params ReadOnlySpan<Rule> rules) => new(
        new Verdict(permission with { RuleId = null }, Decision.Violation, [.. rules.ToArray().Select(r => new Reason(r, Decision.Violation, TrafficSet.Empty, false))], Severity.Medium, null, TrafficSet.Empty, 0, 0, 0),
        outcome,
        detail);

    private static Handled Said(Handled handled, Func<Reason, Reason> change) =>
        handled with { Verdict = handled.Verdict with { Reasons = [.. handled.Verdict.Reasons.Select(change)] } };

    private static Handled OutOfDate() => Said(Said(Sample.Handle(Ssh, Outcome.Told, Mode.Enforce, Sample.Admin), Kind(RuleKind.Baseline, "DB-BASE")), r => r with { Outdated = true });

    private static Report PartlyWaived()
    {
        var waiver = new Waiver(
            "w1", Sample.Group, Direction.Ingress, Sample.Tcp(22), AddressSet.From(Sample.Block("203.0.113.0/24")), [],
            "arn:aws:iam::111122223333:user/bob", "a \"vendor\" visits", "OPS-7", Sample.OpenedAt.AddHours(-1), Sample.OpenedAt.AddHours(7));
        var handled = Sample.Handle(Ssh, Outcome.Revoked, Mode.Enforce, Sample.Admin);
        return Sample.Report(handled with { Verdict = handled.Verdict with { Waivers = [waiver] } });
    }

    private static Report Closed(params ReadOnlySpan<Handled> lacks)
    {
        var report = Sample.Report(lacks);
        return report with { Change = report.Change with { EventName = "RevokeSecurityGroupIngress", Kind = ChangeKind.Closed, Closed = [MySql] } };
    }

    private static Report Of(ChangeKind kind, string eventName, string because, Permission found, Rule? rule = null)
    {
        var report = Sample.Report(Sample.Handle(found, rule is null ? Outcome.Revoked : Outcome.Told, Mode.Enforce, rule ?? Sample.Admin));
        return report with { Change = report.Change with { EventName = eventName, Kind = kind, WholeGroupBecause = because } };
    }
}
