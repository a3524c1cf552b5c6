using System.Collections.Concurrent;
using Amazon;
using Amazon.EC2;
using Amazon.EC2.Model;
using Remediator.Changes;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Aws.Ec2;

/// <summary>Security groups through the EC2 API, with clients for each region, made at their first call.</summary>
/// <param name="reader">A client for a region that repeats a call by itself.</param>
/// <param name="writer">One that does not: when the answer to a Revoke is lost, the repeated call does not find what the first one
/// removed, and only we can tell that from somebody else's work.</param>
public sealed class Ec2SecurityGroups(Func<string, IAmazonEC2> reader, Func<string, IAmazonEC2> writer) : ISecurityGroups
{
    /// <summary>A call that hangs is given up and tried again while the invocation still has time for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, IAmazonEC2> _readers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IAmazonEC2> _writers = new(StringComparer.Ordinal);

    public Ec2SecurityGroups()
        : this(
            static region => new AmazonEC2Client(new AmazonEC2Config { RegionEndpoint = RegionEndpoint.GetBySystemName(region), Timeout = Patience }),
            static region => new AmazonEC2Client(new AmazonEC2Config { RegionEndpoint = RegionEndpoint.GetBySystemName(region), Timeout = Patience, MaxErrorRetry = 0 }))
    {
    }

    public async Task<RevokeAnswer> Revoke(Revocation call, CancellationToken cancel)
    {
        try
        {
            return call.Direction == Direction.Ingress
                ? await RevokeIngress(call, cancel).ConfigureAwait(false)
                : await RevokeEgress(call, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is { } failure)
        {
            return failure.Code switch
            {
                "InvalidPermission.NotFound" => new RevokeAnswer.PermissionNotFound(failure.RequestId),
                _ when IsNoGroup(failure) => new RevokeAnswer.GroupNotFound(failure.RequestId),
                _ => new RevokeAnswer.Refused(failure.RequestId, failure.Problem, failure.Retryable, failure.PerhapsTaken, IsAboutContent(failure)),
            };
        }
    }

    public async Task<GroupReading> Read(GroupName group, string account, string region, CancellationToken cancel)
    {
        try
        {
            return await new GroupReader(Reader(region), account, region).Read(group, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is { } failure)
        {
            return IsNoGroup(failure)
                ? new GroupReading.NotFound()
                : new GroupReading.Failed(failure.Problem, failure.Retryable);
        }
    }

    public async Task<Exposure?> ReadExposure(GroupKey group, CancellationToken cancel)
    {
        try
        {
            return await ExposureReader.Read(Reader(group.Region), group.GroupId, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is not null)
        {
            // Only told, never decided on: the notice then says that it could not be read.
            return null;
        }
    }

    /// <summary>EC2 has several codes for a group that is not there (EC2 API reference, "Error codes").</summary>
    private static bool IsNoGroup(AwsFailure failure) => failure.Code is "InvalidGroup.NotFound" or "InvalidGroupId.NotFound" or "InvalidSecurityGroupID.NotFound";

    /// <summary>Codes that object to what a call says begin with Invalid
    /// (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html).</summary>
    private static bool IsAboutContent(AwsFailure failure) => !failure.Retryable && failure.Code.StartsWith("Invalid", StringComparison.Ordinal);

    private IAmazonEC2 Reader(string region) => _readers.GetOrAdd(region, reader);

    private IAmazonEC2 Writer(string region) => _writers.GetOrAdd(region, writer);

    private async Task<RevokeAnswer> RevokeIngress(Revocation call, CancellationToken cancel)
    {
        var request = new RevokeSecurityGroupIngressRequest { GroupId = call.Group.GroupId, IpPermissions = PermissionForm.Write(call.Permissions) };
        var answer = await Writer(call.Group.Region).RevokeSecurityGroupIngressAsync(request, cancel).ConfigureAwait(false);
        return Taken(call, answer.ResponseMetadata?.RequestId, answer.Return, answer.RevokedSecurityGroupRules, answer.UnknownIpPermissions);
    }

    private async Task<RevokeAnswer> RevokeEgress(Revocation call, CancellationToken cancel)
    {
        var request = new RevokeSecurityGroupEgressRequest { GroupId = call.Group.GroupId, IpPermissions = PermissionForm.Write(call.Permissions) };
        var answer = await Writer(call.Group.Region).RevokeSecurityGroupEgressAsync(request, cancel).ConfigureAwait(false);
        return Taken(call, answer.ResponseMetadata?.RequestId, answer.Return, answer.RevokedSecurityGroupRules, answer.UnknownIpPermissions);
    }

    /// <summary>An entry that cannot be read as a permission proves nothing: it is left out, and a read decides.</summary>
    private static RevokeAnswer.Taken Taken(Revocation call, string? requestId, bool? returned, List<RevokedSecurityGroupRule>? revoked, List<IpPermission>? unknown) => new(
        requestId,
        returned ?? false,
        [.. (revoked ?? []).Select(r => PermissionForm.Read(call.Direction, r)).OfType<Permission>()],
        [.. (unknown ?? []).SelectMany(u => PermissionForm.Read(call.Direction, u))]);
}
