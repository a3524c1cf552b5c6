using Remediator.Core.Tests.Pipelines;
using Remediator.Ports;

namespace Remediator.Core.Tests.Sweeps;

/// <summary>A notebook whose calls are written down among the others; it outlives the process, as a table does.</summary>
internal sealed class LoggedNotebook(CallLog calls) : INotebook
{
    private readonly InMemoryNotebook _kept = new();

    /// <summary>What comes before the answer to a write; null: it is written.</summary>
    public Func<Note, WriteAnswer?> Says { get; set; } = _ => null;

    public Task<Reading<Note>> Read(string name, CancellationToken cancel) => calls.Make($"Note? {name.Split('/')[0]}", () => _kept.Read(name, cancel));

    public Task<WriteAnswer> Write(Note note, CancellationToken cancel) =>
        calls.Make($"Note! {note.Name.Split('/')[0]}", () => Says(note) is { } answer ? Task.FromResult(answer) : _kept.Write(note, cancel));
}
