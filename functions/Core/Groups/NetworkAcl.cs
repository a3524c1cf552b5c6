namespace Remediator.Groups;

/// <summary>A network ACL as one read showed it.</summary>
/// <param name="Id"><c>acl-…</c>.</param>
/// <param name="Entries">Both directions, as EC2 gave them.</param>
public sealed record NetworkAcl(string Id, string VpcId, ImmutableArray<AclEntry> Entries);
