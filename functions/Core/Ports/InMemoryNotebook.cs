namespace Remediator.Ports;

/// <summary>A notebook that lives as long as the process.</summary>
public sealed class InMemoryNotebook : INotebook
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Note> _kept = new(StringComparer.Ordinal);

    public Task<Reading<Note>> Read(string name, CancellationToken cancel)
    {
        lock (_gate) return Task.FromResult(new Reading<Note>(_kept.GetValueOrDefault(name), null));
    }

    public Task<WriteAnswer> Write(Note note, CancellationToken cancel)
    {
        lock (_gate)
        {
            var version = _kept.GetValueOrDefault(note.Name)?.Version ?? 0;
            if (note.Version != version + 1) return Task.FromResult<WriteAnswer>(new WriteAnswer.Conflict());
            _kept[note.Name] = note;
            return Task.FromResult(WriteAnswer.Ok);
        }
    }
}
