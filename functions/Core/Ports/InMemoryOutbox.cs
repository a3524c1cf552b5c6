using Remediator.Findings;

namespace Remediator.Ports;

/// <summary>An outbox that lives as long as the process. Beyond <see cref="MostLetters"/> it takes no more, and says so.</summary>
public sealed class InMemoryOutbox : IOutbox
{
    public const int MostLetters = 1_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Letter> _kept = new(StringComparer.Ordinal);

    public Task<Answer> Put(Letter letter, CancellationToken cancel)
    {
        lock (_gate)
        {
            if (_kept.Count >= MostLetters && !_kept.ContainsKey(letter.Id)) return Task.FromResult(new Answer($"the outbox in memory holds {MostLetters} letters already", true));
            _kept[letter.Id] = letter;
            return Task.FromResult(Answer.Ok);
        }
    }

    public Task<Reading<ImmutableArray<Letter>>> Due(DateTimeOffset now, int most, CancellationToken cancel)
    {
        lock (_gate) return Task.FromResult(new Reading<ImmutableArray<Letter>>([.. _kept.Values.Where(l => l.Due <= now).OrderBy(l => l.Due).Take(most)], null));
    }

    public Task<Answer> Postpone(Letter letter, DateTimeOffset from, CancellationToken cancel)
    {
        lock (_gate)
        {
            if (_kept.TryGetValue(letter.Id, out var kept) && kept.Due == from) _kept[letter.Id] = letter;
            return Task.FromResult(Answer.Ok);
        }
    }

    public Task<Answer> Take(Letter letter, CancellationToken cancel)
    {
        lock (_gate)
        {
            if (_kept.TryGetValue(letter.Id, out var kept) && kept.Due == letter.Due) _kept.Remove(letter.Id);
            return Task.FromResult(Answer.Ok);
        }
    }

    public Task<Answer> Remove(string id, CancellationToken cancel)
    {
        lock (_gate) _kept.Remove(id);
        return Task.FromResult(Answer.Ok);
    }
}
