using Remediator.Containment;
using Remediator.Grants;

namespace Remediator.Undos;

/// <summary>What taking a measure back would come to, before anything is changed.</summary>
public abstract record MeasureUndoDecision
{
    private MeasureUndoDecision()
    {
    }

    /// <param name="What">What is given back or removed, for people and safe to show; null: nothing is left of it but its record.</param>
    public sealed record Planned(Measure Measure, string? What) : MeasureUndoDecision
    {
        /// <summary>What a person should know besides, each safe to show.</summary>
        public ImmutableArray<string> Remarks { get; init; } = [];
    }

    /// <param name="Refusals">Every reason; at least one.</param>
    public sealed record Refused(ImmutableArray<Refusal> Refusals) : MeasureUndoDecision;

    /// <summary>Something could not be read, so that nobody can say.</summary>
    /// <param name="Problems">At least one.</param>
    public sealed record Unknown(ImmutableArray<string> Problems) : MeasureUndoDecision;
}
