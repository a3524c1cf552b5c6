using System.Globalization;
using Remediator.Policies;
using Remediator.Threats;

namespace Remediator.Steps.Answering;

/// <summary>What is to be done about one threat: every entry of the policy's <c>threats</c> that matches counts; where none does, the
/// default for its kind.</summary>
/// <param name="Closes">Doors are closed as far as the policy forbids them; false: only told.</param>
/// <param name="Why">For people: why it only tells.</param>
/// <param name="By">The entry that says so; null where none matches.</param>
internal sealed record Stance(bool Closes, string Why, ThreatResponse? By)
{
    private const double LeastToSuspend = 7;

    /// <summary>Also what the policy allows of the doors is closed for a time; null: it is not.</summary>
    public ThreatResponse? Suspends { get; init; }

    /// <summary>Null: not asked for.</summary>
    public ThreatResponse? Isolates { get; init; }

    /// <inheritdoc cref="Isolates"/>
    public ThreatResponse? Blocks { get; init; }

    /// <summary>Why something is not done that the policy asks for; null where nothing is.</summary>
    public string? WhyNotSuspended { get; init; }

    public static Stance Of(Policy policy, Threat threat)
    {
        var matching = policy.Threats.Where(t => t.Answers(threat.Type.Text, threat.Severity)).ToLookup(t => t.Answer);
        var suspend = matching[ThreatAnswer.Suspend].OrderByDescending(t => t.Hours).ToList();
        var named = suspend.Find(t => t.Types.Any(p => p.Matches(threat.Type.Text) && p.Text.AsSpan().ContainsAnyExcept('*', '?')));
        var whyNot = suspend.Count == 0 ? null : WhyNot(threat, named is not null);
        return Door(threat, suspend.FirstOrDefault() ?? matching[ThreatAnswer.Close].FirstOrDefault(), matching[ThreatAnswer.Notify].FirstOrDefault(), matching.FirstOrDefault()?.FirstOrDefault()) with
        {
            Suspends = whyNot is null ? named : null,
            WhyNotSuspended = whyNot,
            Isolates = matching[ThreatAnswer.Isolate].OrderByDescending(t => t.CutsConnections).FirstOrDefault(),
            Blocks = matching[ThreatAnswer.Block].OrderByDescending(t => t.Hours).FirstOrDefault(),
        };
    }

    /// <summary>The stronger answer counts; to suspend is to close as well.</summary>
    private static Stance Door(Threat threat, ThreatResponse? closing, ThreatResponse? telling, ThreatResponse? other)
    {
        if (closing is not null) return new(true, "", closing);
        if (telling is not null) return new(false, "the policy's answer to findings of this type is to tell", telling);
        if (other is not null) return new(false, "the policy's answer to findings of this type closes no permission", other);
        var (closes, why) = DefaultAnswers.Of(threat);
        return new(closes, why, null);
    }

    /// <summary>Whatever the policy says: what is allowed is only taken away where it is certain enough that it harms.</summary>
    private static string? WhyNot(Threat threat, bool isNamed)
    {
        if (!isNamed) return "only an entry that names the type suspends what the policy allows";
        if (threat.IsPortProbe) return "a port probe suspends nothing: its addresses rotate, and may be forged";
        if (threat.Role != ThreatRole.Target) return "what is not known to be the target of the attack has nothing suspended";
        return threat.Severity >= LeastToSuspend ? null
            : string.Create(CultureInfo.InvariantCulture, $"a severity of {threat.Severity:0.0} suspends nothing: {LeastToSuspend:0.0} is the least that does");
    }
}
