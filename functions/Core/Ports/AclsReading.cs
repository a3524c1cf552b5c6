using Remediator.Groups;

namespace Remediator.Ports;

/// <summary>What a read of network ACLs came to.</summary>
public abstract record AclsReading
{
    private AclsReading()
    {
    }

    public sealed record Found(ImmutableArray<NetworkAcl> Acls) : AclsReading;

    public sealed record Failed(string Problem, bool Retryable) : AclsReading;
}
