using Remediator.Containment;
using Remediator.Remediations;

namespace Remediator.Measures;

/// <summary>What taking a measure back came to.</summary>
/// <param name="Measure">As it is recorded now.</param>
public abstract record MeasureEnd(Measure Measure)
{
    /// <summary>The calls that changed something, or were meant to.</summary>
    public ImmutableArray<CallMade> Calls { get; init; } = [];

    /// <summary>Over, and recorded as <see cref="MeasureState.Ended"/>: <see cref="Measure.Problem"/> says what was found otherwise. It is
    /// not told yet where <see cref="Measure.EndedAt"/> is null.</summary>
    public sealed record Over(Measure Measure) : MeasureEnd(Measure);

    /// <summary>The world has it otherwise, and a person has to say how to go on. Nothing was changed.</summary>
    /// <param name="Refusals">Every reason; at least one.</param>
    public sealed record Refused(Measure Measure, ImmutableArray<MeasureRefusal> Refusals) : MeasureEnd(Measure);

    /// <summary>It still stands, or nobody knows: the same again goes on where this stopped.</summary>
    public sealed record Failed(Measure Measure, string Problem) : MeasureEnd(Measure);
}
