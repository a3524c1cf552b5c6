namespace Remediator.Sandbox.Ec2;

/// <summary>What a rule's one peer is.</summary>
public enum PeerKind
{
    Ipv4,
    Ipv6,
    PrefixList,
    Group,
}
