namespace Remediator.Ports;

/// <summary>Tallies that live as long as the process. Beyond <see cref="MostTallies"/> the oldest are forgotten.</summary>
public sealed class InMemoryTallies : ITallies
{
    public const int MostTallies = 1_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, ImmutableHashSet<string>> _kept = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public Task<TallyAnswer> Add(string tally, ImmutableHashSet<string> marks, int? most, DateTimeOffset until, CancellationToken cancel)
    {
        lock (_gate)
        {
            var held = _kept.GetValueOrDefault(tally, []);
            var all = held.Union(marks);
            if (all.Count > most && all.Count > held.Count) return Task.FromResult<TallyAnswer>(new TallyAnswer.Full(held));
            if (_kept.TryAdd(tally, all)) Order(tally);
            else _kept[tally] = all;
            return Task.FromResult<TallyAnswer>(new TallyAnswer.Added(all));
        }
    }

    public Task<Answer> Remove(string tally, ImmutableHashSet<string> marks, CancellationToken cancel)
    {
        lock (_gate)
        {
            if (_kept.TryGetValue(tally, out var held)) _kept[tally] = held.Except(marks);
            return Task.FromResult(Answer.Ok);
        }
    }

    private void Order(string tally)
    {
        _order.Enqueue(tally);
        if (_order.Count > MostTallies) _kept.Remove(_order.Dequeue());
    }
}
