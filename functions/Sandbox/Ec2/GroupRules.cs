using System.Xml.Linq;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Ec2;

/// <summary>What the proxy reads of a security group before and after a write, to answer as AWS does.</summary>
internal sealed class GroupRules(MotoLink moto)
{
    /// <summary>The group that the call is about, by id or, in the default VPC, by name; null when there is none.</summary>
    public async Task<XElement?> GroupAsync(AwsCall call, CancellationToken cancellation)
    {
        var (name, value) = call.Query["GroupId"].Text is { } id ? ("GroupId", id) : ("GroupName", call.Query["GroupName"].Text ?? "");
        var query = QueryNode.Parse("Action=DescribeSecurityGroups").With(name, QueryNode.List([value]));
        var answer = await moto.Ec2Async(call, query, cancellation);
        return answer.Succeeded ? answer.Xml()?.Element("securityGroupInfo")?.Elements("item").FirstOrDefault() : null;
    }

    public async Task<ImmutableArray<StoredRule>> OfAsync(AwsCall call, string groupId, CancellationToken cancellation)
    {
        var query = QueryNode.Parse($"Action=DescribeSecurityGroupRules&Filter.1.Name=group-id&Filter.1.Value.1={groupId}");
        var answer = await moto.Ec2Async(call, query, cancellation);
        return [.. answer.Xml()?.Element("securityGroupRuleSet")?.Elements("item").Select(StoredRule.Read) ?? []];
    }

    public async Task<bool> IsInDefaultVpcAsync(AwsCall call, XElement group, CancellationToken cancellation)
    {
        var query = QueryNode.Parse($"Action=DescribeVpcs&VpcId.1={group.Element("vpcId")?.Value}");
        var answer = await moto.Ec2Async(call, query, cancellation);
        return answer.Xml()?.Element("vpcSet")?.Element("item")?.Element("isDefault")?.Value == "true";
    }

    /// <summary>Revokes rules by id, whatever their number.</summary>
    public Task<AwsAnswer> RevokeAsync(AwsCall call, string groupId, bool egress, IEnumerable<string> ids, CancellationToken cancellation)
    {
        var query = QueryNode.Parse($"Action=RevokeSecurityGroup{(egress ? "Egress" : "Ingress")}&GroupId={groupId}")
            .With("SecurityGroupRuleId", QueryNode.List(ids));
        return moto.Ec2Async(call, query, cancellation);
    }
}
