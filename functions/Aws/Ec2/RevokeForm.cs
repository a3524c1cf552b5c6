using Amazon.EC2.Model;
using Remediator.Groups;
using Remediator.Ports;

namespace Remediator.Aws.Ec2;

/// <summary>What EC2 said to a Revoke call, by content or by id, as the core's answer.</summary>
internal static class RevokeForm
{
    public static RevokeAnswer.Taken Taken(Direction direction, RevokeSecurityGroupIngressResponse answer) =>
        Taken(direction, answer.ResponseMetadata?.RequestId, answer.Return, answer.RevokedSecurityGroupRules, answer.UnknownIpPermissions);

    public static RevokeAnswer.Taken Taken(Direction direction, RevokeSecurityGroupEgressResponse answer) =>
        Taken(direction, answer.ResponseMetadata?.RequestId, answer.Return, answer.RevokedSecurityGroupRules, answer.UnknownIpPermissions);

    public static RevokeAnswer Refused(AwsFailure failure) => failure.Code switch
    {
        Ec2Codes.PermissionNotFound => new RevokeAnswer.PermissionNotFound(failure.RequestId),
        _ when Ec2Codes.IsNoRule(failure) => new RevokeAnswer.PermissionNotFound(failure.RequestId),
        _ when Ec2Codes.IsNoGroup(failure) => new RevokeAnswer.GroupNotFound(failure.RequestId),
        _ => new RevokeAnswer.Refused(failure.RequestId, failure.Problem, failure.Retryable, failure.PerhapsTaken, Ec2Codes.IsAboutContent(failure)),
    };

    /// <summary>An entry that cannot be read as a permission proves nothing: it is left out, and a read decides.</summary>
    private static RevokeAnswer.Taken Taken(Direction direction, string? requestId, bool? returned, List<RevokedSecurityGroupRule>? revoked, List<IpPermission>? unknown) => new(
        requestId,
        returned ?? false,
        [.. (revoked ?? []).Select(r => PermissionForm.Read(direction, r)).OfType<Permission>()],
        [.. (unknown ?? []).SelectMany(u => PermissionForm.Read(direction, u))]);
}
