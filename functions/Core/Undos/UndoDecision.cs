using Remediator.Grants;

namespace Remediator.Undos;

/// <summary>What undoing an entry would come to, before anything is changed.</summary>
public abstract record UndoDecision
{
    private UndoDecision()
    {
    }

    public sealed record Planned(UndoPlan Plan) : UndoDecision;

    /// <param name="Refusals">Every reason; at least one.</param>
    public sealed record Refused(ImmutableArray<Refusal> Refusals) : UndoDecision;

    /// <summary>Something could not be read, so that nobody can say.</summary>
    /// <param name="Problems">At least one.</param>
    public sealed record Unknown(ImmutableArray<string> Problems) : UndoDecision;
}
