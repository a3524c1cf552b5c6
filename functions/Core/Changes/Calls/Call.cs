using Remediator.Incoming;

namespace Remediator.Changes.Calls;

/// <summary>One recorded call that succeeded, and what is wrong with the event so far.</summary>
/// <param name="Detail">CloudTrail's record.</param>
/// <param name="Envelope">Null when it could not be read: then <paramref name="Problems"/> says why.</param>
internal sealed record Call(JsonCursor Detail, string Name, Envelope? Envelope, List<string> Problems)
{
    public JsonCursor? Request => Detail.Field("requestParameters");

    public JsonCursor? Answer => Detail.Field("responseElements");

    /// <summary>The event's account; empty when the envelope could not be read.</summary>
    public string Account => Envelope?.Account ?? "";

    public bool IsReadable => Envelope is not null && Problems.Count == 0;

    public Unreadable Unreadable => new([.. Problems]);

    /// <summary>A change of this group, with nothing said yet of what it was; null when the event is not readable so far.</summary>
    public Change? ChangeOf(GroupName? group) => IsReadable && group is { } named
        ? new(Envelope!.EventId, Name, Envelope.Time, Envelope.Account, Envelope.Region, named, Actor) { RequestId = Envelope.RequestId }
        : null;

    /// <summary>A change of this prefix list; null when the event is not readable so far.</summary>
    public PrefixListChange? ChangeOf(string? prefixListId) => IsReadable && prefixListId is { } named
        ? new(Envelope!.EventId, Name, Envelope.Time, Envelope.Account, Envelope.Region, named, Actor) { RequestId = Envelope.RequestId }
        : null;

    private Actor Actor => ActorReader.Read(Detail, Account);
}
