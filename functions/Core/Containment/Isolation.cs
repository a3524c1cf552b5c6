namespace Remediator.Containment;

/// <summary>A network interface that was moved to a group which lets nothing in or out.</summary>
/// <param name="InterfaceId"><c>eni-…</c>.</param>
/// <param name="Groups">The groups that it had (<c>sg-…</c>): what its undo restores. EC2 promises no order.</param>
public sealed record Isolation(
    string Id, Cause Cause, string Account, string Region, string InterfaceId, string VpcId, ImmutableArray<string> Groups, DateTimeOffset At, int Version)
    : Measure(Id, Cause, Account, Region, At, null, Version)
{
    /// <summary>The group that it was moved to; null until that is known.</summary>
    public string? QuarantineId { get; init; }

    /// <summary>Through a group that tracks nothing first, so that established connections are cut.</summary>
    public bool CutsConnections { get; init; }
}
