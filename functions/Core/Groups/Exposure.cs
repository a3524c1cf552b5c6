namespace Remediator.Groups;

/// <summary>What carries the group, and whether any of it has a public address: read after the act, told to people.</summary>
/// <param name="Interfaces">How many network interfaces carry the group.</param>
/// <param name="PublicAddresses">Their public IPv4 and IPv6 addresses, at most as many as were read.</param>
public sealed record Exposure(int Interfaces, ImmutableArray<string> PublicAddresses);
