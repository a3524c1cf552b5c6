using Remediator.Findings;
using Remediator.Ports;

namespace Remediator.Core.Tests.Sweeps;

/// <summary>An outbox that takes nothing.</summary>
internal sealed class NoOutbox : IOutbox
{
    public Task<Answer> Put(Letter letter, CancellationToken cancel) => Task.FromResult(new Answer("the outbox is down", true));

    public Task<Reading<ImmutableArray<Letter>>> Due(DateTimeOffset now, int most, CancellationToken cancel) => Task.FromResult(new Reading<ImmutableArray<Letter>>([], null));

    public Task<Answer> Postpone(Letter letter, DateTimeOffset from, CancellationToken cancel) => Put(letter, cancel);

    public Task<Answer> Take(Letter letter, CancellationToken cancel) => Remove(letter.Id, cancel);

    public Task<Answer> Remove(string id, CancellationToken cancel) => Task.FromResult(Answer.Ok);
}
