using System.Globalization;
using System.Numerics;

namespace Remediator.Core.Tests.Verdicts.Model;

/// <summary>A block of addresses as two plain integers. Bits: 32 or 128.</summary>
internal readonly record struct AddressRange(int Bits, BigInteger First, BigInteger Last, string Text)
{
    /// <summary>The block of this length around an address; the text keeps the host bits.</summary>
    public static AddressRange Around(int bits, BigInteger address, int length)
    {
        var size = BigInteger.Pow(2, bits - length);
        var first = address / size * size;
        return new(bits, first, first + size - 1, $"{Write(bits, address)}/{length.ToString(CultureInfo.InvariantCulture)}");
    }

    public bool Has(int bits, BigInteger address) => bits == Bits && address >= First && address <= Last;

    private static string Write(int bits, BigInteger address)
    {
        var (parts, width) = bits == 32 ? (4, 8) : (8, 16);
        var numbers = Enumerable.Range(0, parts).Select(i => (int)((address >> ((parts - 1 - i) * width)) & ((1 << width) - 1)));
        return bits == 32 ? string.Join('.', numbers) : string.Join(':', numbers.Select(n => n.ToString("x", CultureInfo.InvariantCulture)));
    }
}
