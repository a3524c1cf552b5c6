using Remediator.Ledger;

namespace Remediator.Ports;

/// <summary>A ledger that lives as long as the process: no round trip, and no memory of other processes.</summary>
/// <remarks>INVARIANT: a key is either unfinished, with a lease, or finished, with its entry. Only finished ones are ever forgotten,
/// the oldest first, beyond <see cref="MostEntries"/>.</remarks>
public sealed class InMemoryLedger(TimeSpan lease) : ILedger
{
    /// <summary>Enough for every event that Lambda may deliver again while the process lives, and small enough to stay in memory.</summary>
    public const int MostEntries = 10_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Open> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entry> _finished = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public Task<ClaimAnswer> Claim(Claim claim, DateTimeOffset now, CancellationToken cancel)
    {
        lock (_gate)
        {
            if (_finished.TryGetValue(claim.Key, out var entry)) return Task.FromResult<ClaimAnswer>(new ClaimAnswer.Finished(entry));
            if (_open.TryGetValue(claim.Key, out var open) && now < open.Until) return Task.FromResult<ClaimAnswer>(new ClaimAnswer.Busy(open.Until));
            _open[claim.Key] = new(open?.Progress ?? Progress.Begun, now + lease);
            return Task.FromResult<ClaimAnswer>(new ClaimAnswer.Granted(open?.Progress));
        }
    }

    public Task Record(string key, Progress progress, DateTimeOffset now, CancellationToken cancel)
    {
        lock (_gate) _open[key] = new(progress, now + lease);
        return Task.CompletedTask;
    }

    public Task Release(string key, CancellationToken cancel)
    {
        lock (_gate)
        {
            if (_open.TryGetValue(key, out var open)) _open[key] = open with { Until = DateTimeOffset.MinValue };
        }

        return Task.CompletedTask;
    }

    public Task Finish(Entry entry, CancellationToken cancel)
    {
        lock (_gate)
        {
            _open.Remove(entry.Claim.Key);
            if (_finished.TryAdd(entry.Claim.Key, entry)) _order.Enqueue(entry.Claim.Key);
            while (_order.Count > MostEntries) _finished.Remove(_order.Dequeue());
        }

        return Task.CompletedTask;
    }

    private sealed record Open(Progress Progress, DateTimeOffset Until);
}
