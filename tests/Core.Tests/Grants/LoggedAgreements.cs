using Remediator.Core.Tests.Pipelines;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Waivers;

namespace Remediator.Core.Tests.Grants;

/// <summary>Agreements in memory that log each call.</summary>
internal sealed class LoggedAgreements(CallLog calls) : IAgreements
{
    private readonly InMemoryAgreements _kept = new();

    /// <summary>Answers to the next writes in place of the memory's own; the flag says whether the write is carried out all the same.</summary>
    public Queue<(WriteAnswer Answer, bool IsTaken)> Writes { get; } = new();

    public Task<Reading<ImmutableArray<Agreement>>> Of(GroupKey group, CancellationToken cancel) => calls.Make("Agreements", () => _kept.Of(group, cancel));

    public Task<Reading<Agreement>> Find(string id, CancellationToken cancel) => calls.Make("Find", () => _kept.Find(id, cancel));

    public Task<Reading<ImmutableArray<Agreement>>> Open(CancellationToken cancel) => calls.Make("Open", () => _kept.Open(cancel));

    public Task<WriteAnswer> Write(Agreement agreement, CancellationToken cancel) => calls.Make($"Write {agreement.Lease?.State}", () =>
    {
        if (!Writes.TryDequeue(out var planned)) return _kept.Write(agreement, cancel);
        if (planned.IsTaken) _kept.Write(agreement, cancel).GetAwaiter().GetResult();
        return Task.FromResult(planned.Answer);
    });
}
