using Remediator.Sandbox.Faults;
using Remediator.Sandbox.Lambda;

namespace Remediator.Sandbox.Proxy;

/// <summary>One AWS call that passed the proxy.</summary>
/// <param name="Action">As `ec2:RevokeSecurityGroupIngress`.</param>
/// <param name="At">A Stopwatch timestamp: when the request was read.</param>
/// <param name="AnsweredAt">A Stopwatch timestamp: when the answer was there.</param>
/// <param name="Error">AWS' error code; null when the call succeeded.</param>
/// <param name="Request">The query parameters or the JSON body, as sent.</param>
public sealed record CallRecord(Caller Caller, string Action, long At, long AnsweredAt, int Status, string? Error, string Request)
{
    /// <summary>The event that a function was at work on when it made the call; null for a person's.</summary>
    public Delivery? Delivery { get; init; }

    /// <summary>Which attempt at the event it was; 1 is the first.</summary>
    public int Attempt { get; init; }

    /// <summary>What went wrong with it by intent; null: nothing.</summary>
    public FaultKind? Fault { get; init; }

    /// <summary>False: an injected fault kept the call from having any effect.</summary>
    public bool CarriedOut { get; init; } = true;

    public override string ToString() => $"{Caller.Name} {Action} {Error ?? "ok"}";
}
