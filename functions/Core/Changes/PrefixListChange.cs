namespace Remediator.Changes;

/// <summary>One successful call that changed the entries of a managed prefix list. Which groups refer to it, only a read tells.</summary>
public sealed record PrefixListChange(string EventId, string EventName, DateTimeOffset Time, string Account, string Region, string PrefixListId, Actor Actor) : ChangeReading
{
    public string? RequestId { get; init; }

    /// <summary>The change as one group that refers to the list meets it.</summary>
    public Change For(string groupId) => new(EventId, EventName, Time, Account, Region, new(groupId, null), Actor)
    {
        Kind = ChangeKind.PeerChanged,
        RequestId = RequestId,
        PrefixListId = PrefixListId,
        WholeGroupBecause = "a prefix list that it refers to has changed",
    };
}
