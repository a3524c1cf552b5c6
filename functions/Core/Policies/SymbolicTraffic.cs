using Remediator.Network;

namespace Remediator.Policies;

/// <summary>Services to or from a peer that has no fixed addresses.</summary>
public sealed record SymbolicTraffic(ServiceSet Services, PeerSymbol Peer);
