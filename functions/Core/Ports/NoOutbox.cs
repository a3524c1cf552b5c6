using Remediator.Findings;

namespace Remediator.Ports;

/// <summary>Where there is no table: nothing is kept, and whoever has something to keep is told so.</summary>
/// <remarks>An outbox in memory would lose what it holds with the process, and nobody else could empty it.</remarks>
public sealed class NoOutbox : IOutbox
{
    public Task<Answer> Put(Letter letter, CancellationToken cancel) => Task.FromResult(new Answer("there is no outbox without a table", true));

    public Task<Reading<ImmutableArray<Letter>>> Due(DateTimeOffset now, int most, CancellationToken cancel) => Task.FromResult(new Reading<ImmutableArray<Letter>>([], null));

    public Task<Answer> Postpone(Letter letter, DateTimeOffset from, CancellationToken cancel) => Put(letter, cancel);

    public Task<Answer> Take(Letter letter, CancellationToken cancel) => Task.FromResult(Answer.Ok);

    public Task<Answer> Remove(string id, CancellationToken cancel) => Task.FromResult(Answer.Ok);
}
