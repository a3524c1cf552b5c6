using Remediator.Containment;

namespace Remediator.Ports;

/// <summary>Measures that live as long as the process.</summary>
public sealed class InMemoryMeasures : IMeasures
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Measure> _kept = new(StringComparer.Ordinal);

    public Task<Reading<Measure>> Find(string id, CancellationToken cancel)
    {
        lock (_gate) return Task.FromResult(new Reading<Measure>(_kept.GetValueOrDefault(id), null));
    }

    public Task<Reading<ImmutableArray<Measure>>> Open(CancellationToken cancel)
    {
        lock (_gate) return Task.FromResult(new Reading<ImmutableArray<Measure>>([.. _kept.Values.Where(m => m.EndedAt is null).OrderBy(m => m.At)], null));
    }

    public Task<WriteAnswer> Write(Measure measure, CancellationToken cancel)
    {
        lock (_gate)
        {
            var version = _kept.GetValueOrDefault(measure.Id)?.Version ?? 0;
            if (measure.Version != version + 1) return Task.FromResult<WriteAnswer>(new WriteAnswer.Conflict());
            _kept[measure.Id] = measure;
            return Task.FromResult(WriteAnswer.Ok);
        }
    }
}
