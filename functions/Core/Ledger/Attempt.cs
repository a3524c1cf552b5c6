namespace Remediator.Ledger;

/// <summary>What an earlier delivery of an event left in the ledger.</summary>
/// <param name="Claim">What it had decided and meant to do.</param>
/// <param name="Progress">How far it got.</param>
/// <param name="FinishedAt">Null when it ended, or may yet end, without finishing.</param>
public sealed record Attempt(Claim Claim, Progress Progress, DateTimeOffset? FinishedAt);
