using Amazon.EC2.Model;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Aws.Ec2;

/// <summary>The calls to EC2 that put something into a group. None is repeated by the client: see <see cref="Ec2Clients"/>.</summary>
public sealed class Ec2GroupEdits(Ec2Clients clients) : IGroupEdits
{
    public async Task<AuthorizeAnswer> Authorize(Restoration call, CancellationToken cancel)
    {
        if (call.Permissions.Any(p => !TagForm.AreAlike(p.Tags, call.Permissions[0].Tags)))
            throw new ArgumentException("one call to EC2 takes one set of tags for all that it creates: these permissions have several", nameof(call));
        try
        {
            return call.Direction == Direction.Ingress
                ? await AuthorizeIngress(call, cancel).ConfigureAwait(false)
                : await AuthorizeEgress(call, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is { } failure)
        {
            return AuthorizeForm.Refused(failure);
        }
    }

    public async Task<ModifyAnswer> Modify(GroupKey group, string ruleId, Permission to, CancellationToken cancel)
    {
        try
        {
            var update = new SecurityGroupRuleUpdate { SecurityGroupRuleId = ruleId, SecurityGroupRule = PermissionForm.Rewrite(to) };
            var answer = await clients.Writer(group.Region).ModifySecurityGroupRulesAsync(new() { GroupId = group.GroupId, SecurityGroupRules = [update] }, cancel).ConfigureAwait(false);
            var requestId = answer.ResponseMetadata?.RequestId;
            return answer.Return == true ? new ModifyAnswer.Taken(requestId) : new ModifyAnswer.Refused(requestId, AuthorizeForm.NotTrue, false, PerhapsTaken: true);
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is { } failure)
        {
            return Ec2Codes.IsNoRule(failure) || Ec2Codes.IsNoGroup(failure)
                ? new ModifyAnswer.NotFound(failure.RequestId)
                : new ModifyAnswer.Refused(failure.RequestId, failure.Problem, failure.Retryable, failure.PerhapsTaken);
        }
    }

    public async Task<RevokeAnswer> RevokeOwn(GroupKey group, Direction direction, ImmutableArray<string> ruleIds, CancellationToken cancel)
    {
        var writer = clients.Writer(group.Region);
        try
        {
            return direction == Direction.Ingress
                ? RevokeForm.Taken(direction, await writer.RevokeSecurityGroupIngressAsync(new() { GroupId = group.GroupId, SecurityGroupRuleIds = [.. ruleIds] }, cancel).ConfigureAwait(false))
                : RevokeForm.Taken(direction, await writer.RevokeSecurityGroupEgressAsync(new() { GroupId = group.GroupId, SecurityGroupRuleIds = [.. ruleIds] }, cancel).ConfigureAwait(false));
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is { } failure)
        {
            return RevokeForm.Refused(failure);
        }
    }

    private async Task<AuthorizeAnswer> AuthorizeIngress(Restoration call, CancellationToken cancel)
    {
        var request = new AuthorizeSecurityGroupIngressRequest { GroupId = call.Group.GroupId, IpPermissions = PermissionForm.WriteDescribed(call.Permissions), TagSpecifications = Tags(call) };
        var answer = await clients.Writer(call.Group.Region).AuthorizeSecurityGroupIngressAsync(request, cancel).ConfigureAwait(false);
        return AuthorizeForm.Taken(call, answer.ResponseMetadata?.RequestId, answer.Return, answer.SecurityGroupRules);
    }

    private async Task<AuthorizeAnswer> AuthorizeEgress(Restoration call, CancellationToken cancel)
    {
        var request = new AuthorizeSecurityGroupEgressRequest { GroupId = call.Group.GroupId, IpPermissions = PermissionForm.WriteDescribed(call.Permissions), TagSpecifications = Tags(call) };
        var answer = await clients.Writer(call.Group.Region).AuthorizeSecurityGroupEgressAsync(request, cancel).ConfigureAwait(false);
        return AuthorizeForm.Taken(call, answer.ResponseMetadata?.RequestId, answer.Return, answer.SecurityGroupRules);
    }

    private static List<TagSpecification>? Tags(Restoration call) => call.Permissions.IsEmpty ? null : TagForm.Rules(call.Permissions[0].Tags);
}
