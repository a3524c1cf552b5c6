using Remediator.Containment;

namespace Remediator.Ports;

/// <summary>What was done about threats and has to be taken back one day.</summary>
public interface IMeasures
{
    /// <summary>Null when there is none with this id. Consistent.</summary>
    Task<Reading<Measure>> Find(string id, CancellationToken cancel);

    /// <summary>Every one of the table whose end was not dealt with. May lag by a moment: read one again by <see cref="Find"/> before
    /// acting on it.</summary>
    Task<Reading<ImmutableArray<Measure>>> Open(CancellationToken cancel);

    /// <summary>Creates version 1, or replaces the version before this one.</summary>
    Task<WriteAnswer> Write(Measure measure, CancellationToken cancel);
}
