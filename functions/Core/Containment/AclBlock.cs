using Remediator.Network;

namespace Remediator.Containment;

/// <summary>A deny entry of ours in a network ACL: inbound, every protocol, one address.</summary>
/// <param name="AclId"><c>acl-…</c>.</param>
/// <param name="Address">One address: /32 or /128.</param>
public sealed record AclBlock(string Id, Cause Cause, string Account, string Region, string AclId, Cidr Address, DateTimeOffset At, DateTimeOffset? Until, int Version)
    : Measure(Id, Cause, Account, Region, At, Until, Version)
{
    /// <summary>The entry's number; null until EC2 took one. The number that is being tried is recorded before the call.</summary>
    public int? Number { get; init; }
}
