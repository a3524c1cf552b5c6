using System.Numerics;

namespace Remediator.Core.Tests.Verdicts.Model;

/// <summary>A permission and a policy in plain values. PeerKind: <c>block</c>, <c>group</c> or <c>list</c>.</summary>
internal sealed record ModelCase(
    bool PolicyEnforces,
    AddressRange[] Private,
    ModelRule[] Rules,
    bool Ingress,
    string Protocol,
    int? From,
    int? To,
    string PeerKind,
    AddressRange? Block)
{
    public bool IsPrivate(int bits, BigInteger address) => Private.Any(p => p.Has(bits, address));

    /// <summary>Whether the peer can be this address.</summary>
    public bool PeerMayBe(int bits, BigInteger address) => PeerKind switch
    {
        "block" => Block!.Value.Has(bits, address),
        "group" => IsPrivate(bits, address),
        _ => true,
    };

    public override string ToString()
    {
        var rules = Rules.Select(r => $"{r.Id} ingress={r.Ingress} deny=[{Show(r.Deny)}] unless=[{Show(r.Unless)}] severity={r.Severity} acts={r.Acts}/{r.ActsUnread} enforces={r.Enforces}");
        return $"{(Ingress ? "ingress" : "egress")} {Protocol} {From}-{To} {PeerKind} {Block?.Text}; enforces={PolicyEnforces}; private {string.Join(' ', Private.Select(p => p.Text))}; {string.Join("; ", rules)}";
    }

    private static string Show(Product[] products) => string.Join(" | ", products.Select(p =>
        $"{string.Join(',', p.Services.Select(s => $"{s.First}-{s.Last}/{s.From}-{s.To}"))} × {string.Join(',', p.Peers.Select(t => t.Block?.Text ?? t.Word))}"));
}
