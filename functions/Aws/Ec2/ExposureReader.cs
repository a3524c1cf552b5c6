using System.Net;
using Amazon.EC2;
using Amazon.EC2.Model;
using Remediator.Groups;

namespace Remediator.Aws.Ec2;

/// <summary>Which interfaces carry a group, and which public addresses they have.</summary>
internal static class ExposureReader
{
    public static async Task<Exposure> Read(IAmazonEC2 ec2, string groupId, CancellationToken cancel)
    {
        var interfaces = ec2.Paginators.DescribeNetworkInterfaces(new() { Filters = [new("group-id", [groupId])] }).NetworkInterfaces;
        var count = 0;
        var addresses = ImmutableArray.CreateBuilder<string>();
        await foreach (var one in interfaces.WithCancellation(cancel).ConfigureAwait(false))
        {
            count++;
            addresses.AddRange(Public(one));
        }

        return new(count, [.. addresses.Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Each private address may have a public one of its own; an IPv6 address of an interface is public, unless it is of the
    /// unique local ones (fc00::/7) that a VPC may use as well.</summary>
    private static IEnumerable<string> Public(NetworkInterface one) =>
        (one.PrivateIpAddresses ?? []).Select(a => a.Association?.PublicIp)
        .Append(one.Association?.PublicIp)
        .Concat((one.Ipv6Addresses ?? []).Select(a => a.Ipv6Address).Where(a => !IsLocal(a)))
        .OfType<string>();

    private static bool IsLocal(string? text) => IPAddress.TryParse(text, out var address) && address.IsIPv6UniqueLocal;
}
