using Remediator.Changes;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Remediations;

namespace Remediator.Tests.Findings;

/// <summary>Reports of groups that an attack came through, by name.</summary>
internal static class AttackStories
{
    /// <summary>As the answer to a threat makes it: about all that the door admits.</summary>
    public static readonly Rule Attack = Sample.Rule("THREAT", "THREAT", Direction.Ingress, ServiceSet.All, AddressSet.All) with { Kind = RuleKind.Threat, Action = RuleAction.Notify, Why = "", Severity = Severity.High };

    private static readonly Permission Ssh = Sample.Opening("tcp", 22, 22, "0.0.0.0/0", description: "temporary, ask bob");
    private static readonly Permission Office = Sample.Opening("tcp", 22, 22, "203.0.113.0/24") with { RuleId = "sgr-0fedcba9876543210" };

    private static readonly Opening ByAlice = new("3f0c7e9a-1111-4222-8333-444455556666", "AuthorizeSecurityGroupIngress", Attacks.SeenAt.AddDays(-3), Sample.Alice);

    public static readonly ImmutableSortedDictionary<string, Func<Report>> All = new Dictionary<string, Func<Report>>
    {
        ["attack-door-closed"] = () => Report(Sample.Handle(Ssh, Outcome.Revoked, Mode.Enforce, Sample.Admin, Attack)) with { Openings = Opened(Ssh) },
        ["attack-door-allowed"] = () => Report(Sample.Handle(Office, Outcome.Told, Mode.Enforce, Attack)),
        ["attack-one-closed-one-allowed"] = () => Report(Sample.Handle(Ssh, Outcome.Revoked, Mode.Enforce, Sample.Admin, Attack), Sample.Handle(Office, Outcome.Told, Mode.Enforce, Attack)) with
        {
            Openings = Opened(Office),
            Remarks = ["203.0.113.9 is our own load balancer `app/web`: whoever is behind it is not in the finding"],
        },
        ["attack-door-suspended"] = () => Report(Sample.Handle(Office, Outcome.Revoked, Mode.Enforce, Attack with { Action = RuleAction.Revoke })) with { SuspendedUntil = Attacks.SeenAt.AddHours(24) },
        ["attack-suspension-observed"] = () => Report(Sample.Handle(Office, Outcome.Observed, Mode.Observe, Attack with { Action = RuleAction.Revoke })) with { SuspendedUntil = Attacks.SeenAt.AddHours(24) },
        ["attack-door-failed"] = () => Report(Sample.Handle(Ssh, Outcome.Failed, Mode.Enforce, Sample.Admin, Attack) with { Detail = "UnauthorizedOperation: not allowed" }),
        ["attack-only-told"] = () => Report(OnlyTold(Sample.Handle(Ssh, Outcome.Told, Mode.Enforce, Sample.Admin, Attack))),
        ["attack-by-port-probes"] = () => Report(Sample.Handle(Ssh, Outcome.Revoked, Mode.Enforce, Sample.Admin, Attack with { Severity = Severity.Low })) with { Threat = Attacks.Probe },
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static Report Report(params ReadOnlySpan<Handled> handled)
    {
        var (threat, report) = (Attacks.BruteForce, Sample.Report(handled));
        var change = new Change($"guardduty/{threat.Id}@{threat.UpdatedAt.ToUnixTimeMilliseconds()}", "GuardDutyFinding", threat.UpdatedAt, Sample.Group.Account, Sample.Group.Region, new GroupName(Sample.Group.GroupId, null), new(
            "nobody is known", null, null, null, Channel.Unknown, null))
        {
            Kind = ChangeKind.Attacked,
        };
        return report with { Change = change, BlameActor = false, Threat = threat, SeenAt = threat.UpdatedAt.AddSeconds(40), ClosedAt = report.ClosedAt is null ? null : threat.UpdatedAt.AddSeconds(42) };
    }

    private static ImmutableDictionary<Permission, Opening> Opened(Permission permission) => ImmutableDictionary<Permission, Opening>.Empty.Add(permission, ByAlice);

    private static Handled OnlyTold(Handled handled) => handled with
    {
        Verdict = handled.Verdict with { Reasons = [.. handled.Verdict.Reasons.Select(r => r.Rule.Kind == RuleKind.Threat ? r : r with { OnlyToldBecause = "the answer to this type of finding is to tell" })] },
    };
}
