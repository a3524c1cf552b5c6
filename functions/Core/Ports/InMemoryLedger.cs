using Remediator.Ledger;

namespace Remediator.Ports;

/// <summary>A ledger that lives as long as the process: no round trip, and no memory of other processes.</summary>
/// <remarks>INVARIANT: a key has one record, unfinished with a lease, or finished for good. Beyond <see cref="MostVerdicts"/> the
/// oldest are forgotten, but for those whose lease runs. An unfinished one may be among them: when its deliveries ended in a
/// dead-letter queue, it comes no more.</remarks>
public sealed class InMemoryLedger(TimeSpan lease) : ILedger
{
    /// <summary>Enough for every event that Lambda may deliver again while the process lives, and small enough to stay in memory: one
    /// event may carry a thousand verdicts, so these are counted, not events.</summary>
    public const int MostVerdicts = 20_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Kept> _kept = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private readonly HashSet<string> _ours = new(StringComparer.Ordinal);
    private int _verdicts;

    public Task<Attempt?> Earlier(string key, CancellationToken cancel)
    {
        lock (_gate) return Task.FromResult(_kept.GetValueOrDefault(key)?.Attempt);
    }

    public Task<bool> IsOurs(string requestId, CancellationToken cancel)
    {
        lock (_gate) return Task.FromResult(_ours.Contains(requestId));
    }

    public Task<ClaimAnswer> Claim(Claim claim, DateTimeOffset now, CancellationToken cancel)
    {
        lock (_gate) return Task.FromResult(Answer(claim, now));
    }

    public Task Record(string key, Progress progress, DateTimeOffset now, CancellationToken cancel)
    {
        lock (_gate)
        {
            if (!_kept.TryGetValue(key, out var kept) || kept.Entry is not null) return Task.CompletedTask;
            _kept[key] = kept with { Attempt = kept.Attempt with { Progress = progress }, Until = now + lease };
            _ours.UnionWith(RequestIds(progress));
        }

        return Task.CompletedTask;
    }

    public Task Release(string key, CancellationToken cancel)
    {
        lock (_gate)
        {
            if (_kept.TryGetValue(key, out var kept)) _kept[key] = kept with { Until = DateTimeOffset.MinValue };
        }

        return Task.CompletedTask;
    }

    public Task Finish(Entry entry, CancellationToken cancel)
    {
        lock (_gate)
        {
            if (!_kept.TryGetValue(entry.Claim.Key, out var kept) || kept.Entry is not null) return Task.CompletedTask;
            _ours.UnionWith(RequestIds(entry.Progress));
            _kept[entry.Claim.Key] = kept with { Attempt = new(entry.Claim, entry.Progress, entry.FinishedAt), Entry = entry };
        }

        return Task.CompletedTask;
    }

    private ClaimAnswer Answer(Claim claim, DateTimeOffset now)
    {
        var known = _kept.TryGetValue(claim.Key, out var kept);
        if (kept?.Entry is { } entry) return new ClaimAnswer.Finished(entry);
        if (known && now < kept!.Until) return new ClaimAnswer.Busy(kept.Until);
        // A takeover keeps the first claim: what that had decided is what has to be brought to its end.
        _kept[claim.Key] = known ? kept! with { Until = now + lease } : Add(claim, now);
        return new ClaimAnswer.Granted(kept?.Attempt);
    }

    private Kept Add(Claim claim, DateTimeOffset now)
    {
        _order.Enqueue(claim.Key);
        _verdicts += Weight(claim);
        for (var left = _order.Count - 1; left > 0 && _verdicts > MostVerdicts; left--) Forget(_order.Dequeue(), now);
        return new(new(claim, Progress.Begun, null), now + lease, null, Weight(claim));
    }

    private void Forget(string key, DateTimeOffset now)
    {
        var oldest = _kept[key];
        if (oldest.Entry is null && now < oldest.Until)
        {
            _order.Enqueue(key);
            return;
        }

        _kept.Remove(key);
        _ours.ExceptWith(RequestIds(oldest.Attempt.Progress));
        _verdicts -= oldest.Weight;
    }

    private static IEnumerable<string> RequestIds(Progress progress) => progress.Calls.Select(c => c.RequestId).OfType<string>();

    private static int Weight(Claim claim) => Math.Max(1, claim.Verdicts.Length);

    private sealed record Kept(Attempt Attempt, DateTimeOffset Until, Entry? Entry, int Weight);
}
