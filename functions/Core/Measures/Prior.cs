using Remediator.Containment;
using Remediator.Findings;
using Remediator.Threats;

namespace Remediator.Measures;

/// <summary>What an earlier measure of the same kind, for the same finding and target, means for the one that is asked for.</summary>
internal abstract record Prior
{
    private Prior()
    {
    }

    /// <summary>Nothing stands in the way of a new one.</summary>
    public sealed record None : Prior;

    /// <summary>It was begun and did not come to its end: whoever finds it goes on.</summary>
    public sealed record Begun(Measure Measure) : Prior;

    /// <summary>It is in force, as far as the record says.</summary>
    /// <param name="OfThisState">It was decided for this very state of the finding: by an earlier delivery, which may not have told.</param>
    public sealed record Stands(Measure Measure, bool OfThisState) : Prior;

    /// <summary>A person ended it, and the finding has not grown since.</summary>
    public sealed record LeftAlone(Measure Measure, string Why) : Prior;

    public static Prior Of(Measure? latest, Threat threat) => latest switch
    {
        null => new None(),
        { State: MeasureState.Taking } => new Begun(latest),
        { State: MeasureState.Standing } => new Stands(latest, latest.At >= threat.UpdatedAt),
        { State: MeasureState.Ending } => new LeftAlone(latest, "it is just being taken back"),
        { EndedBy: { } by } when !latest.Cause.IsOutgrownBy(Cause.Of(threat)) => new LeftAlone(latest, $"`{SafeText.Line(by, 200)}` took it back, and the finding has grown neither in severity nor in ports since"),
        _ => new None(),
    };
}
