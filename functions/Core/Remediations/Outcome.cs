namespace Remediator.Remediations;

/// <summary>What became of one judged permission.</summary>
public enum Outcome
{
    /// <summary>Removed, and verified to be gone.</summary>
    Revoked,

    /// <summary>Would have been removed: the mode or the rule only observes.</summary>
    Observed,

    /// <summary>The rule asks to tell people, not to act; or the verdict is undecided.</summary>
    Told,

    /// <summary>Should have been removed and is still there, or nobody knows.</summary>
    Failed,

    /// <summary>Removed, and then the same content appeared under a new id: a new case.</summary>
    OpenedAgain,

    /// <summary>Gone before we acted: recorded, and told to nobody.</summary>
    Gone,

    /// <summary>Cut down to what nobody forbade, and verified: the pieces stand and the wide one is gone. What of the pieces could not
    /// be kept stands in the detail.</summary>
    Trimmed,

    /// <summary>Named by a baseline, missing, and put back; verified.</summary>
    Restored,

    /// <summary>Not there though it should be: named by a baseline, or closed by somebody who may not change the group. Told; where it
    /// should have been put back and was not, the detail says why.</summary>
    Missing,

    /// <summary>Should be acted on, and a guardrail held it back: told at once, judged again later. The detail says which.</summary>
    Held,
}
