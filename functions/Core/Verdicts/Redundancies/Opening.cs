using System.Numerics;
using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Verdicts.Redundancies;

/// <summary>A permission as traffic.</summary>
internal sealed class Opening
{
    private static readonly AddressSet OneAddress = AddressSet.From(Cidr.Around(AddressFamily.IPv4, 0, 32));

    private readonly AddressSet _addresses;
    private readonly string? _symbol;
    private TrafficSet? _traffic;

    /// <param name="number">Its place among the group's permissions.</param>
    /// <param name="addresses">Null: the peer stands for itself alone, and any one address for it.</param>
    public Opening(int number, Permission permission, AddressSet? addresses)
    {
        (Number, Permission, _addresses) = (number, permission, addresses ?? OneAddress);
        _symbol = addresses is null ? permission.Peer.Key : null;
    }

    public int Number { get; }

    public Permission Permission { get; }

    public TrafficSet Traffic => _traffic ??= TrafficSet.Of(Permission.Services, _addresses);

    /// <summary>Points of the service axis times addresses.</summary>
    public BigInteger Size => Permission.Services.Points.Count * (_addresses.IPv4.Count + _addresses.IPv6.Count);

    /// <summary>Whether the two can admit the same packet; builds nothing.</summary>
    public bool Meets(Opening other) =>
        Permission.Direction == other.Permission.Direction && _symbol == other._symbol
        && Permission.Services.Overlaps(other.Permission.Services) && _addresses.Overlaps(other._addresses);
}
