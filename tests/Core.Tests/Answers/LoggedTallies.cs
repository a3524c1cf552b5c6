using Remediator.Core.Tests.Pipelines;
using Remediator.Ports;

namespace Remediator.Core.Tests.Answers;

/// <summary>Tallies whose calls are written down among the others.</summary>
internal sealed class LoggedTallies(CallLog calls) : ITallies
{
    private readonly InMemoryTallies _kept = new();

    public Task<TallyAnswer> Add(string tally, ImmutableHashSet<string> marks, int? most, DateTimeOffset until, CancellationToken cancel) =>
        calls.Make($"Tally {tally[..tally.IndexOf('/', StringComparison.Ordinal)]} {marks.Count}", () => _kept.Add(tally, marks, most, until, cancel));

    public Task<Answer> Remove(string tally, ImmutableHashSet<string> marks, CancellationToken cancel) => calls.Make("Tally Remove", () => _kept.Remove(tally, marks, cancel));
}
