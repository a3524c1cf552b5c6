using Remediator.Ports;

namespace Remediator.Cli.Redriving;

/// <summary>Sends the events of a dead-letter queue again.</summary>
/// <remarks>
/// INVARIANT: a message is deleted only after Lambda said 202 to its event, so that no event is ever lost. Who dies between the two, or
/// whose answer is lost, sends the event twice: it carries the same event id, and the ledger makes the second delivery end without a call.
/// </remarks>
internal sealed class Redriver(RedrivePorts ports, TimeProvider clock)
{
    private const int MostAtOnce = 10;
    private const int EmptyAnswers = 2;

    private readonly Persistence _persistence = new(clock);
    private readonly Dictionary<string, DeadLetter> _held = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<HandledLetter> _handled = [];
    private string? _stopped;

    /// <summary>Ends when the queue showed nothing new twice, after so many messages, or when going on has no use.</summary>
    /// <param name="most">Null: all of them.</param>
    public async Task<RedriveResult> Run(int? most, bool dryRun, CancellationToken cancel)
    {
        try
        {
            await Work(most ?? int.MaxValue, dryRun, cancel).ConfigureAwait(false);
            // Also without this it is shown again when its time is over.
            foreach (var letter in _held.Values) await ports.Queue.GiveBack(letter, cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            _stopped ??= "interrupted: what was not sent is shown in the queue again after a few minutes";
        }

        return new([.. _handled], _stopped);
    }

    private async Task Work(int most, bool dryRun, CancellationToken cancel)
    {
        for (var empty = 0; empty < EmptyAnswers && _handled.Count < most && _stopped is null;)
        {
            var room = Math.Min(MostAtOnce, most - _handled.Count);
            var received = await _persistence.Try(() => ports.Queue.Receive(room, cancel), a => a.Retryable, cancel).ConfigureAwait(false);
            if (received.Problem is not null) _stopped = $"the queue could not be read: {received.Problem}";
            else if (await Handle(received.Letters, dryRun, cancel).ConfigureAwait(false)) empty = 0;
            else empty++;
        }
    }

    /// <returns>Whether there was something new: what has been left before comes again when it is hidden no longer.</returns>
    private async Task<bool> Handle(ImmutableArray<DeadLetter> letters, bool dryRun, CancellationToken cancel)
    {
        var before = _handled.Count;
        var received = clock.GetUtcNow();
        foreach (var letter in letters)
        {
            _held[letter.Id] = letter;
            // Behind long waits its time may run out between sending and deleting: better received anew.
            var late = clock.GetUtcNow() - received > ports.Queue.HiddenFor / 2;
            if (_stopped is not null || late || !_seen.Add(letter.Id)) continue;
            _handled.Add(await Handle(letter, dryRun, cancel).ConfigureAwait(false));
        }

        return _handled.Count > before;
    }

    private async Task<HandledLetter> Handle(DeadLetter letter, bool dryRun, CancellationToken cancel)
    {
        var happened = LetterReader.Read(letter, out var whyNot);
        if (happened is null) return new(letter, null, LetterFate.Left, whyNot);
        if (dryRun) return new(letter, happened, LetterFate.WouldSend, null);
        var sent = await _persistence.Try(() => ports.Function.Send(happened.Bytes, cancel), a => a.Retryable, cancel).ConfigureAwait(false);
        // What Lambda has is deleted even when somebody interrupts now.
        if (sent.Succeeded) return await Delete(letter, happened, CancellationToken.None).ConfigureAwait(false);
        if (!sent.IsAboutEvent) _stopped = $"the function did not accept an event, and would accept no other: {sent.Problem}";
        return new(letter, happened, LetterFate.Left, sent.Problem);
    }

    private async Task<HandledLetter> Delete(DeadLetter letter, LetterEvent happened, CancellationToken cancel)
    {
        var deleted = await _persistence.Try(() => ports.Queue.Delete(letter, cancel), a => a.Retryable, cancel).ConfigureAwait(false);
        if (deleted.Succeeded) _held.Remove(letter.Id);
        return new(letter, happened, deleted.Succeeded ? LetterFate.Sent : LetterFate.SentNotDeleted, deleted.Problem);
    }
}
