namespace Remediator.Policies;

/// <summary>The most that all permissions of a group together may admit to one service. Null: no limit for the family.</summary>
/// <param name="IPv4">Addresses.</param>
/// <param name="IPv6">Blocks of /64; a part of one counts as one.</param>
public sealed record MaxAddresses(long? IPv4, long? IPv6);
