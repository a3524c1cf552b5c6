using Remediator.Network;

namespace Remediator.Groups;

/// <summary>The traffic of one permission whose peer is a block.</summary>
internal readonly record struct Rectangle(ServiceForm Services, Cidr Block)
{
    public TrafficSet Traffic => TrafficSet.Of(Services.Services, AddressSet.From(Block));

    public bool Overlaps(Rectangle other) =>
        Services.Points.Overlaps(other.Services.Points) && Block.Family == other.Block.Family && Block.First <= other.Block.Last && other.Block.First <= Block.Last;
}
