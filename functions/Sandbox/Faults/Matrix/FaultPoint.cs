namespace Remediator.Sandbox.Faults.Matrix;

/// <summary>One try of the matrix: a call, and what goes wrong with it.</summary>
/// <param name="Call">The call as the fault-free run showed it: `ec2:RevokeSecurityGroupIngress`, with `#2` behind the second.</param>
/// <param name="Fault">In a few words: `killed before`, `throttled throughout an attempt`.</param>
public sealed record FaultPoint(string Call, string Fault, FaultPlan Plan)
{
    /// <summary>What `--only` chooses by.</summary>
    public required string Group { get; init; }

    public override string ToString() => $"{Call}: {Fault}";
}
