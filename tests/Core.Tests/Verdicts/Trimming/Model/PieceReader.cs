using System.Globalization;
using Remediator.Groups;

namespace Remediator.Core.Tests.Verdicts.Trimming.Model;

/// <summary>Pieces, read as EC2 would: by their protocol, ports and block, nothing else.</summary>
internal sealed class PieceReader(TrimCase c)
{
    private readonly int[,] _opened = new int[16, 8];

    public int Own { get; private set; }

    public int Inner { get; private set; }

    /// <summary>Whether the pieces open all of this kind of service to this address; a part of one is a failure.</summary>
    public bool Opens(int service, int address)
    {
        var whole = service == 11 ? 254 : 1;
        Assert.True(_opened[service, address] == 0 || _opened[service, address] >= whole, $"only a part of {TrimUniverse.Services[service].Name} is open");
        return _opened[service, address] > 0;
    }

    public void Read(Permission piece)
    {
        var isOwn = piece.Peer.Text == (c.Peer ?? (c.Exact ? Given.PrefixList : Given.Group));
        (Own, Inner) = isOwn ? (Own + 1, Inner) : (Own, Inner + 1);
        for (var a = 0; a < 8; a++)
        {
            var block = isOwn ? default : c.Universe.Blocks.Single(b => b.Text == piece.Peer.Text);
            if (isOwn ? !c.Reach[a] : a < block.First || a >= block.First + block.Size) continue;
            foreach (var service in Services(piece)) _opened[service, a]++;
        }
    }

    private static IEnumerable<int> Services(Permission piece) => piece.Protocol switch
    {
        "tcp" => Ports(6, piece.FromPort!.Value, piece.ToPort!.Value),
        "udp" => Ports(17, piece.FromPort!.Value, piece.ToPort!.Value),
        "icmp" => Types(piece.FromPort!.Value, piece.ToPort!.Value),
        "icmpv6" => [12],
        _ => [Array.FindIndex(TrimUniverse.Services, s => s.Protocol == int.Parse(piece.Protocol, CultureInfo.InvariantCulture))],
    };

    private static IEnumerable<int> Ports(int protocol, int from, int to)
    {
        var first = Array.FindIndex(TrimUniverse.Services, s => s.Protocol == protocol && s.From == from);
        var last = Array.FindIndex(TrimUniverse.Services, s => s.Protocol == protocol && s.To == to);
        Assert.True(first >= 0 && last >= first, $"ports {from} to {to} are none of the model's");
        return Enumerable.Range(first, last - first + 1);
    }

    /// <summary>The rest of the types is one kind of service, and 254 pieces.</summary>
    private static IEnumerable<int> Types(int type, int code)
    {
        Assert.Equal(-1, code);
        return type switch { -1 => [9, 10, .. Enumerable.Repeat(11, 254)], 3 => [9], 8 => [10], _ => [11] };
    }
}
