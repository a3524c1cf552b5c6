namespace Remediator.Ports;

/// <summary>What the schedule remembers from one run to the next: named texts of at most 300 kB, each with a version.</summary>
public interface INotebook
{
    /// <summary>Null when there is none, or when it may be forgotten already. Consistent.</summary>
    Task<Reading<Note>> Read(string name, CancellationToken cancel);

    /// <summary>Creates version 1, or replaces the version before this one.</summary>
    Task<WriteAnswer> Write(Note note, CancellationToken cancel);
}
