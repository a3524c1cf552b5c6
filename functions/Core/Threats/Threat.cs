namespace Remediator.Threats;

/// <summary>One GuardDuty finding in one state. All but the header may be missing: a type that needs more says so where it is answered.</summary>
/// <param name="Id">GuardDuty's own, the same for every update of the finding.</param>
/// <param name="Severity">GuardDuty's number, 1.0 to 10.0.</param>
/// <param name="UpdatedAt">With the id, what one state of the finding is known by.</param>
/// <remarks>https://docs.aws.amazon.com/guardduty/latest/APIReference/API_Finding.html</remarks>
public sealed record Threat(string Id, ThreatType Type, double Severity, string Account, string Region, DateTimeOffset UpdatedAt) : ThreatReading
{
    /// <summary>The finding's own ARN; null where it has none.</summary>
    public string? Arn { get; init; }

    /// <summary>For people, hostile until escaped; null where it has none.</summary>
    public string? Title { get; init; }

    /// <summary>How often GuardDuty has seen it; 1 where it does not say.</summary>
    public int Count { get; init; } = 1;

    public DateTimeOffset? FirstSeen { get; init; }

    public DateTimeOffset? LastSeen { get; init; }

    public ThreatRole Role { get; init; }

    /// <summary>Inbound where any connection of the finding came in.</summary>
    public ThreatDirection Direction { get; init; }

    /// <summary>Whether the traffic was blocked, by a group or an ACL; null where the finding does not say.</summary>
    public bool? WasBlocked { get; init; }

    /// <summary>The action was a port probe: its addresses rotate, and may be forged.</summary>
    public bool IsPortProbe { get; init; }

    /// <summary>Every instance of the finding, those of its interfaces among them (<c>i-…</c>).</summary>
    public ImmutableArray<string> InstanceIds { get; init; } = [];

    public ImmutableArray<ThreatInterface> Interfaces { get; init; } = [];

    /// <summary>Every remote address with the port that it reached, each once; all of a port probe's, and all of an attack sequence's,
    /// but never more than 10,000.</summary>
    public ImmutableArray<Contact> Contacts { get; init; } = [];

    /// <summary>What else the finding is about, each as <c>kind name</c> for people (<c>RDS instance orders</c>): hostile until escaped.</summary>
    public ImmutableArray<string> OtherResources { get; init; } = [];
}
