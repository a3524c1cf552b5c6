using Remediator.Groups;
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

    private static readonly Task<RecordAnswer> Lost = Task.FromResult<RecordAnswer>(new RecordAnswer.Lost());
    private static readonly Task<RecordAnswer> Recorded = Task.FromResult(RecordAnswer.Ok);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Kept> _kept = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private readonly HashSet<string> _ours = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Intent> _intents = new(StringComparer.Ordinal);
    private int _verdicts;

    public Task<Reading<Attempt>> Earlier(string key, CancellationToken cancel)
    {
        lock (_gate) return Task.FromResult(new Reading<Attempt>(_kept.GetValueOrDefault(key)?.Attempt, null));
    }

    public Task<Reading<bool>> IsOurs(string? requestId, GroupKey group, ImmutableArray<Permission> opened, DateTimeOffset now, CancellationToken cancel)
    {
        lock (_gate)
        {
            var isOurs = (requestId is not null && _ours.Contains(requestId))
                || (!opened.IsEmpty && _intents.Values.Any(i => i.Group == group && now < i.Until && opened.All(i.ToCreate.Contains)));
            return Task.FromResult(new Reading<bool>(isOurs, null));
        }
    }

    public Task<Answer> NoteCall(string requestId, DateTimeOffset now, CancellationToken cancel)
    {
        lock (_gate) _ours.Add(requestId);
        return Task.FromResult(Answer.Ok);
    }

    public Task<ClaimAnswer> Claim(Claim claim, string holder, DateTimeOffset now, CancellationToken cancel)
    {
        lock (_gate) return Task.FromResult(Say(claim, holder, now));
    }

    public Task<RecordAnswer> Amend(Claim claim, string holder, DateTimeOffset now, CancellationToken cancel) =>
        Write(claim.Key, holder, kept => kept with { Attempt = kept.Attempt with { Claim = claim }, Until = now + lease });

    public Task<RecordAnswer> Intend(string key, GroupKey group, ImmutableArray<Permission> toCreate, DateTimeOffset until, CancellationToken cancel)
    {
        lock (_gate) _intents[key] = new(group, [.. toCreate], until);
        return Recorded;
    }

    public Task<RecordAnswer> Record(string key, string holder, Progress progress, DateTimeOffset now, CancellationToken cancel) =>
        Write(key, holder, kept => kept with { Attempt = kept.Attempt with { Progress = progress }, Until = now + lease });

    public Task<RecordAnswer> Hold(string key, string holder, Progress progress, DateTimeOffset again, DateTimeOffset now, CancellationToken cancel) =>
        Write(key, holder, kept => kept with { Attempt = kept.Attempt with { Progress = progress, HeldUntil = again, LetGoBy = null }, Until = DateTimeOffset.MinValue });

    public Task Release(string key, string holder, CancellationToken cancel) => Write(key, holder, kept => kept with { Until = DateTimeOffset.MinValue });

    /// <summary>What was announced stays announced for its time: the event of a call whose answer was lost may be late.</summary>
    public Task<RecordAnswer> Finish(Entry entry, string holder, CancellationToken cancel) => Write(entry.Claim.Key, holder, kept => kept with
    {
        Attempt = kept.Attempt with { Claim = entry.Claim, Progress = entry.Progress, FinishedAt = entry.FinishedAt, HeldUntil = null },
        Entry = entry,
    });

    public Task<Reading<ImmutableArray<string>>> Held(DateTimeOffset now, int most, CancellationToken cancel)
    {
        lock (_gate)
        {
            var due = _kept.Where(k => k.Value.Attempt.HeldUntil <= now).OrderBy(k => k.Value.Attempt.HeldUntil).Select(k => k.Key);
            return Task.FromResult(new Reading<ImmutableArray<string>>([.. due.Take(most)], null));
        }
    }

    public Task<RecordAnswer> LetGo(string key, string by, DateTimeOffset now, CancellationToken cancel) =>
        Change(key, kept => kept.Attempt.HeldUntil is null ? null : kept with { Attempt = kept.Attempt with { HeldUntil = now, LetGoBy = by }, Holder = "", Until = DateTimeOffset.MinValue });

    public Task<RecordAnswer> Undone(string key, Undoing undoing, CancellationToken cancel) =>
        Change(key, kept => kept.Entry is null || kept.Attempt.Undone is not null ? null : kept with { Attempt = kept.Attempt with { Undone = undoing } });

    private ClaimAnswer Say(Claim claim, string holder, DateTimeOffset now)
    {
        var known = _kept.TryGetValue(claim.Key, out var kept);
        if (kept?.Entry is { } entry) return new ClaimAnswer.Finished(entry);
        if (known && now < kept!.Until) return new ClaimAnswer.Busy(kept.Until);
        // A takeover keeps the first claim: what that had decided is what has to be brought to its end.
        _kept[claim.Key] = known ? kept! with { Holder = holder, Until = now + lease } : Add(claim, holder, now);
        return new ClaimAnswer.Granted(kept?.Attempt);
    }

    private Kept Add(Claim claim, string holder, DateTimeOffset now)
    {
        _order.Enqueue(claim.Key);
        _verdicts += Weight(claim);
        for (var left = _order.Count - 1; left > 0 && _verdicts > MostVerdicts; left--) Forget(_order.Dequeue(), now);
        return new(new(claim, Progress.Begun, null), holder, now + lease, null, Weight(claim));
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
        _intents.Remove(key);
        _ours.ExceptWith(RequestIds(oldest.Attempt.Progress));
        _verdicts -= oldest.Weight;
    }

    /// <summary>Lost when it is finished, forgotten, or somebody else's.</summary>
    private Task<RecordAnswer> Write(string key, string holder, Func<Kept, Kept> write) => Change(key, kept => kept.Entry is null && kept.Holder == holder ? write(kept) : null);

    private Task<RecordAnswer> Change(string key, Func<Kept, Kept?> write)
    {
        lock (_gate)
        {
            if (!_kept.TryGetValue(key, out var kept) || write(kept) is not { } written) return Lost;
            _kept[key] = written;
            _ours.UnionWith(RequestIds(written.Attempt.Progress));
            return Recorded;
        }
    }

    private static IEnumerable<string> RequestIds(Progress progress) => progress.Calls.Select(c => c.RequestId).OfType<string>();

    private static int Weight(Claim claim) => Math.Max(1, claim.Verdicts.Length);

    private sealed record Intent(GroupKey Group, ImmutableHashSet<Permission> ToCreate, DateTimeOffset Until);

    private sealed record Kept(Attempt Attempt, string Holder, DateTimeOffset Until, Entry? Entry, int Weight);
}
