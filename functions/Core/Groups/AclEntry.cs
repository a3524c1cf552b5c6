using Remediator.Network;

namespace Remediator.Groups;

/// <summary>One entry of a network ACL. The one with the lowest number that matches decides.</summary>
/// <param name="Number">1 to 32766; 32767 is the last one of EC2's own, which denies.</param>
/// <param name="Protocol">A protocol's number in decimal; -1 for every protocol.</param>
/// <param name="Ports">Null: all.</param>
public sealed record AclEntry(int Number, bool IsEgress, bool Allows, string Protocol, Cidr Block, (int From, int To)? Ports);
