using System.Diagnostics;
using Remediator.Network;

namespace Remediator.Groups;

/// <summary>What one permission can say of services: everything; a range of tcp or udp ports; all of ICMP, one type, or one type with
/// one code; the whole of any other protocol (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html).</summary>
/// <remarks>INVARIANT: of two forms that share a service, either one holds the other or both are ranges of the same protocol's ports.</remarks>
internal readonly record struct ServiceForm
{
    public static readonly ServiceForm Everything = new(new(0, ServiceSet.Last));

    private ServiceForm(Interval<uint> points) => Points = points;

    /// <summary>On the axis of <see cref="ServiceSet"/>.</summary>
    public Interval<uint> Points { get; }

    public ServiceSet Services => ServiceSet.FromPoints(IntervalSet<uint>.Of(Points.First, Points.Last));

    private Protocol Protocol => new((byte)(Points.First >> 16));

    /// <summary>These points, which are a form.</summary>
    public static ServiceForm Of(uint first, uint last)
    {
        var form = new ServiceForm(new(first, last));
        Debug.Assert(Around(form.Services) == form, "EC2 holds no such services in one permission");
        return form;
    }

    /// <summary>The narrowest form that holds all of these services; at least one.</summary>
    public static ServiceForm Around(ServiceSet services)
    {
        var (first, last) = (services.Points.Intervals[0].First, services.Points.Intervals[^1].Last);
        if (first >> 16 != last >> 16) return Everything;
        var protocol = new Protocol((byte)(first >> 16));
        if (protocol.HasPorts || (protocol.IsIcmp && first == last)) return new(new(first, last));
        var hidden = protocol.IsIcmp && first >> 8 == last >> 8 ? 0xFFu : 0xFFFFu;
        return new(new(first & ~hidden, last | hidden));
    }

    /// <summary>The permission that opens them to the peer, spelled as EC2 spells it.</summary>
    public Permission Open(Direction direction, Peer peer)
    {
        var (protocol, from, to) = Spelled();
        return Permission.Create(direction, protocol, from, to, peer, out var problem) ?? throw new UnreachableException(problem);
    }

    private (string Protocol, int? From, int? To) Spelled()
    {
        if (this == Everything) return ("-1", null, null);
        if (Protocol.HasPorts) return (Protocol.ToString(), (int)(Points.First & 0xFFFF), (int)(Points.Last & 0xFFFF));
        if (!Protocol.IsIcmp) return (Protocol.ToString(), null, null);
        var type = (int)((Points.First >> 8) & 0xFF);
        return (Protocol.ToString(), IsWholeProtocol ? -1 : type, Points.First == Points.Last ? (int)(Points.First & 0xFF) : -1);
    }

    private bool IsWholeProtocol => Points.Last - Points.First == ushort.MaxValue;
}
