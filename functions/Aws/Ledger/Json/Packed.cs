using System.Buffers;
using System.IO.Compression;

namespace Remediator.Aws.Ledger.Json;

/// <summary>Bytes as the table keeps them: a marker, then the bytes or, where they are many, their Brotli form.</summary>
internal static class Packed
{
    /// <summary>Bytes up to which packing saves nothing that matters: DynamoDB counts writes in kB.</summary>
    public const int MostPlain = 4 * 1024;

    /// <summary>Bytes of the largest document that is read: a small item cannot unfold into more than that.</summary>
    public const int MostUnpacked = 16 * 1024 * 1024;

    private const byte Plain = 0;
    private const byte Brotli = 1;

    /// <summary>Of 0 to 11: five times faster than the default, and for JSON nearly as small.</summary>
    private const int Quality = 4;

    /// <summary>Binary logarithm of the window: 256 kB reach over a thousand verdicts.</summary>
    private const int Window = 18;

    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MostPlain)
        {
            var packed = new byte[1 + BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
            packed[0] = Brotli;
            if (BrotliEncoder.TryCompress(bytes, packed.AsSpan(1), out var written, Quality, Window)) return packed[..(1 + written)];
        }

        return [Plain, .. bytes];
    }

    /// <summary>Null with a problem for what <see cref="Pack"/> did not make, or would be larger than <see cref="MostUnpacked"/>.</summary>
    public static ReadOnlyMemory<byte>? Unpack(ReadOnlyMemory<byte> packed, out string? problem)
    {
        problem = null;
        if (packed.IsEmpty) problem = "the record is empty, expected a marker byte and a document";
        else if (packed.Span[0] is not (Plain or Brotli)) problem = $"the record begins with the byte {packed.Span[0]}, expected {Plain} (plain) or {Brotli} (Brotli)";
        else if (packed.Length > MostUnpacked) problem = TooLarge;
        if (problem is not null) return null;
        return packed.Span[0] == Plain ? packed[1..] : Unfold(packed.Span[1..], out problem);
    }

    private static string TooLarge => $"the record holds more than {MostUnpacked} bytes, expected at most that";

    private static ReadOnlyMemory<byte>? Unfold(ReadOnlySpan<byte> packed, out string? problem)
    {
        using var decoder = default(BrotliDecoder);
        var bytes = new ArrayBufferWriter<byte>();
        problem = null;
        while (problem is null)
        {
            var status = decoder.Decompress(packed, bytes.GetSpan(MostPlain), out var consumed, out var written);
            bytes.Advance(written);
            packed = packed[consumed..];
            if (bytes.WrittenCount > MostUnpacked) problem = TooLarge;
            else if (status == OperationStatus.Done && packed.IsEmpty) return bytes.WrittenMemory;
            else if (status == OperationStatus.Done) problem = $"the record has {packed.Length} bytes behind its end";
            else if (status != OperationStatus.DestinationTooSmall) problem = "the record is no whole Brotli stream";
        }

        return null;
    }
}
