using Remediator.Core.Tests.Pipelines;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Waivers;

namespace Remediator.Core.Tests.Schedule;

/// <summary>Books whose calls are written down among the others; they outlive the process, as a table does. They refuse what a test
/// says.</summary>
internal sealed class LoggedBooks(CallLog calls) : IAgreements, IOutbox, INotebook
{
    private readonly InMemoryAgreements _agreements = new();
    private readonly InMemoryOutbox _outbox = new();
    private readonly InMemoryNotebook _notebook = new();

    /// <summary>What a read or write is answered, by its line in the log; null: as it should be.</summary>
    public Func<string, string?> Refuses { get; set; } = _ => null;

    public List<Agreement> Written { get; } = [];

    public Task<Reading<ImmutableArray<Agreement>>> Of(GroupKey group, CancellationToken cancel) => Read("Agreements Of", () => _agreements.Of(group, cancel));

    public Task<Reading<Agreement>> Find(string id, CancellationToken cancel) => Read($"Agreements Find {id}", () => _agreements.Find(id, cancel));

    public Task<Reading<ImmutableArray<Agreement>>> Open(CancellationToken cancel) => Read("Agreements Open", () => _agreements.Open(cancel));

    public Task<WriteAnswer> Write(Agreement agreement, CancellationToken cancel) => Write($"Agreements Write {agreement.Waiver.Id}", () =>
    {
        Written.Add(agreement);
        return _agreements.Write(agreement, cancel);
    });

    public Task<Answer> Put(Letter letter, CancellationToken cancel) => Say("Outbox Put", () => _outbox.Put(letter, cancel));

    Task<Reading<ImmutableArray<Letter>>> IOutbox.Due(DateTimeOffset now, int most, CancellationToken cancel) => Read("Outbox Due", () => _outbox.Due(now, most, cancel));

    public Task<Answer> Postpone(Letter letter, DateTimeOffset from, CancellationToken cancel) => Say("Outbox Put", () => _outbox.Postpone(letter, from, cancel));

    public Task<Answer> Take(Letter letter, CancellationToken cancel) => Say("Outbox Remove", () => _outbox.Take(letter, cancel));

    public Task<Answer> Remove(string id, CancellationToken cancel) => Say("Outbox Remove", () => _outbox.Remove(id, cancel));

    Task<Reading<Note>> INotebook.Read(string name, CancellationToken cancel) => Read($"Notebook Read {name}", () => _notebook.Read(name, cancel));

    Task<WriteAnswer> INotebook.Write(Note note, CancellationToken cancel) => Write($"Notebook Write {note.Name}", () => _notebook.Write(note, cancel));

    private Task<Reading<T>> Read<T>(string what, Func<Task<Reading<T>>> read) =>
        calls.Make(what, () => Refuses(what) is { } problem ? Task.FromResult(new Reading<T>(default, problem)) : read());

    private Task<WriteAnswer> Write(string what, Func<Task<WriteAnswer>> write) =>
        calls.Make(what, () => Refuses(what) is { } problem ? Task.FromResult<WriteAnswer>(new WriteAnswer.Failed(problem)) : write());

    private Task<Answer> Say(string what, Func<Task<Answer>> say) =>
        calls.Make(what, () => Refuses(what) is { } problem ? Task.FromResult(new Answer(problem, true)) : say());
}
