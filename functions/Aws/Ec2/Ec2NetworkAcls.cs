using Amazon.EC2.Model;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Ports;
using NetworkAcl = Remediator.Groups.NetworkAcl;

namespace Remediator.Aws.Ec2;

/// <summary>Network ACLs through the EC2 API. No write is repeated by the client: see <see cref="Ec2Clients"/>.</summary>
public sealed class Ec2NetworkAcls(Ec2Clients clients) : INetworkAcls
{
    /// <summary>A page of DescribeNetworkAcls or DescribeVpcs at its largest.</summary>
    private const int Page = 1000;

    public async Task<AclsReading> OfSubnets(ImmutableArray<string> subnetIds, string region, CancellationToken cancel)
    {
        var asked = subnetIds.ToHashSet(StringComparer.Ordinal);
        try
        {
            var found = await Task.WhenAll(Filtering.Each("association.subnet-id", asked).Select(filter => Rows(filter, region, cancel))).ConfigureAwait(false);
            var acls = ImmutableArray.CreateBuilder<NetworkAcl>();
            foreach (var row in found.SelectMany(rows => rows).DistinctBy(row => row.NetworkAclId).Where(row => (row.Associations ?? []).Exists(a => asked.Contains(a.SubnetId ?? ""))))
            {
                if (AclForm.Read(row, out var problem) is not { } acl) return new AclsReading.Failed(problem!, false);
                acls.Add(acl);
            }

            return new AclsReading.Found(acls.ToImmutable());
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is { } failure)
        {
            return new AclsReading.Failed(failure.Problem, failure.Retryable);
        }
    }

    public async Task<Reading<NetworkAcl>> Read(string aclId, string region, CancellationToken cancel)
    {
        try
        {
            var answer = await clients.Reader(region).DescribeNetworkAclsAsync(new DescribeNetworkAclsRequest { NetworkAclIds = [aclId] }, cancel).ConfigureAwait(false);
            if (answer.NetworkAcls?.Find(row => row.NetworkAclId == aclId) is not { } row) return new(null, null);
            return new(AclForm.Read(row, out var problem), problem);
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is { } failure)
        {
            return new(null, Ec2Codes.IsNoAcl(failure) ? null : failure.Problem);
        }
    }

    public async Task<AclAnswer> Add(string aclId, AclEntry entry, string region, CancellationToken cancel)
    {
        try
        {
            var answer = await clients.Writer(region).CreateNetworkAclEntryAsync(AclForm.Write(aclId, entry), cancel).ConfigureAwait(false);
            return new AclAnswer.Taken(answer.ResponseMetadata?.RequestId);
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is { } failure)
        {
            return Refused(failure);
        }
    }

    public async Task<AclAnswer> Remove(string aclId, int number, bool isEgress, string region, CancellationToken cancel)
    {
        try
        {
            var answer = await clients.Writer(region).DeleteNetworkAclEntryAsync(new() { NetworkAclId = aclId, RuleNumber = number, Egress = isEgress }, cancel).ConfigureAwait(false);
            return new AclAnswer.Taken(answer.ResponseMetadata?.RequestId);
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is { } failure)
        {
            return Refused(failure);
        }
    }

    public async Task<Reading<ImmutableArray<Cidr>>> BlocksOf(ImmutableArray<string> vpcIds, string region, CancellationToken cancel)
    {
        var asked = vpcIds.ToHashSet(StringComparer.Ordinal);
        try
        {
            var found = await Task.WhenAll(Filtering.Each("vpc-id", asked).Select(filter => Vpcs(filter, region, cancel))).ConfigureAwait(false);
            return VpcForm.Blocks([.. found.SelectMany(rows => rows).Where(row => asked.Contains(row.VpcId ?? ""))], asked);
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is { } failure)
        {
            return new([], failure.Problem);
        }
    }

    private static AclAnswer Refused(AwsFailure failure) => failure.Code switch
    {
        Ec2Codes.AclEntryTaken => new AclAnswer.NumberTaken(failure.RequestId),
        Ec2Codes.AclFull => new AclAnswer.Full(failure.RequestId, failure.Problem),
        _ when Ec2Codes.IsNoAcl(failure) || failure.Code == Ec2Codes.NoAclEntry => new AclAnswer.NotFound(failure.RequestId),
        _ => new AclAnswer.Refused(failure.RequestId, failure.Problem, failure.Retryable, failure.PerhapsTaken),
    };

    private async Task<List<Amazon.EC2.Model.NetworkAcl>> Rows(Filter filter, string region, CancellationToken cancel)
    {
        var rows = new List<Amazon.EC2.Model.NetworkAcl>();
        var request = new DescribeNetworkAclsRequest { Filters = [filter], MaxResults = Page };
        await foreach (var row in clients.Reader(region).Paginators.DescribeNetworkAcls(request).NetworkAcls.WithCancellation(cancel).ConfigureAwait(false)) rows.Add(row);
        return rows;
    }

    private async Task<List<Vpc>> Vpcs(Filter filter, string region, CancellationToken cancel)
    {
        var rows = new List<Vpc>();
        var request = new DescribeVpcsRequest { Filters = [filter], MaxResults = Page };
        await foreach (var row in clients.Reader(region).Paginators.DescribeVpcs(request).Vpcs.WithCancellation(cancel).ConfigureAwait(false)) rows.Add(row);
        return rows;
    }
}
