using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Remediations;

namespace Remediator.Steps;

/// <summary>What one attempt does, written to the ledger before each call that could not be told from its traces afterwards.</summary>
internal sealed class Journal(TimeProvider clock, Holding holding, Attempt? earlier)
{
    private readonly List<CallMade> _calls = [];

    public Progress Progress { get; private set; } = earlier?.Progress ?? Progress.Begun;

    /// <summary>The calls of this attempt.</summary>
    public IReadOnlyList<CallMade> Calls => _calls;

    public void Note(CallMade call) => _calls.Add(call);

    public void Note(string operation, string? requestId, string answer) => Note(new(operation, requestId, answer, clock.GetUtcNow()));

    /// <summary>Written with whatever is written next.</summary>
    public void Keep(TrimProgress trim) => Keep(Progress.With(trim));

    public void Keep(Progress progress) => Progress = progress;

    public Task Write(TrimProgress trim, CancellationToken cancel) => Write(Progress.With(trim), cancel);

    public Task Write(Progress progress, CancellationToken cancel)
    {
        Progress = progress with { Calls = [.. earlier?.Progress.Calls ?? [], .. _calls] };
        return holding.Require(Progress, cancel);
    }

    /// <summary>Before they are authorised.</summary>
    public Task Announce(ImmutableArray<Permission> toCreate, CancellationToken cancel) => holding.Announce(toCreate, cancel);
}
