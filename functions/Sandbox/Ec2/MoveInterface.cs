using System.Xml.Linq;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Ec2;

/// <summary>
/// ModifyNetworkInterfaceAttribute with groups
/// (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyNetworkInterfaceAttribute.html): they replace all others; every one of
/// them is there and in the interface's VPC, and a service's own interface is refused. moto takes anything.
/// </summary>
internal sealed class MoveInterface(MotoLink moto, GroupRules rules, InterfaceGroups groups)
{
    /// <summary>https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-security-groups</summary>
    private const int Most = 5;

    /// <summary>Null: no groups are changed, moto may answer.</summary>
    public async Task<AwsAnswer?> AnswerAsync(AwsCall call, CancellationToken cancellation)
    {
        var asked = call.Query["SecurityGroupId"].Items.Select(id => id.Text ?? "").Distinct().ToImmutableArray();
        if (asked.IsEmpty)
            return null;
        var found = await moto.Ec2Async(call, QueryNode.Parse("Action=DescribeNetworkInterfaces").With("NetworkInterfaceId", QueryNode.List([call.Query["NetworkInterfaceId"].Text ?? ""])), cancellation);
        if (!found.Succeeded || found.Xml()?.Element("networkInterfaceSet")?.Element("item") is not { } row)
            return found;
        if (ManagedInterfaces.IsOne(row))
            return Ec2Xml.Error("AuthFailure", "You do not have permission to access the specified resource.");
        if (asked.Length > Most)
            return Ec2Xml.Error("SecurityGroupsPerInterfaceLimitExceeded", "The maximum number of security groups per interface has been reached.");
        if (await RefusalAsync(call, row, asked, cancellation) is { } refusal)
            return refusal;
        groups.Correct(call with { IsStale = false }, row);
        var answer = await moto.ForwardAsync(call, cancellation);
        if (answer.Succeeded)
            groups.Put(row.Element("networkInterfaceId")!.Value, InterfaceGroups.Of(row), asked);
        return answer;
    }

    /// <summary>CreateNetworkInterface: what it chose is what the interface has, also once it is attached.</summary>
    public async Task<AwsAnswer> CreateAsync(AwsCall call, CancellationToken cancellation)
    {
        var answer = await moto.ForwardAsync(call, cancellation);
        if (answer.Succeeded && answer.Xml()?.Element("networkInterface") is { } row)
            groups.Put(row.Element("networkInterfaceId")!.Value, InterfaceGroups.Of(row), InterfaceGroups.Of(row));
        return answer;
    }

    private async Task<AwsAnswer?> RefusalAsync(AwsCall call, XElement row, ImmutableArray<string> asked, CancellationToken cancellation)
    {
        foreach (var id in asked)
        {
            if (await rules.GroupAsync(call, "GroupId", id, cancellation) is not { } group)
                return Ec2Xml.Error("InvalidGroup.NotFound", $"The security group '{Plain.Text(id)}' does not exist");
            if (group.Element("vpcId")?.Value != row.Element("vpcId")?.Value)
                return Ec2Xml.Error("InvalidGroup.NotFound", "You have specified two resources that belong to different networks.");
        }
        return null;
    }
}
