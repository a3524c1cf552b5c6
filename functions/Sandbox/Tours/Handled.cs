using System.Diagnostics;
using Remediator.Sandbox.Lambda;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Tours;

/// <summary>What became of one change: every AWS call from it to the end of the function's work.</summary>
/// <param name="Change">The call that made the change; time counts from its answer.</param>
/// <param name="Calls">What the function called, in order.</param>
internal sealed record Handled(CallRecord Change, ImmutableArray<CallRecord> Calls, Attempt End)
{
    /// <summary>From the change to the answer of the last revoke; null when nothing was revoked.</summary>
    public TimeSpan? Closed => Calls.LastOrDefault(call => call.Action.StartsWith("ec2:Revoke", StringComparison.Ordinal) && call.Error is null) is { } revoke
        ? Since(revoke.AnsweredAt) : null;

    public TimeSpan Since(long timestamp) => Stopwatch.GetElapsedTime(Change.AnsweredAt, timestamp);
}
