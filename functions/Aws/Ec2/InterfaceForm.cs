using System.Net;
using Amazon.EC2.Model;
using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Aws.Ec2;

/// <summary>A row of DescribeNetworkInterfaces → what it says of the interface
/// (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkInterface.html).</summary>
internal static class InterfaceForm
{
    /// <summary>Null with a problem when a group or an address cannot be read: what cannot be read is never left out.</summary>
    public static InterfaceFacts? Read(NetworkInterface row, out string? problem)
    {
        problem = null;
        if (string.IsNullOrEmpty(row.NetworkInterfaceId) || string.IsNullOrEmpty(row.VpcId) || string.IsNullOrEmpty(row.SubnetId)) problem = "expected its id, VPC and subnet";
        ImmutableArray<string> groups = [.. (row.Groups ?? []).Select(g => g.GroupId ?? "")];
        if (groups.Contains("")) problem ??= "one of its groups has no id";
        var addresses = ImmutableArray.CreateBuilder<IPAddress>();
        foreach (var text in Texts(row).Where(t => !string.IsNullOrEmpty(t)).Distinct(StringComparer.Ordinal))
        {
            if (Address(text!) is { } address) addresses.Add(address);
            else problem ??= $"its address {UserText.Quote(text!)} is none: expected an IPv4 or IPv6 address";
        }

        if (problem is null) return Facts(row, groups, addresses.ToImmutable());
        problem = $"network interface {UserText.Quote(row.NetworkInterfaceId ?? "")} could not be read: {problem}";
        return null;
    }

    private static InterfaceFacts Facts(NetworkInterface row, ImmutableArray<string> groups, ImmutableArray<IPAddress> addresses) =>
        new(row.NetworkInterfaceId, row.VpcId, row.SubnetId, groups)
        {
            InstanceId = string.IsNullOrEmpty(row.Attachment?.InstanceId) ? null : row.Attachment.InstanceId,
            Addresses = addresses,
            IsManaged = row.RequesterManaged is true || row.Operator?.Managed is true,
            Kind = row.InterfaceType?.Value ?? "interface",
            Description = row.Description ?? "",
        };

    /// <summary>Each private address may have a public one of its own.</summary>
    private static IEnumerable<string?> Texts(NetworkInterface row) =>
    [
        row.PrivateIpAddress,
        row.Association?.PublicIp,
        .. (row.PrivateIpAddresses ?? []).SelectMany(a => new[] { a.PrivateIpAddress, a.Association?.PublicIp }),
        row.Ipv6Address,
        .. (row.Ipv6Addresses ?? []).Select(a => a.Ipv6Address),
    ];

    private static IPAddress? Address(string text) =>
        !text.Contains('/', StringComparison.Ordinal) && Cidr.TryParse(text, out _) && IPAddress.TryParse(text, out var address) ? address : null;
}
