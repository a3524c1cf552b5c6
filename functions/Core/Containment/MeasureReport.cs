using Remediator.Remediations;

namespace Remediator.Containment;

/// <summary>What came of one measure, for people and for the log.</summary>
/// <param name="What">What it is about, for people: <c>isolate interface eni-…</c>, <c>block 203.0.113.9 in acl-…</c>; safe to show.</param>
/// <param name="Measure">As it is recorded; null where nothing was.</param>
/// <param name="Detail">Why, where the result does not say it all; hostile until escaped.</param>
public sealed record MeasureReport(string What, MeasureResult Result, Measure? Measure, string? Detail, ImmutableArray<CallMade> Calls)
{
    /// <summary>What has to be tried again: the event comes again for it.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];
}
