using Remediator.Core.Tests.Pipelines;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Waivers;

namespace Remediator.Core.Tests.Undos;

/// <summary>Waivers whose calls are written down among the others; they outlive the process, as a table does.</summary>
internal sealed class LoggedAgreements(CallLog calls, IAgreements kept) : IAgreements
{
    /// <summary>Answers given to the next writes, which are then not carried out.</summary>
    public Queue<WriteAnswer> Refusals { get; } = new();

    /// <summary>Every version that was written.</summary>
    public List<Agreement> Written { get; } = [];

    public Task<Reading<ImmutableArray<Agreement>>> Of(GroupKey group, CancellationToken cancel) => calls.Make("Agreements Of", () => kept.Of(group, cancel));

    public Task<Reading<Agreement>> Find(string id, CancellationToken cancel) => calls.Make("Agreements Find", () => kept.Find(id, cancel));

    public Task<Reading<ImmutableArray<Agreement>>> Open(CancellationToken cancel) => calls.Make("Agreements Open", () => kept.Open(cancel));

    public Task<WriteAnswer> Write(Agreement agreement, CancellationToken cancel) => calls.Make("Agreements Write", () =>
    {
        if (Refusals.TryDequeue(out var refusal)) return Task.FromResult(refusal);
        Written.Add(agreement);
        return kept.Write(agreement, cancel);
    });
}
