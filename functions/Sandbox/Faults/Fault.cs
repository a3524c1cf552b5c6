using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Faults;

/// <summary>One thing that goes wrong.</summary>
/// <param name="Action">The calls it may strike: `ec2:RevokeSecurityGroupIngress`, or `ec2:Describe*` for all that begin so.</param>
public sealed record Fault(FaultKind Kind, string Action)
{
    /// <summary>The first of these calls that it strikes, counted over all attempts at an event; 1 is the first.</summary>
    public int From { get; init; } = 1;

    /// <summary>How many of them in a row; a client that tries again meets it so often.</summary>
    public int Times { get; init; } = 1;

    /// <summary>It is over with the attempt in which it struck first.</summary>
    public bool WithinOneAttempt { get; init; }

    public override string ToString() => $"{Kind} {Action} #{From}{(Times == int.MaxValue ? " and all after" : Times > 1 ? $" x{Times}" : "")}{(WithinOneAttempt ? " of an attempt" : "")}";

    internal bool IsAbout(CallRecord call) => Action.EndsWith('*') ? call.Action.StartsWith(Action[..^1], StringComparison.Ordinal) : call.Action == Action;

    /// <param name="nth">Which one this is of the calls that the fault is about.</param>
    internal bool Strikes(int nth) => nth >= From && nth - From < Times;
}
