using System.Numerics;

namespace Remediator.Core.Tests.Verdicts.Model;

/// <summary>A case cut into cells within which nothing it names can change: one point of a cell speaks for all of it.</summary>
internal sealed class Cells
{
    public Cells(ModelCase c)
    {
        var products = c.Rules.SelectMany(r => r.Deny.Concat(r.Unless)).ToList();
        var opened = ServiceBox.OfPermission(c.Protocol, c.From, c.To);
        var boxes = products.SelectMany(p => p.Services).Append(opened).ToList();
        var protocols = Cut(256, boxes.SelectMany(b => new BigInteger[] { b.First, b.Last + 1 }));
        var numbers = Cut(65536, boxes.SelectMany(b => new BigInteger[] { b.From, b.To + 1 }));
        Services = [.. protocols.SelectMany(_ => numbers, (p, n) => ((int)p.First, (int)n.First, p.Size * n.Size)).Where(s => opened.Has(s.Item1, s.Item2))];
        var blocks = products.SelectMany(p => p.Peers).Select(t => t.Block).Append(c.Block).OfType<AddressRange>().Concat(c.Private).ToList();
        Addresses = [.. CutFamily(32, blocks), .. CutFamily(128, blocks)];
    }

    /// <summary>Those that the permission opens.</summary>
    public (int Protocol, int Number, BigInteger Size)[] Services { get; }

    public (int Bits, BigInteger First, BigInteger Size)[] Addresses { get; }

    private static IEnumerable<(int Bits, BigInteger First, BigInteger Size)> CutFamily(int bits, List<AddressRange> blocks) =>
        Cut(BigInteger.Pow(2, bits), blocks.Where(b => b.Bits == bits).SelectMany(b => new[] { b.First, b.Last + 1 })).Select(c => (bits, c.First, c.Size));

    private static List<(BigInteger First, BigInteger Size)> Cut(BigInteger end, IEnumerable<BigInteger> at)
    {
        var ends = at.Append(0).Append(end).Distinct().Order().ToList();
        return [.. ends.Zip(ends.Skip(1), (a, b) => (a, b - a))];
    }
}
