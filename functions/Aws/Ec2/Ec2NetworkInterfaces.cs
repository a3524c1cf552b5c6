using System.Net;
using System.Net.Sockets;
using Amazon.EC2;
using Amazon.EC2.Model;
using Remediator.Containment;
using Remediator.Groups;
using Remediator.Ports;

namespace Remediator.Aws.Ec2;

/// <summary>Network interfaces through the EC2 API, and the groups that are made for them. No write is repeated by the client: see
/// <see cref="Ec2Clients"/>.</summary>
public sealed class Ec2NetworkInterfaces(Ec2Clients clients) : INetworkInterfaces
{
    /// <summary>A page of DescribeNetworkInterfaces at its largest.</summary>
    private const int Page = 1000;

    /// <remarks>Asked by filter, here and below: it passes over an unknown id, where a list of ids is refused for it.</remarks>
    public Task<InterfacesReading> Read(ImmutableArray<string> interfaceIds, string region, CancellationToken cancel)
    {
        var asked = interfaceIds.ToHashSet(StringComparer.Ordinal);
        return Where(Filtering.Each("network-interface-id", asked), one => asked.Contains(one.Id), region, cancel);
    }

    public Task<InterfacesReading> OfInstances(ImmutableArray<string> instanceIds, string region, CancellationToken cancel)
    {
        var asked = instanceIds.ToHashSet(StringComparer.Ordinal);
        return Where(Filtering.Each("attachment.instance-id", asked), one => one.InstanceId is { } id && asked.Contains(id), region, cancel);
    }

    public Task<InterfacesReading> WithAddresses(ImmutableArray<IPAddress> addresses, string region, CancellationToken cancel)
    {
        var asked = addresses.ToHashSet();
        var families = asked.ToLookup(address => address.AddressFamily, address => address.ToString());
        var four = families[AddressFamily.InterNetwork];
        IEnumerable<Filter> filters =
        [
            .. Filtering.Each("addresses.private-ip-address", four),
            .. Filtering.Each("addresses.association.public-ip", four),
            .. Filtering.Each("association.public-ip", four),
            .. Filtering.Each("ipv6-addresses.ipv6-address", families[AddressFamily.InterNetworkV6]),
        ];
        return Where(filters, one => one.Addresses.Any(asked.Contains), region, cancel);
    }

    public async Task<InterfaceAnswer> SetGroups(string interfaceId, ImmutableArray<string> groupIds, string region, CancellationToken cancel)
    {
        if (groupIds.IsDefaultOrEmpty) throw new ArgumentException("an interface has at least one group: EC2 takes no empty list", nameof(groupIds));
        try
        {
            var answer = await clients.Writer(region).ModifyNetworkInterfaceAttributeAsync(new() { NetworkInterfaceId = interfaceId, Groups = [.. groupIds] }, cancel).ConfigureAwait(false);
            return new InterfaceAnswer.Taken(answer.ResponseMetadata?.RequestId);
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is { } failure)
        {
            if (Ec2Codes.IsNoInterface(failure)) return new InterfaceAnswer.NotFound(failure.RequestId);
            if (Ec2Codes.IsNoGroup(failure)) return new InterfaceAnswer.GroupNotFound(failure.RequestId, failure.Problem);
            if (Ec2Codes.IsManaged(failure)) return new InterfaceAnswer.Managed(failure.RequestId, failure.Problem);
            return new InterfaceAnswer.Refused(failure.RequestId, failure.Problem, failure.Retryable, failure.PerhapsTaken);
        }
    }

    public async Task<GroupMade> MakeGroup(string name, string description, string vpcId, string region, CancellationToken cancel)
    {
        try
        {
            var tags = new TagSpecification { ResourceType = ResourceType.SecurityGroup, Tags = [new(OwnGroup.TagKey, OwnGroup.TagValue)] };
            var request = new CreateSecurityGroupRequest { GroupName = name, Description = description, VpcId = vpcId, TagSpecifications = [tags] };
            var answer = await clients.Writer(region).CreateSecurityGroupAsync(request, cancel).ConfigureAwait(false);

            // Without its id, it is made all the same: the next call is told that the name is taken.
            return string.IsNullOrEmpty(answer.GroupId)
                ? new GroupMade.Failed($"EC2 answered without the id of the new group `{name}`, which it documents for success", true)
                : new GroupMade.Made(answer.GroupId, answer.ResponseMetadata?.RequestId);
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is { } failure)
        {
            return failure.Code == Ec2Codes.GroupDuplicate ? new GroupMade.Taken() : new GroupMade.Failed(failure.Problem, failure.Retryable);
        }
    }

    public async Task<GroupReading> FindGroup(string name, string vpcId, string region, CancellationToken cancel)
    {
        try
        {
            return await new GroupSearch(clients.Reader(region), "", region).ByName(name, vpcId, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is { } failure)
        {
            return new GroupReading.Failed(failure.Problem, failure.Retryable);
        }
    }

    /// <summary>One read for each filter, at the same time: several filters of one read would all have to hold. Each interface once.</summary>
    private async Task<InterfacesReading> Where(IEnumerable<Filter> filters, Func<InterfaceFacts, bool> isAsked, string region, CancellationToken cancel)
    {
        try
        {
            var found = await Task.WhenAll(filters.Select(filter => Rows(filter, region, cancel))).ConfigureAwait(false);
            var facts = ImmutableArray.CreateBuilder<InterfaceFacts>();
            foreach (var row in found.SelectMany(rows => rows).DistinctBy(row => row.NetworkInterfaceId))
            {
                if (InterfaceForm.Read(row, out var problem) is not { } one) return new InterfacesReading.Failed(problem!, false);
                if (isAsked(one)) facts.Add(one);
            }

            return new InterfacesReading.Found(facts.ToImmutable());
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is { } failure)
        {
            return new InterfacesReading.Failed(failure.Problem, failure.Retryable);
        }
    }

    private async Task<List<NetworkInterface>> Rows(Filter filter, string region, CancellationToken cancel)
    {
        var rows = new List<NetworkInterface>();
        var request = new DescribeNetworkInterfacesRequest { Filters = [filter], MaxResults = Page };
        await foreach (var row in clients.Reader(region).Paginators.DescribeNetworkInterfaces(request).NetworkInterfaces.WithCancellation(cancel).ConfigureAwait(false)) rows.Add(row);
        return rows;
    }
}
