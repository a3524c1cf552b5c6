using Remediator.Network;

namespace Remediator.Core.Tests.Network;

public sealed class ServiceSetTextTests
{
    public static TheoryData<string, ServiceSet> Texts => new()
    {
        { "none", ServiceSet.Empty },
        { "all", ServiceSet.All },
        { "tcp/22", ServiceSet.Ports(Protocol.Tcp, 22, 22) },
        { "tcp/22, tcp/3389", ServiceSet.Ports(Protocol.Tcp, 3389, 3389).Union(ServiceSet.Ports(Protocol.Tcp, 22, 22)) },
        { "udp/1-5", ServiceSet.Ports(Protocol.Udp, 1, 5) },
        { "tcp/0", ServiceSet.Ports(Protocol.Tcp, 0, 0) },
        { "tcp", ServiceSet.Ports(Protocol.Tcp, 0, 65535) },
        { "tcp/0-21, tcp/23-65535", ServiceSet.Whole(Protocol.Tcp).Minus(ServiceSet.Ports(Protocol.Tcp, 22, 22)) },
        { "icmp", ServiceSet.Whole(Protocol.Icmp) },
        { "icmp/8", ServiceSet.Icmp(Protocol.Icmp, 8, null) },
        { "icmp/3/4", ServiceSet.Icmp(Protocol.Icmp, 3, 4) },
        { "icmpv6/255/255", ServiceSet.Icmp(Protocol.IcmpV6, 255, 255) },
        { "icmp/0-7, icmp/9-255", ServiceSet.Whole(Protocol.Icmp).Minus(ServiceSet.Icmp(Protocol.Icmp, 8, null)) },
        { "icmp/0-2, icmp/3/0-3, icmp/3/5-255, icmp/4-255", ServiceSet.Whole(Protocol.Icmp).Minus(ServiceSet.Icmp(Protocol.Icmp, 3, 4)) },
        { "protocol 50", ServiceSet.Whole(new Protocol(50)) },
        { "protocol 0", ServiceSet.Whole(new Protocol(0)) },
        { "protocols 50-51", ServiceSet.Whole(new Protocol(50)).Union(ServiceSet.Whole(new Protocol(51))) },
        { "protocols 0-5, protocols 7-255", ServiceSet.All.Minus(ServiceSet.Whole(Protocol.Tcp)) },
        { "protocols 0-5, tcp/0-21, tcp/23-65535, protocols 7-255", ServiceSet.All.Minus(ServiceSet.Ports(Protocol.Tcp, 22, 22)) },
    };

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void Services_are_written_as_people_write_them(string expected, ServiceSet services) => Assert.Equal(expected, services.ToString());

    [Fact]
    public void Stretches_of_any_set_are_the_set()
    {
        foreach (var set in RandomSets.Fixed(RandomSets.Services, Effort.Times(2000)))
        {
            var points = set.Stretches.Select(s => new Interval<uint>(((uint)s.First.Number << 16) | s.From, ((uint)s.Last.Number << 16) | s.To));
            Assert.Equal(set.Points, IntervalSet<uint>.From(points));
        }
    }

    [Fact]
    public void Ports_and_types_of_a_protocol_that_has_none_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ServiceSet.Ports(new Protocol(50), 500, 500));
        Assert.Throws<ArgumentException>(() => ServiceSet.Icmp(Protocol.Tcp, 8, null));
    }
}
