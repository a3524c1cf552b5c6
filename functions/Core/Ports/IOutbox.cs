using Remediator.Findings;

namespace Remediator.Ports;

/// <summary>What could not be told yet.</summary>
public interface IOutbox
{
    /// <summary>Puts it in, or replaces the one with the same id.</summary>
    Task<Answer> Put(Letter letter, CancellationToken cancel);

    /// <summary>Those that are due by now, the longest due first, at most <paramref name="most"/>. May lag by a moment.</summary>
    Task<Reading<ImmutableArray<Letter>>> Due(DateTimeOffset now, int most, CancellationToken cancel);

    /// <summary>Takes it out; no problem when it is not there.</summary>
    Task<Answer> Remove(string id, CancellationToken cancel);
}
