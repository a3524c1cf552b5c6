namespace Remediator.Network;

/// <summary>A stretch of services that all have the same addresses.</summary>
public readonly record struct TrafficSlab(Interval<uint> Services, AddressSet Addresses);
