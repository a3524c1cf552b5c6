using System.IO.Compression;
using Remediator.Aws.Ledger.Json;

namespace Remediator.Aws.Tests.Ledger.Json;

public sealed class PackedTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(Packed.MostPlain, 0)]
    [InlineData(Packed.MostPlain + 1, 1)]
    [InlineData(1_000_000, 1)]
    [InlineData(Packed.MostUnpacked, 1)]
    public void Bytes_are_packed_where_they_are_many_and_come_back(int length, byte marker)
    {
        var bytes = new byte[length];
        for (var i = 0; i < length; i += 100) bytes[i] = (byte)(i % 251);
        var packed = Packed.Pack(bytes);
        Assert.Equal(marker, packed[0]);
        Assert.True(bytes.AsSpan().SequenceEqual(Packed.Unpack(packed, out var problem)!.Value.Span));
        Assert.Null(problem);
        if (marker == 1) Assert.True(packed.Length < length / 5, $"{packed.Length}");
    }

    [Fact]
    public void Bytes_that_cannot_be_made_smaller_come_back_too()
    {
        var bytes = new byte[100_000];
        new Random(Hunt.Seed).NextBytes(bytes);
        var packed = Packed.Pack(bytes);
        Assert.Equal(bytes, Packed.Unpack(packed, out _)!.Value.ToArray());
        Assert.InRange(packed.Length, bytes.Length, bytes.Length + 1_000);
    }

    [Fact]
    public void A_small_item_that_would_unfold_beyond_the_bound_is_refused_with_bounded_memory()
    {
        var bomb = new byte[4_096];
        bomb[0] = 1;
        Assert.True(BrotliEncoder.TryCompress(new byte[64 * 1024 * 1024], bomb.AsSpan(1), out var written, 4, 22));
        output.WriteLine($"{written} bytes that would be 64 MB");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null(Packed.Unpack(bomb.AsMemory(0, 1 + written), out var problem));
        Assert.Contains("more than 16777216 bytes", problem, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 6L * Packed.MostUnpacked);
    }

    [Fact]
    public void Record_that_is_empty_or_begins_otherwise_is_refused()
    {
        Assert.Null(Packed.Unpack(default, out var empty));
        Assert.Contains("is empty", empty, StringComparison.Ordinal);
        Assert.Null(Packed.Unpack(new byte[] { 7, 1 }, out var other));
        Assert.Contains("begins with the byte 7", other, StringComparison.Ordinal);
        Assert.Null(Packed.Unpack(new byte[] { 1 }, out var nothing));
        Assert.NotNull(nothing);
    }

    [Fact]
    public void Any_mutated_record_is_unpacked_or_refused_and_never_throws()
    {
        output.WriteLine($"seed {Hunt.Seed}");
        var random = new Random(Hunt.Seed);
        var bytes = new byte[10_000];
        for (var i = 0; i < bytes.Length; i += 3) bytes[i] = (byte)random.Next(256);
        var packed = Packed.Pack(bytes);
        Assert.Null(Packed.Unpack((byte[])[.. packed, 0], out _));
        var refused = 0;
        for (var i = 0; i < Hunt.Times(5_000); i++)
        {
            var broken = packed.AsSpan(0, random.Next(3) == 0 ? random.Next(1, packed.Length) : packed.Length).ToArray();
            if (broken.Length > 1 && random.Next(3) > 0) broken[random.Next(1, broken.Length)] ^= (byte)(1 << random.Next(8));
            var unpacked = Packed.Unpack(broken, out var problem);
            Assert.Equal(unpacked is null, problem is not null);
            if (unpacked is null) refused++;
        }

        Assert.True(refused > 1000, $"{refused}");
    }
}
