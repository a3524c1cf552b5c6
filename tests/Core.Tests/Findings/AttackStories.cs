using Remediator.Changes;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Verdicts;

namespace Remediator.Tests.Findings;

/// <summary>Reports of groups that an attack came through, by name.</summary>
internal static class AttackStories
{
    /// <summary>As the answer to a threat makes it.</summary>
    private static readonly Rule Attack = Sample.Rule("THREAT", "UnauthorizedAccess:EC2/SSHBruteForce", Direction.Ingress, ServiceSet.Empty, AddressSet.Empty) with
    {
        Kind = RuleKind.Threat,
        Action = RuleAction.Notify,
        Why = "What the policy forbids of what let the attack in is closed; what it allows is told.",
        Severity = Severity.High,
    };

    private static readonly Rule Suspending = Attack with { Action = RuleAction.Revoke, Why = "What the policy forbids of what let the attack in is closed; what it allows is closed for 24 hours, and then judged again." };

    private static readonly Permission Ssh = Sample.Opening("tcp", 22, 22, "0.0.0.0/0", description: "temporary, ask bob");
    private static readonly Permission Office = Sample.Opening("tcp", 22, 22, "203.0.113.0/24") with { RuleId = "sgr-0fedcba9876543210" };

    private static readonly Opening ByAlice = new("3f0c7e9a-1111-4222-8333-444455556666", "AuthorizeSecurityGroupIngress", Attacks.SeenAt.AddDays(-3), Sample.Alice);

    public static readonly ImmutableSortedDictionary<string, Func<Report>> All = new Dictionary<string, Func<Report>>
    {
        ["attack-door-closed"] = () => Report(Handle(Ssh, Outcome.Revoked, Mode.Enforce, Attack, Sample.Admin)) with { Openings = Opened(Ssh) },
        ["attack-door-allowed"] = () => Report(Handle(Office, Outcome.Told, Mode.Enforce, Attack)),
        ["attack-one-closed-one-allowed"] = () => Report(Handle(Ssh, Outcome.Revoked, Mode.Enforce, Attack, Sample.Admin), Handle(Office, Outcome.Told, Mode.Enforce, Attack)) with
        {
            Openings = Opened(Office),
            Remarks = ["203.0.113.9 is our own load balancer `app/web`: whoever is behind it is not in the finding"],
        },
        ["attack-door-suspended"] = () => Report(Handle(Office, Outcome.Revoked, Mode.Enforce, Suspending)) with { SuspendedUntil = Attacks.SeenAt.AddHours(24) },
        ["attack-suspension-observed"] = () => Report(Handle(Office, Outcome.Observed, Mode.Observe, Suspending)) with { SuspendedUntil = Attacks.SeenAt.AddHours(24) },
        ["attack-public-door"] = () => Report(Handle(Office, Outcome.Told, Mode.Enforce, Suspending with { Action = RuleAction.Notify }, "it opens what the policy calls a public service")),
        ["attack-door-failed"] = () => Report(Handle(Ssh, Outcome.Failed, Mode.Enforce, Attack, Sample.Admin) with { Detail = "UnauthorizedOperation: not allowed" }),
        ["attack-only-told"] = () => Report(OnlyTold(Handle(Ssh, Outcome.Told, Mode.Enforce, Attack, Sample.Admin))),
        ["attack-by-port-probes"] = () => Report(Handle(Ssh, Outcome.Revoked, Mode.Enforce, Attack with { Severity = Severity.Low }, Sample.Admin)) with { Threat = Attacks.Probe },
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

    private static Handled Handle(Permission door, Outcome outcome, Mode mode, Rule attack, params ReadOnlySpan<Rule> rules) => Handle(door, outcome, mode, attack, null, rules);

    private static Handled Handle(Permission door, Outcome outcome, Mode mode, Rule attack, string? onlyTold, params ReadOnlySpan<Rule> rules)
    {
        var policy = new Policy(1, mode, Sample.Private, [.. rules], "main.yaml", "0123456789ab");
        var came = TrafficSet.Of(Sample.Tcp(22), AddressSet.From([Sample.Block("203.0.113.9/32")]));
        return new(ThreatJudge.DecideAll(policy, [door], Core.Tests.Verdicts.Given.Here, came, _ => (attack, onlyTold)).Single(), outcome);
    }

    private static ImmutableDictionary<Permission, Opening> Opened(Permission permission) => ImmutableDictionary<Permission, Opening>.Empty.Add(permission, ByAlice);

    private static Handled OnlyTold(Handled handled) => handled with
    {
        Verdict = handled.Verdict with { Reasons = [.. handled.Verdict.Reasons.Select(r => r.Rule.Kind == RuleKind.Threat ? r : r with { OnlyToldBecause = "the answer to this type of finding is to tell" })] },
    };
}
