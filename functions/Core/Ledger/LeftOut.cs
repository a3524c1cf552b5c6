namespace Remediator.Ledger;

/// <summary>What a record lacks because the ledger takes no larger one: an undo cannot put it back, and says so.</summary>
public enum LeftOut
{
    Nothing,

    /// <summary>The tags of its permissions.</summary>
    Tags,

    TagsAndDescriptions,
}
