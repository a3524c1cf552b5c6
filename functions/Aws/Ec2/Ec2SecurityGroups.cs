using Remediator.Changes;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Aws.Ec2;

/// <summary>Security groups through the EC2 API.</summary>
public sealed class Ec2SecurityGroups(Ec2Clients clients) : ISecurityGroups
{
    public Ec2SecurityGroups()
        : this(new Ec2Clients())
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
            return RevokeForm.Refused(failure);
        }
    }

    public async Task<GroupReading> Read(GroupName group, string account, string region, CancellationToken cancel)
    {
        try
        {
            return await new GroupReader(clients.Reader(region), account, region).Read(group, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is { } failure)
        {
            return Ec2Codes.IsNoGroup(failure)
                ? new GroupReading.NotFound()
                : new GroupReading.Failed(failure.Problem, failure.Retryable);
        }
    }

    public async Task<Exposure?> ReadExposure(GroupKey group, CancellationToken cancel)
    {
        try
        {
            return await ExposureReader.Read(clients.Reader(group.Region), group.GroupId, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is not null)
        {
            // Only told, never decided on: the notice then says that it could not be read.
            return null;
        }
    }

    private async Task<RevokeAnswer> RevokeIngress(Revocation call, CancellationToken cancel) => RevokeForm.Taken(call.Direction, await clients.Writer(call.Group.Region)
        .RevokeSecurityGroupIngressAsync(new() { GroupId = call.Group.GroupId, IpPermissions = PermissionForm.Write(call.Permissions) }, cancel).ConfigureAwait(false));

    private async Task<RevokeAnswer> RevokeEgress(Revocation call, CancellationToken cancel) => RevokeForm.Taken(call.Direction, await clients.Writer(call.Group.Region)
        .RevokeSecurityGroupEgressAsync(new() { GroupId = call.Group.GroupId, IpPermissions = PermissionForm.Write(call.Permissions) }, cancel).ConfigureAwait(false));
}
