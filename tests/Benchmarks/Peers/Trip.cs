using System.Collections.Immutable;
using System.Diagnostics;

namespace Remediator.Benchmarks.Peers;

/// <summary>One event's way through a process, with the calls that it made.</summary>
/// <param name="StartedAt">The process was started; the time of its first event only.</param>
internal sealed record Trip(long StartedAt, Answered Times, ImmutableArray<SeenCall> Calls)
{
    public double StartToRevokeMs => Ms(StartedAt, Revoke.FirstByteAt);

    public double EventToRevokeMs => Ms(Times.HandedOutAt, Revoke.FirstByteAt);

    public double EventToResponseMs => Ms(Times.HandedOutAt, Times.AnsweredAt);

    /// <summary>The calls before it are the ledger's.</summary>
    public SeenCall Revoke => Calls.FirstOrDefault(c => !c.IsOfTable) is { IsRevoke: true } first
        ? first
        : throw new BenchmarkException($"Revoke should have been the first call but for the ledger's, and the calls were: {(Calls.IsEmpty ? "none" : string.Join(", ", Calls.Select(c => c.Operation)))}");

    private static double Ms(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;
}
