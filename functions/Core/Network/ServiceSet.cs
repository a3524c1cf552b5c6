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

    public bool IsEmpty => Points.IsEmpty;

    /// <summary>Every port, type or payload of one protocol.</summary>
    public static ServiceSet Whole(Protocol protocol) => Range(protocol, 0, ushort.MaxValue);

    /// <summary>Ports of tcp or udp, both ends included.</summary>
    public static ServiceSet Ports(Protocol protocol, ushort from, ushort to) => Range(protocol, from, to);

    /// <summary>One ICMP type with all its codes, or with one code.</summary>
    public static ServiceSet Icmp(Protocol protocol, byte type, byte? code) =>
        Range(protocol, (ushort)((type << 8) | (code ?? 0)), (ushort)((type << 8) | (code ?? 0xFF)));

    internal static ServiceSet FromPoints(IntervalSet<uint> points) => points.IsEmpty ? Empty : new(points);

    public ServiceSet Union(ServiceSet other) => new(Points.Union(other.Points));

    public ServiceSet Intersect(ServiceSet other) => new(Points.Intersect(other.Points));

    public ServiceSet Minus(ServiceSet other) => new(Points.Minus(other.Points));

    public bool Covers(ServiceSet other) => Points.Covers(other.Points);

    public bool Overlaps(ServiceSet other) => Points.Overlaps(other.Points);

    public bool Equals(ServiceSet? other) => other is not null && Points.Equals(other.Points);

    public override bool Equals(object? obj) => Equals(obj as ServiceSet);

    public override int GetHashCode() => Points.GetHashCode();

    private static ServiceSet Range(Protocol protocol, ushort from, ushort to) =>
        new(IntervalSet<uint>.Of(((uint)protocol.Number << 16) | from, ((uint)protocol.Number << 16) | to));
}
