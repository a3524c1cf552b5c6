using System.Globalization;
using Remediator.Findings;
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

    /// <summary>Why nothing is suspended though it could be; null: it is.</summary>
    public string? TooMany { get; set; }

    public static bool Suspends(Verdict verdict) => verdict.Reasons.Any(r => AsksToSuspend(r) && !r.Observing);

    /// <summary>As <see cref="Suspends"/>, be it only observed.</summary>
    public static bool AsksToSuspend(Verdict verdict) => verdict.Reasons.Any(AsksToSuspend);

    /// <summary>The rule, and why it only tells of this door though it would suspend others; null where it does not.</summary>
    /// <param name="verdict">What the policy says of the door.</param>
    public (Rule Rule, string? OnlyToldBecause) Of(Verdict verdict)
    {
        var asked = stance.Closes && !IsClosedAnyway(verdict);
        var whyNot = asked ? WhyNot(verdict) : null;
        var suspends = asked && stance.Suspends is not null && whyNot is null;
        var rule = new Rule(Id, threat.Type.Text, Direction.Ingress, TrafficSet.Empty, TrafficSet.Empty, ThreatWords.Weight(threat.Severity), suspends ? RuleAction.Revoke : RuleAction.Notify, RuleAction.Notify, null, Why, [], stance.By?.Place ?? new(policy.Source, 1, 1)) { Kind = RuleKind.Threat };
        return (rule, whyNot);
    }

    /// <summary>The same for every door.</summary>
    private string Why => (stance.Closes, stance.Suspends) switch
    {
        (false, _) => $"It is only told what let the attack in: {stance.Why}.",
        (_, { } suspend) => string.Create(CultureInfo.InvariantCulture, $"What the policy forbids of what let the attack in is closed; what it allows is closed for {suspend.Hours} hours, and then judged again."),
        _ => "What the policy forbids of what let the attack in is closed; what it allows is told.",
    };

    private static bool AsksToSuspend(Reason reason) => reason.Rule.Kind == RuleKind.Threat && reason.Asks == RuleAction.Revoke;

    /// <summary>Where nothing of what would remain still lets the attack in, cutting it down is enough.</summary>
    private bool IsClosedAnyway(Verdict verdict) => verdict.AsksForRevoke || (verdict.AsksForTrim && !verdict.Remainder.Any(MayStillAdmit));

    private string? WhyNot(Verdict verdict)
    {
        if (stance.Suspends is null) return stance.WhyNotSuspended;
        return verdict.Permission.Services.Overlaps(policy.PublicServices) ? "it opens what the policy calls a public service" : TooMany;
    }

    /// <summary>Of a peer that is no block, any address may come in.</summary>
    private bool MayStillAdmit(Permission piece) => piece.Peer is Peer.Block block ? came.Overlaps(piece.Services, block.Cidr) : came.Services.Overlaps(piece.Services);
}
