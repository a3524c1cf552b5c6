using System.Globalization;
using Remediator.Ports;
using Remediator.Steps;

namespace Remediator.Schedule;

/// <summary>One run at a time: a note with the holder of the run and when it ends at the latest. Whoever dies holding it blocks nobody
/// beyond that.</summary>
internal sealed class RunLock(INotebook notebook, TimeProvider clock)
{
    public const string Name = "schedule/run";

    /// <summary>Clocks of machines differ: so long after its own end, a holder is surely over.</summary>
    private static readonly TimeSpan Doubt = TimeSpan.FromSeconds(5);

    private Note? _mine;

    /// <summary>Until when somebody else may hold it; null when it is ours; or a problem, and nobody knows.</summary>
    public async Task<(DateTimeOffset? HeldUntil, string? Problem)> Take(Invocation invocation, CancellationToken cancel)
    {
        var reading = await notebook.Read(Name, cancel).ConfigureAwait(false);
        if (reading.Problem is { } problem) return (null, $"whether another run is going on could not be read: {problem}");
        if (Until(reading.Value) is { } until && until > clock.GetUtcNow()) return (until, null);
        var end = invocation.Deadline + Doubt;
        var note = Written(invocation.Holder, end, reading.Value);
        switch (await notebook.Write(note, cancel).ConfigureAwait(false))
        {
            case WriteAnswer.Written:
                _mine = note;
                return (null, null);
            case WriteAnswer.Conflict:
                // Another run took it in this moment; when it ends is not known, and this one need not wait for it.
                return (end, null);
            case WriteAnswer.Failed failed:
                return (null, $"that this run is going on could not be noted: {failed.Problem}");
            case var answer:
                throw new InvalidOperationException($"unknown answer {answer}");
        }
    }

    /// <summary>Gives it back; where that fails, it lapses.</summary>
    public async Task Release(Invocation invocation, CancellationToken cancel)
    {
        if (_mine is { } mine) await notebook.Write(Written(invocation.Holder, DateTimeOffset.UnixEpoch, mine), cancel).ConfigureAwait(false);
    }

    private Note Written(string holder, DateTimeOffset until, Note? before) =>
        new(Name, string.Create(CultureInfo.InvariantCulture, $"{until.ToUnixTimeMilliseconds()} {holder}"), (before?.Version ?? 0) + 1, clock.GetUtcNow() + TimeSpan.FromDays(1));

    /// <summary>What nobody can read holds nobody up: the version still lets one of two through.</summary>
    private static DateTimeOffset? Until(Note? note) =>
        long.TryParse(note?.Text.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(ms)
            : null;
}
