namespace Remediator.Ledger;

/// <summary>That an entry was undone.</summary>
/// <param name="By">The STS caller.</param>
/// <param name="WaiverId">The waiver that lets what was put back stay; null where nothing was put back.</param>
public sealed record Undoing(string By, DateTimeOffset At, string? WaiverId);
