using Remediator.Groups;
using Remediator.Waivers;

namespace Remediator.Ports;

/// <summary>Waivers and leases that live as long as the process.</summary>
public sealed class InMemoryAgreements : IAgreements
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Agreement> _kept = new(StringComparer.Ordinal);

    public Task<Reading<ImmutableArray<Agreement>>> Of(GroupKey group, CancellationToken cancel) => All(a => a.Waiver.Group == group);

    public Task<Reading<Agreement>> Find(string id, CancellationToken cancel)
    {
        lock (_gate) return Task.FromResult(new Reading<Agreement>(_kept.GetValueOrDefault(id), null));
    }

    public Task<Reading<ImmutableArray<Agreement>>> Open(CancellationToken cancel) => All(a => a.EndedAt is null);

    public Task<WriteAnswer> Write(Agreement agreement, CancellationToken cancel)
    {
        lock (_gate)
        {
            var version = _kept.GetValueOrDefault(agreement.Waiver.Id)?.Version ?? 0;
            if (agreement.Version != version + 1) return Task.FromResult<WriteAnswer>(new WriteAnswer.Conflict());
            _kept[agreement.Waiver.Id] = agreement;
            return Task.FromResult(WriteAnswer.Ok);
        }
    }

    private Task<Reading<ImmutableArray<Agreement>>> All(Func<Agreement, bool> which)
    {
        lock (_gate) return Task.FromResult(new Reading<ImmutableArray<Agreement>>([.. _kept.Values.Where(which).OrderBy(a => a.Waiver.Until)], null));
    }
}
