using Remediator.Groups;
using Remediator.Ledger;

namespace Remediator.Ports;

/// <summary>The record: claimed once, finished or not, how to undo. Every read is consistent.</summary>
/// <remarks>A claim is a lease of a few seconds, renewed by each write of its holder. Whoever finds it lapsed takes it over, and from then
/// on the earlier holder's writes are answered <see cref="RecordAnswer.Lost"/>: it stops. A holder is one invocation of one process.</remarks>
public interface ILedger
{
    /// <summary>What is recorded under this key; null when it was never claimed. Claims nothing.</summary>
    Task<Reading<Attempt>> Earlier(string key, CancellationToken cancel);

    /// <summary>Whether a call was made by us: by its AWS request id, finished or not, as far as the record goes back; or, where the answer
    /// with that id was lost, by an open intent (<see cref="Intend"/>) to create all of this content in this group.</summary>
    /// <param name="opened">What the call created; empty for one that created nothing.</param>
    Task<Reading<bool>> IsOurs(string? requestId, GroupKey group, ImmutableArray<Permission> opened, DateTimeOffset now, CancellationToken cancel);

    /// <summary>Notes that a call was made by us under no claim, such as closing a lease: from then on <see cref="IsOurs"/> knows it.</summary>
    Task<Answer> NoteCall(string requestId, DateTimeOffset now, CancellationToken cancel);

    /// <summary>Claims, or takes over what lapsed, was given back or is held. A takeover keeps the recorded claim: what that had decided
    /// is what has to be brought to its end.</summary>
    Task<ClaimAnswer> Claim(Claim claim, string holder, DateTimeOffset now, CancellationToken cancel);

    /// <summary>Another plan under the same claim, before anything that it adds was done.</summary>
    Task<RecordAnswer> Amend(Claim claim, string holder, DateTimeOffset now, CancellationToken cancel);

    /// <summary>Announces what is about to be created, before the call: until then an event of the same content in this group is ours.</summary>
    Task<RecordAnswer> Intend(string key, GroupKey group, ImmutableArray<Permission> toCreate, DateTimeOffset until, CancellationToken cancel);

    /// <summary>Writes how far the event got, and renews the claim.</summary>
    Task<RecordAnswer> Record(string key, string holder, Progress progress, DateTimeOffset now, CancellationToken cancel);

    /// <summary>As <see cref="Record"/>, and gives the claim back: what is held in it is judged again from <paramref name="again"/> on.</summary>
    Task<RecordAnswer> Hold(string key, string holder, Progress progress, DateTimeOffset again, DateTimeOffset now, CancellationToken cancel);

    /// <summary>Gives an unfinished claim back, so that the next delivery need not wait for it to lapse. Nothing when it is not this
    /// holder's.</summary>
    Task Release(string key, string holder, CancellationToken cancel);

    Task<RecordAnswer> Finish(Entry entry, string holder, CancellationToken cancel);

    /// <summary>Keys of what is held and is to be judged again by now, the longest due first, at most <paramref name="most"/>.</summary>
    Task<Reading<ImmutableArray<string>>> Held(DateTimeOffset now, int most, CancellationToken cancel);

    /// <summary>Lets something held go: it is due now, and limits do not hold it any more. Lost when it is not held. Whoever is handling
    /// it at that moment does not know, and loses its claim: else it would hold it again.</summary>
    /// <param name="by">The STS caller.</param>
    Task<RecordAnswer> LetGo(string key, string by, DateTimeOffset now, CancellationToken cancel);

    /// <summary>Notes that a finished entry was undone. Lost when it is not finished, or was undone before.</summary>
    Task<RecordAnswer> Undone(string key, Undoing undoing, CancellationToken cancel);
}
