namespace Remediator.Aws.Ledger;

/// <summary>How long the table may take to answer one call. A claim stands between a change and its end, so this is short.</summary>
/// <param name="Each">For each try.</param>
/// <param name="Tries">A call that was throttled, timed out or met a server's fault is tried again up to so many times in all.</param>
/// <param name="Pause">Between two tries.</param>
public sealed record Patience(TimeSpan Each, int Tries, TimeSpan Pause)
{
    /// <summary>About four seconds in all. One try has room for the first call of a process on a small function, which also
    /// connects.</summary>
    public static readonly Patience Usual = new(TimeSpan.FromSeconds(2), 2, TimeSpan.FromMilliseconds(50));
}
