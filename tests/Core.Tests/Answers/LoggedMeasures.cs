using Remediator.Containment;
using Remediator.Core.Tests.Pipelines;
using Remediator.Ports;

namespace Remediator.Core.Tests.Answers;

/// <summary>Measures whose calls are written down among the others; they outlive the process, as a table does.</summary>
internal sealed class LoggedMeasures(CallLog calls) : IMeasures
{
    private readonly InMemoryMeasures _kept = new();

    /// <summary>What reads and writes are answered while it is set.</summary>
    public string? Refuses { get; set; }

    public List<Measure> Written { get; } = [];

    public Task<Reading<Measure>> Find(string id, CancellationToken cancel) =>
        calls.Make("Measures Find", () => Refuses is { } problem ? Task.FromResult(new Reading<Measure>(null, problem)) : _kept.Find(id, cancel));

    public Task<Reading<ImmutableArray<Measure>>> Open(CancellationToken cancel) => calls.Make("Measures Open", () => _kept.Open(cancel));

    public Task<WriteAnswer> Write(Measure measure, CancellationToken cancel) => calls.Make($"Measures Write {measure.State}", () =>
    {
        Written.Add(measure);
        return Refuses is { } problem ? Task.FromResult<WriteAnswer>(new WriteAnswer.Failed(problem)) : _kept.Write(measure, cancel);
    });

    public async Task<Suspension?> Suspension(string id) => (Suspension?)(await _kept.Find(id, CancellationToken.None)).Value;
}
