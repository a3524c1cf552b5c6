namespace Remediator.Benchmarks.Peers;

/// <summary>One event's way through a process, seen from outside; times as <see cref="System.Diagnostics.Stopwatch.GetTimestamp"/> counts.</summary>
/// <param name="HandedOutAt">The event was sent.</param>
/// <param name="AnsweredAt">The first byte of the response came in.</param>
/// <param name="Problem">What the process reported instead of a response.</param>
internal sealed record Answered(long HandedOutAt, long AnsweredAt, string? Problem);
