using Remediator.Ports;

namespace Remediator.Steps;

/// <summary>What the answer to a threat asks of the world besides what a change does.</summary>
public sealed record Defence(World World, INetworkInterfaces Interfaces, INetworkAcls Acls)
{
    public IMeasures Measures => World.Books.Measures;
}
