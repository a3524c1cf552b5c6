using System.Globalization;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Threats;
using Remediator.Verdicts;

namespace Remediator.Steps.Answering;

/// <summary>The answer to a threat, said as a rule, so that doors are told and recorded as all else that is judged.</summary>
internal sealed class ThreatRule(Policy policy, Threat threat, Stance stance, TrafficSet came)
{
    public const string Id = "THREAT";

    private const string Came = "An attack came through this permission";

    /// <summary>Why nothing is suspended though it could be; null: it is.</summary>
    public string? TooMany { get; set; }

    public static bool Suspends(Verdict verdict) => verdict.Reasons.Any(r => AsksToSuspend(r) && !r.Observing);

    /// <summary>As <see cref="Suspends"/>, be it only observed.</summary>
    public static bool AsksToSuspend(Verdict verdict) => verdict.Reasons.Any(AsksToSuspend);

    /// <param name="verdict">What the policy says of the door.</param>
    public Rule Of(Verdict verdict)
    {
        var (suspends, why) = Answer(verdict);
        return new(Id, threat.Type.Text, Direction.Ingress, TrafficSet.Empty, TrafficSet.Empty, Severity, suspends ? RuleAction.Revoke : RuleAction.Notify, RuleAction.Notify, null, $"{Came}; {why}.", [], stance.Place) { Kind = RuleKind.Threat };
    }

    /// <summary>GuardDuty's number in our words.
    /// https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-severity.html</summary>
    private Severity Severity => threat.Severity switch
    {
        >= 9 => Severity.Critical,
        >= 7 => Severity.High,
        >= 4 => Severity.Medium,
        _ => Severity.Low,
    };

    private static bool AsksToSuspend(Reason reason) => reason.Rule.Kind == RuleKind.Threat && reason.Asks == RuleAction.Revoke;

    private (bool Suspends, string Why) Answer(Verdict verdict)
    {
        if (!stance.Closes) return (false, $"it is only told, since {stance.Why}");
        if (verdict.AsksForRevoke) return (false, "the policy forbids it");
        var allowed = verdict.AsksForTrim ? "the policy allows what remains of it" : verdict.Decision == Decision.Compliant ? "the policy allows it" : "the policy does not ask to close it";
        if (verdict.AsksForTrim && !verdict.Remainder.Any(MayStillAdmit)) return (false, "the policy forbids it");
        if (WhyNot(verdict) is { } why) return (false, why.Length == 0 ? allowed : $"{allowed}, and it is not suspended: {why}");
        return (true, string.Create(CultureInfo.InvariantCulture, $"{allowed}, and it is closed for {stance.Suspends!.Hours} hours and then judged again"));
    }

    /// <summary>Empty where nobody asks for it.</summary>
    private string? WhyNot(Verdict verdict)
    {
        if (stance.Suspends is null) return stance.WhyNotSuspended ?? "";
        return verdict.Permission.Services.Overlaps(policy.PublicServices) ? "it opens what the policy calls a public service" : TooMany;
    }

    /// <summary>Of a peer that is no block, any address may come in.</summary>
    private bool MayStillAdmit(Permission piece) => piece.Peer is Peer.Block block ? came.Overlaps(piece.Services, block.Cidr) : came.Services.Overlaps(piece.Services);
}
