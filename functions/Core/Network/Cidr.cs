using System.Buffers;
using System.Globalization;
using System.Net;

namespace Remediator.Network;

/// <summary>A block of addresses of one family (RFC 4632, RFC 4291), host bits always zero, as EC2 stores it.</summary>
/// <remarks>The default value is 0.0.0.0/0, the widest block: what nobody set is never taken for narrow. IPv4-mapped IPv6
/// (::ffff:0:0/96) is IPv6 like any other: a rule on an IPv6 block admits IPv6 packets, and says nothing of the IPv4 address.</remarks>
public readonly record struct Cidr
{
    private static readonly SearchValues<char> AddressCharacters = SearchValues.Create("0123456789abcdefABCDEF.:");

    private Cidr(AddressFamily family, UInt128 first, int length)
    {
        Family = family;
        First = first;
        Length = length;
    }

    public AddressFamily Family { get; }

    /// <summary>The lowest address, as an unsigned number of the family's width.</summary>
    public UInt128 First { get; }

    /// <summary>The prefix length: 0 to 32, or 0 to 128.</summary>
    public int Length { get; }

    /// <summary>The highest address.</summary>
    public UInt128 Last => First | HostMask(Width(Family) - Length);

    /// <summary>Bits in an address of the family.</summary>
    public static int Width(AddressFamily family) => family == AddressFamily.IPv4 ? 32 : 128;

    /// <summary>The block around an address; host bits are cleared.</summary>
    public static Cidr Around(AddressFamily family, UInt128 address, int length)
    {
        var width = Width(family);
        if (length < 0 || length > width) throw new ArgumentOutOfRangeException(nameof(length), length, $"a prefix length of {family} is 0 to {width}");
        if (family == AddressFamily.IPv4 && address > uint.MaxValue) throw new ArgumentOutOfRangeException(nameof(address), "an IPv4 address has 32 bits");
        return new(family, address & ~HostMask(width - length), length);
    }

    /// <summary>The block of this one address, /32 or /128; a zone id says nothing here.</summary>
    public static Cidr Of(IPAddress address)
    {
        var family = address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? AddressFamily.IPv4 : AddressFamily.IPv6;
        return Around(family, NumberOf(address), Width(family));
    }

    /// <summary>The widest block that begins at first and does not pass last.</summary>
    internal static Cidr WidestFrom(AddressFamily family, UInt128 first, UInt128 last)
    {
        var aligned = first == 0 ? Width(family) : (int)UInt128.TrailingZeroCount(first);
        while (aligned > 0 && last - first < HostMask(aligned)) aligned--;
        return new(family, first, Width(family) - aligned);
    }

    /// <summary>Reads <c>ADDRESS/LENGTH</c>, or a bare address as a block of one. Refuses what only looks like an address to lenient
    /// parsers: fewer than four parts, leading zeros, other number bases, zone ids. What is refused leaves the default value behind.</summary>
    public static bool TryParse(string? text, out Cidr cidr)
    {
        cidr = default;
        if (string.IsNullOrEmpty(text) || text.Length > 64) return false;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!TryParseAddress(slash < 0 ? text : text[..slash], out var family, out var address)) return false;
        var length = Width(family);
        if (slash >= 0 && !TryParseLength(text.AsSpan(slash + 1), length, out length)) return false;
        cidr = Around(family, address, length);
        return true;
    }

    /// <summary>Reads one address, strictly.</summary>
    public static bool TryParseAddress(string text, out AddressFamily family, out UInt128 address)
    {
        (family, address) = (AddressFamily.IPv4, 0);
        if (text.AsSpan().ContainsAnyExcept(AddressCharacters)) return false;
        if (!IPAddress.TryParse(text, out var parsed)) return false;
        family = parsed.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork ? AddressFamily.IPv4 : AddressFamily.IPv6;
        if (family == AddressFamily.IPv4 && parsed.ToString() != text) return false;
        address = NumberOf(parsed);
        return true;
    }

    /// <summary>The canonical form (RFC 5952 for IPv6).</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{AddressText()}/{Length}");

    private static UInt128 NumberOf(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        _ = address.TryWriteBytes(bytes, out var written);
        var number = UInt128.Zero;
        foreach (var b in bytes[..written]) number = (number << 8) | b;
        return number;
    }

    private static bool TryParseLength(ReadOnlySpan<char> text, int width, out int length)
    {
        length = 0;
        if (text.Length is 0 or > 3 || text.ContainsAnyExceptInRange('0', '9')) return false;
        if (text.Length > 1 && text[0] == '0') return false;
        length = int.Parse(text, CultureInfo.InvariantCulture);
        return length <= width;
    }

    private static UInt128 HostMask(int bits) => bits == 128 ? UInt128.MaxValue : (UInt128.One << bits) - UInt128.One;

    private IPAddress AddressText()
    {
        var size = Width(Family) / 8;
        Span<byte> bytes = stackalloc byte[size];
        for (var i = 0; i < size; i++) bytes[i] = (byte)((First >> (8 * (size - 1 - i))) & 0xFF);
        return new IPAddress(bytes);
    }
}
