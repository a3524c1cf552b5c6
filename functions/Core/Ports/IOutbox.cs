using Remediator.Findings;

namespace Remediator.Ports;

/// <summary>What could not be told yet.</summary>
public interface IOutbox
{
    /// <summary>Puts it in, or replaces the one with the same id.</summary>
    Task<Answer> Put(Letter letter, CancellationToken cancel);

    /// <summary>Those that are due by now, the longest due first, at most <paramref name="most"/>. May lag by a moment.</summary>
    Task<Reading<ImmutableArray<Letter>>> Due(DateTimeOffset now, int most, CancellationToken cancel);

    /// <summary>Puts it back for later. One that has replaced it since stays as it is.</summary>
    /// <param name="from">When it was due until now.</param>
    Task<Answer> Postpone(Letter letter, DateTimeOffset from, CancellationToken cancel);

    /// <summary>Takes out this very letter, which was told. One that has replaced it since stays, and no problem when there is none.</summary>
    Task<Answer> Take(Letter letter, CancellationToken cancel);

    /// <summary>Takes out whatever has this id; no problem when it is not there.</summary>
    Task<Answer> Remove(string id, CancellationToken cancel);
}
