using System.Runtime.InteropServices;

namespace Remediator.Network;

/// <summary>An immutable set of services: (protocol, port) for tcp and udp, (protocol, type, code) for ICMP, the whole protocol for
/// any other, since EC2 opens all of it whatever its ports say.</summary>
/// <remarks>INVARIANT: one axis of 24 bits carries all of it, the protocol number above 16 bits of port, or of type and code. So the
/// algebra of one <see cref="IntervalSet{T}"/> is the algebra of services, and <c>-1</c> is one interval.</remarks>
public sealed class ServiceSet : IEquatable<ServiceSet>
{
    /// <summary>The last point of the axis: protocol 255, port 65535.</summary>
    public const uint Last = 0xFF_FFFF;

    public static readonly ServiceSet Empty = new(IntervalSet<uint>.Empty);

    public static readonly ServiceSet All = new(IntervalSet<uint>.Of(0, Last));

    private ServiceSet(IntervalSet<uint> points) => Points = points;

    /// <summary>The points of the axis.</summary>
    public IntervalSet<uint> Points { get; }

    /// <summary>The set as people read it: ports of one protocol, or a run of protocols that are open whole; ascending.</summary>
    public ImmutableArray<ServiceStretch> Stretches
    {
        get
        {
            var stretches = new ServiceStretch[Points.Intervals.Length];
            var count = 0;
            for (var i = 0; i < Points.Intervals.Length; i++)
            {
                foreach (var stretch in ServiceStretch.Split(Points.Intervals[i]))
                {
                    if (count == stretches.Length) stretches = Resized(stretches, 2 * count);
                    stretches[count++] = stretch;
                }
            }

            return ImmutableCollectionsMarshal.AsImmutableArray(Resized(stretches, count));
        }
    }

    public bool IsEmpty => Points.IsEmpty;

    /// <summary>Every port, type or payload of one protocol.</summary>
    public static ServiceSet Whole(Protocol protocol) => Range(protocol, 0, ushort.MaxValue);

    /// <summary>Ports of tcp or udp, both ends included. Any other protocol is refused: its ports would be read as narrower than
    /// EC2 opens it.</summary>
    public static ServiceSet Ports(Protocol protocol, ushort from, ushort to) => protocol.HasPorts
        ? Range(protocol, from, to)
        : throw new ArgumentException($"protocol {protocol} has no ports", nameof(protocol));

    /// <summary>One ICMP type with all its codes, or with one code; of icmp or icmpv6 alone.</summary>
    public static ServiceSet Icmp(Protocol protocol, byte type, byte? code) => protocol.IsIcmp
        ? Range(protocol, (ushort)((type << 8) | (code ?? 0)), (ushort)((type << 8) | (code ?? 0xFF)))
        : throw new ArgumentException($"protocol {protocol} has no ICMP types", nameof(protocol));

    /// <summary>The services at these points of the axis, none of them behind <see cref="Last"/>.</summary>
    public static ServiceSet FromPoints(IntervalSet<uint> points)
    {
        if (points.IsEmpty) return Empty;
        return points.Intervals[^1].Last <= Last ? new(points) : throw new ArgumentOutOfRangeException(nameof(points), $"the last point of the axis is {Last}");
    }

    public ServiceSet Union(ServiceSet other) => new(Points.Union(other.Points));

    public ServiceSet Intersect(ServiceSet other) => new(Points.Intersect(other.Points));

    public ServiceSet Minus(ServiceSet other) => new(Points.Minus(other.Points));

    public bool Covers(ServiceSet other) => Points.Covers(other.Points);

    public bool Overlaps(ServiceSet other) => Points.Overlaps(other.Points);

    /// <summary>In words: <c>tcp/22, tcp/3389</c>, <c>udp/1-5</c>, <c>icmp/8</c>, <c>all</c>, <c>none</c>.</summary>
    public override string ToString()
    {
        if (IsEmpty) return "none";
        if (Equals(All)) return "all";
        var stretches = Stretches;
        var texts = new string[stretches.Length];
        for (var i = 0; i < texts.Length; i++) texts[i] = stretches[i].ToString();
        return string.Join(", ", texts);
    }

    public bool Equals(ServiceSet? other) => other is not null && Points.Equals(other.Points);

    public override bool Equals(object? obj) => Equals(obj as ServiceSet);

    public override int GetHashCode() => Points.GetHashCode();

    /// <summary>Plain arrays for the reason that <see cref="IntervalBuilder{T}"/> gives.</summary>
    private static ServiceStretch[] Resized(ServiceStretch[] stretches, int size)
    {
        if (size == stretches.Length) return stretches;
        var resized = new ServiceStretch[size];
        Array.Copy(stretches, resized, Math.Min(size, stretches.Length));
        return resized;
    }

    private static ServiceSet Range(Protocol protocol, ushort from, ushort to) =>
        new(IntervalSet<uint>.Of(((uint)protocol.Number << 16) | from, ((uint)protocol.Number << 16) | to));
}
