using Remediator.Diagnostics;
using Remediator.Network;

namespace Remediator.Policies;

/// <summary>What terms outside a policy file stand for; null where one of them could not be read.</summary>
/// <param name="Addresses">With <paramref name="Symbols"/>: the peers.</param>
/// <param name="Symbols">Peers that are not addresses.</param>
/// <param name="Diagnostics">Everything that is odd about the terms, warnings too. Their place is the term's number.</param>
public sealed record TermsReading(ServiceSet? Services, AddressSet? Addresses, ImmutableArray<PeerSymbol> Symbols, ImmutableArray<Diagnostic> Diagnostics);
