namespace Remediator.Steps;

/// <summary>How long things take in EC2, as far as we rely on it.</summary>
public static class Timing
{
    /// <summary>Reads are eventually consistent (EC2 API, "Eventual consistency"): past this, they show what was written.</summary>
    public static readonly TimeSpan Settled = TimeSpan.FromSeconds(5);

    /// <summary>An older event is not acted on before a read shows that what it opened still stands.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    /// <summary>How long a claim lasts unless it is renewed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    /// <summary>The pause before try number <paramref name="tries"/> + 1: 100 ms, doubling, at most 1.6 s.</summary>
    public static TimeSpan Pause(int tries) => FirstPause * (1 << Math.Min(tries, 4));

    /// <summary>Waits until a read shows what was written at that time.</summary>
    public static async Task Settle(this TimeProvider clock, DateTimeOffset written, CancellationToken cancel)
    {
        var wait = written + Settled - clock.GetUtcNow();
        if (wait > Settled) wait = Settled; // this clock is behind the one that dated the event
        if (wait > TimeSpan.Zero) await Task.Delay(wait, clock, cancel).ConfigureAwait(false);
    }

    /// <summary>Whether there is time for the pause before <paramref name="until"/>; waits if so.</summary>
    public static async Task<bool> MayTryAgain(this TimeProvider clock, int tries, DateTimeOffset until, CancellationToken cancel)
    {
        var pause = Pause(tries);
        if (clock.GetUtcNow() + pause > until) return false;
        await Task.Delay(pause, clock, cancel).ConfigureAwait(false);
        return true;
    }
}
