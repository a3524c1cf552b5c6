using System.Net;
using Remediator.Groups;

namespace Remediator.Threats;

/// <summary>What has to be known of the world besides interfaces and groups to tell which permission lets a contact in.</summary>
/// <param name="PrefixLists">By id; null, or no entry: it could not be read.</param>
/// <param name="GroupsOf">The groups (<c>sg-…</c>) of whoever has a remote address by which references to a group admit its members:
/// private or IPv6, never public IPv4 (https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html). No entry: nobody is
/// known to have it.</param>
public sealed record DoorFacts(ImmutableDictionary<string, PrefixList?> PrefixLists, ImmutableDictionary<IPAddress, ImmutableArray<string>> GroupsOf)
{
    public static readonly DoorFacts None = new(ImmutableDictionary<string, PrefixList?>.Empty, ImmutableDictionary<IPAddress, ImmutableArray<string>>.Empty);
}
