using Remediator.Findings;
using Remediator.Ports;

namespace Remediator.Core.Tests.Pipelines;

/// <summary>An outbox in memory that can be out of order; it is, until a test says otherwise: then what is not told fails the event.</summary>
internal sealed class FakeOutbox : IOutbox
{
    private readonly InMemoryOutbox _kept = new();

    public bool Works { get; set; }

    public SortedDictionary<string, Letter> Letters { get; } = new(StringComparer.Ordinal);

    public Task<Answer> Put(Letter letter, CancellationToken cancel)
    {
        if (!Works) return Task.FromResult(new Answer("ProvisionedThroughputExceededException: slow down", true));
        Letters[letter.Id] = letter;
        return _kept.Put(letter, cancel);
    }

    public Task<Reading<ImmutableArray<Letter>>> Due(DateTimeOffset now, int most, CancellationToken cancel) => _kept.Due(now, most, cancel);

    public Task<Answer> Postpone(Letter letter, DateTimeOffset from, CancellationToken cancel) => Put(letter, cancel);

    public Task<Answer> Take(Letter letter, CancellationToken cancel) => Remove(letter.Id, cancel);

    public Task<Answer> Remove(string id, CancellationToken cancel)
    {
        Letters.Remove(id);
        return _kept.Remove(id, cancel);
    }
}
