namespace Remediator.Ledger;

/// <summary>What an earlier delivery of an event left in the ledger.</summary>
/// <param name="Claim">What it had decided and meant to do.</param>
/// <param name="Progress">How far it got.</param>
/// <param name="FinishedAt">Null when it ended, or may yet end, without finishing.</param>
public sealed record Attempt(Claim Claim, Progress Progress, DateTimeOffset? FinishedAt)
{
    /// <summary>When what is held of it is judged again; null when nothing is.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>Who let go what was held; null when nobody did.</summary>
    public string? LetGoBy { get; init; }

    /// <summary>Null unless somebody undid it.</summary>
    public Undoing? Undone { get; init; }
}
