namespace Remediator.Core.Tests.Verdicts.Model;

/// <summary>Each of the services with each of the peers.</summary>
internal sealed record Product(ServiceBox[] Services, PeerTerm[] Peers)
{
    /// <summary>Which service cells and which address cells it names.</summary>
    public (bool[] Services, bool[] Addresses) Over(ModelCase c, Cells cells) => (
        [.. cells.Services.Select(s => Services.Any(b => b.Has(s.Protocol, s.Number)))],
        [.. cells.Addresses.Select(a => Peers.Any(t => t.Has(c, a.Bits, a.First)))]);
}
