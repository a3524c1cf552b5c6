using System.Net;
using System.Net.Sockets;

namespace Remediator.Core.Tests.Changes.Fuzz;

/// <summary>One opening in the second reader's own tiny model.</summary>
/// <param name="Egress">Null when the event does not say.</param>
/// <param name="Protocol">-1 for every protocol.</param>
/// <param name="From">0 to 65535 of tcp and udp; type and code of ICMP; null to null for all.</param>
/// <param name="Peer">A block as first address and length, or an id.</param>
internal sealed record Opening(bool? Egress, int Protocol, int? From, int? To, string Peer)
{
    private bool HasPorts => Protocol is 6 or 17;

    private bool IsIcmp => Protocol is 1 or 58;

    /// <summary>Whether everything that the other one lets through is let through here.</summary>
    public bool Covers(Opening other) =>
        (Egress is null || other.Egress is null || Egress == other.Egress) && PeerCovers(Peer, other.Peer) && ServicesCover(other);

    private bool ServicesCover(Opening other)
    {
        if (Protocol == -1) return true;
        if (Protocol != other.Protocol) return false;
        if (HasPorts) return IsAll || (!other.IsAll && From <= other.From && To >= other.To);
        if (!IsIcmp) return true;
        return From is null or -1 || (From == other.From && (To is null or -1 || To == other.To));
    }

    private bool IsAll => From is null or -1 && To is null or -1;

    public static bool PeerCovers(string wide, string narrow)
    {
        if (Block(wide) is not { } w || Block(narrow) is not { } n) return wide == narrow;
        return w.Address.Length == n.Address.Length && w.Length <= n.Length && SameBits(w.Address, n.Address, w.Length);
    }

    private static bool SameBits(byte[] a, byte[] b, int count)
    {
        for (var bit = 0; bit < count; bit++)
            if (((a[bit / 8] ^ b[bit / 8]) >> (7 - bit % 8) & 1) != 0) return false;
        return true;
    }

    /// <summary>An address and the length of its prefix, when the text is a block or an address.</summary>
    public static (byte[] Address, int Length)? Block(string text)
    {
        var parts = text.Split('/');
        if (parts.Length > 2 || text.Any(c => !"0123456789abcdefABCDEF.:/".Contains(c, StringComparison.Ordinal))) return null;
        if (!IPAddress.TryParse(parts[0], out var address)) return null;
        var isV4 = address.AddressFamily == AddressFamily.InterNetwork;
        if (isV4 && parts[0].Split('.') is not { Length: 4 }) return null;
        if (isV4 && parts[0].Split('.').Any(p => p.Length == 0 || (p.Length > 1 && p[0] == '0'))) return null;
        var bytes = address.GetAddressBytes();
        if (parts.Length == 1) return (bytes, bytes.Length * 8);
        if (parts[1].Length is 0 or > 3 || parts[1].Any(c => !char.IsAsciiDigit(c)) || (parts[1].Length > 1 && parts[1][0] == '0')) return null;
        var length = int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
        return length <= bytes.Length * 8 ? (bytes, length) : null;
    }
}
