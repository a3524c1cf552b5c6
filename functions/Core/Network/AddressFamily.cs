namespace Remediator.Network;

/// <summary>IPv4 and IPv6 addresses are never mixed: 0.0.0.0/0 says nothing of ::/0.</summary>
public enum AddressFamily
{
    IPv4,
    IPv6,
}
