using Remediator.Ledger;

namespace Remediator.Ports;

/// <summary>The record: claimed once, finished or not, how to undo.</summary>
/// <remarks>A claim is a lease of a few seconds, renewed by each <see cref="Record"/>. Whoever finds it lapsed takes it over.</remarks>
public interface ILedger
{
    /// <summary>What earlier deliveries of the event left; null when it was never claimed. Claims nothing.</summary>
    Task<Attempt?> Earlier(string key, CancellationToken cancel);

    /// <summary>Whether a call with this AWS request id was made by us, finished or not, as far as the record goes back.</summary>
    Task<bool> IsOurs(string requestId, CancellationToken cancel);

    Task<ClaimAnswer> Claim(Claim claim, DateTimeOffset now, CancellationToken cancel);

    /// <summary>Writes how far the event got, and renews the claim.</summary>
    Task Record(string key, Progress progress, DateTimeOffset now, CancellationToken cancel);

    /// <summary>Gives an unfinished claim back, so that the next delivery need not wait for it to lapse.</summary>
    Task Release(string key, CancellationToken cancel);

    Task Finish(Entry entry, CancellationToken cancel);
}
