using Remediator.Policies;

namespace Remediator.Aws.Hosting;

/// <summary>What the environment says, checked.</summary>
/// <param name="PolicyFile">Where the policy is read from.</param>
/// <param name="Mode">The ceiling: the more careful of this and the policy's own mode counts.</param>
/// <param name="TopicArn">Null: no notices.</param>
public sealed record Settings(string PolicyFile, Mode Mode, string? TopicArn, bool SecurityHub)
{
    /// <summary>The name of the DynamoDB table that is the ledger; null: a ledger that lives as long as the process.</summary>
    public string? LedgerTable { get; init; }

    /// <summary>From the beginning of one sweep to that of the next: whole hours, 1 to 168.</summary>
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromHours(6);

    /// <summary>The topic that Amazon Q Developer in chat applications reads; null: no chat.</summary>
    public string? ChatTopicArn { get; init; }
}
