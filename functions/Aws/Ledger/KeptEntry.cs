using Remediator.Ledger;
using Remediator.Remediations;

namespace Remediator.Aws.Ledger;

/// <summary>An entry as the table keeps it.</summary>
/// <param name="Stamp">Of the write that made it what it is.</param>
/// <param name="Until">When its claim lapses; long ago for one that was given back.</param>
/// <param name="Calls">Of the attempt that finished it.</param>
internal sealed record KeptEntry(Attempt Attempt, string Holder, string Stamp, DateTimeOffset Until, ImmutableArray<CallMade> Calls)
{
    /// <summary>Null while it is not finished.</summary>
    public Entry? Finished => Attempt.FinishedAt is { } at ? new(Attempt.Claim, Attempt.Progress, Calls, at) : null;
}
