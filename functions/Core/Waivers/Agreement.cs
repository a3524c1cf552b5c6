namespace Remediator.Waivers;

/// <summary>A waiver as it is recorded, and the lease that it was granted for, if any.</summary>
/// <param name="Version">1 for a new one, and one more with each write: a write of another than the next version is refused.</param>
public sealed record Agreement(Waiver Waiver, int Version)
{
    /// <summary>Null for a waiver alone.</summary>
    public Lease? Lease { get; init; }

    /// <summary>When people were told that it ends soon; null when they were not.</summary>
    public DateTimeOffset? ForetoldAt { get; init; }

    /// <summary>When people were reminded that an emergency change has to be looked at; null when they were not.</summary>
    public DateTimeOffset? ReviewToldAt { get; init; }

    /// <summary>When its end was dealt with and told; null while it was not.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public Agreement Next() => this with { Version = Version + 1 };
}
