using System.Globalization;
using Amazon.EC2;
using Amazon.EC2.Model;
using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Network;
using NetworkAcl = Remediator.Groups.NetworkAcl;

namespace Remediator.Aws.Ec2;

/// <summary>A network ACL as the EC2 API writes it, both ways
/// (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkAclEntry.html).</summary>
internal static class AclForm
{
    /// <summary>Null with a problem when an entry cannot be read: what cannot be read is never left out.</summary>
    public static NetworkAcl? Read(Amazon.EC2.Model.NetworkAcl row, out string? problem)
    {
        problem = string.IsNullOrEmpty(row.NetworkAclId) || string.IsNullOrEmpty(row.VpcId) ? "expected its id and VPC" : null;
        var entries = ImmutableArray.CreateBuilder<AclEntry>();
        foreach (var entry in row.Entries ?? [])
        {
            if (Read(entry, ref problem) is { } read) entries.Add(read);
        }

        if (problem is null) return new(row.NetworkAclId, row.VpcId, entries.ToImmutable());
        problem = $"network ACL {UserText.Quote(row.NetworkAclId ?? "")} could not be read: {problem}";
        return null;
    }

    public static CreateNetworkAclEntryRequest Write(string aclId, AclEntry entry)
    {
        var block = entry.Block.ToString();
        var isFour = entry.Block.Family == AddressFamily.IPv4;
        return new()
        {
            NetworkAclId = aclId,
            RuleNumber = entry.Number,
            Egress = entry.IsEgress,
            RuleAction = entry.Allows ? RuleAction.Allow : RuleAction.Deny,
            Protocol = entry.Protocol,
            CidrBlock = isFour ? block : null,
            Ipv6CidrBlock = isFour ? null : block,
            PortRange = entry.Ports is { } ports ? new() { From = ports.From, To = ports.To } : null,
        };
    }

    private static AclEntry? Read(NetworkAclEntry entry, ref string? problem)
    {
        if (entry.RuleNumber is not { } number || entry.Egress is not { } isEgress)
        {
            problem ??= "an entry has no number or no direction";
            return null;
        }

        var text = string.IsNullOrEmpty(entry.CidrBlock) ? entry.Ipv6CidrBlock : entry.CidrBlock;
        var allows = entry.RuleAction == RuleAction.Allow;
        if (!Cidr.TryParse(text, out var block)) problem ??= $"the block {UserText.Quote(text ?? "")} of entry {number} is none: expected an IPv4 or IPv6 block";
        if (!allows && entry.RuleAction != RuleAction.Deny) problem ??= $"the action {UserText.Quote(entry.RuleAction?.Value ?? "")} of entry {number} is none: expected allow or deny";
        if (Protocol(entry.Protocol) is not { } protocol) problem ??= $"the protocol {UserText.Quote(entry.Protocol ?? "")} of entry {number} is none: expected a number from -1 to 255";
        else return new(number, isEgress, allows, protocol, block, Ports(entry));
        return null;
    }

    private static string? Protocol(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number is >= -1 and <= 255 ? number.ToString(CultureInfo.InvariantCulture) : null;

    private static (int From, int To)? Ports(NetworkAclEntry entry) => entry.PortRange is { From: { } from, To: { } to } ? (from, to) : null;
}
