namespace Remediator.Sandbox.Faults.Matrix;

/// <summary>What happened at one point.</summary>
/// <param name="Attempts">How often the event was handed to a function.</param>
/// <param name="DeadLettered">Its retries were used up; it was sent again, as an operator would, once nothing went wrong any more.</param>
/// <param name="Struck">How many calls the fault struck.</param>
/// <param name="Notices">How many notices SNS took.</param>
/// <param name="Took">From the change to the end, in which everything was as it should be, or never was.</param>
/// <param name="Problems">What was not as it should be; empty when all was.</param>
public sealed record FaultResult(FaultPoint Point, int Attempts, bool DeadLettered, int Struck, int Notices, TimeSpan Took, ImmutableArray<string> Problems)
{
    /// <summary>How it came to a problem: the calls of each attempt (`1 ec2:RevokeSecurityGroupIngress KilledBefore`), and what the function
    /// said. Empty when there is none.</summary>
    public ImmutableArray<string> Trace { get; init; } = [];

    public bool IsRight => Problems.IsEmpty;
}
