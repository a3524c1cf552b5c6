using Remediator.Groups;
using Remediator.Ports;

namespace Remediator.Memories;

/// <summary>What is written down for later, each note with the version that was read.</summary>
internal sealed class Notes(INotebook notebook, TimeProvider clock)
{
    /// <summary>Written anew in each round of the sweep: what is as old as this belongs to a group that is gone.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    public static string OfGroup(GroupKey group) => $"seen/{group}";

    /// <summary>The text, null where there is none, and the version to write next.</summary>
    public async Task<(Reading<string> Text, int Next)> Read(string name, CancellationToken cancel)
    {
        var reading = await notebook.Read(name, cancel).ConfigureAwait(false);
        return (new(reading.Value?.Text, reading.Problem), (reading.Value?.Version ?? 0) + 1);
    }

    public Task<WriteAnswer> Write(string name, string text, int version, CancellationToken cancel) =>
        notebook.Write(new(name, text, version, clock.GetUtcNow() + Kept), cancel);

    public static string? Problem(string name, WriteAnswer answer) => answer switch
    {
        WriteAnswer.Written => null,
        WriteAnswer.Conflict => $"note `{name}` was written by somebody else meanwhile",
        WriteAnswer.Failed failed => $"note `{name}` could not be written: {failed.Problem}",
        _ => throw new InvalidOperationException($"unknown answer {answer}"),
    };
}
