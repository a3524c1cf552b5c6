using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Waivers;

/// <summary>An agreed exception: what may be open in one group and direction, who answers for it, and until when.</summary>
/// <param name="Services">With <paramref name="Addresses"/> and <paramref name="PeerKeys"/>: each of these services with each of these peers.</param>
/// <param name="PeerKeys">Groups and prefix lists, by <see cref="Peer.Key"/>; never addresses.</param>
/// <param name="Owner">The STS caller who granted it.</param>
/// <param name="Until">Its end, not included: the clock decides, whatever the ledger still holds.</param>
public sealed record Waiver(
    string Id,
    GroupKey Group,
    Direction Direction,
    ServiceSet Services,
    AddressSet Addresses,
    ImmutableHashSet<string> PeerKeys,
    string Owner,
    string Reason,
    string? Ticket,
    DateTimeOffset From,
    DateTimeOffset Until)
{
    /// <summary>An emergency change: by when somebody has to have looked at it; null for any other waiver.</summary>
    public DateTimeOffset? ReviewBy { get; init; }

    /// <summary>The entry that was undone, so that what was put back may stay; null for any other waiver.</summary>
    public string? Undoes { get; init; }

    /// <summary>The clock of whoever grants may be ahead of the one that judges, and what is judged may have been read a moment before.</summary>
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(2);

    public bool IsInForce(DateTimeOffset now) => From - now <= ClocksDiffer && now < Until;
}
