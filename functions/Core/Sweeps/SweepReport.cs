using Remediator.Steps;

namespace Remediator.Sweeps;

/// <summary>What one run of the sweep came to.</summary>
/// <param name="Round">Null: it was not time for one.</param>
/// <param name="Groups">How many were swept.</param>
/// <param name="Results">Of the groups where something was done, told, or went wrong.</param>
/// <param name="IsDone">The round is over; else a later run goes on with it.</param>
/// <param name="Problems">What fell short: the run is to be reported as failed, and the round goes on all the same.</param>
public sealed record SweepReport(string? Round, int Groups, ImmutableArray<Result> Results, bool IsDone, ImmutableArray<string> Problems);
