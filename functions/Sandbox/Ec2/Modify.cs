using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Ec2;

/// <summary>
/// ModifySecurityGroupRules (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifySecurityGroupRules.html): CIDRs and
/// protocols are stored in canonical form, and protocol -1 needs no ports. moto says yes to a new IPv6 range, prefix list or referenced
/// group and changes nothing; that would make an event of a change that never was, so it is refused here.
/// </summary>
internal sealed class Modify(MotoLink moto)
{
    public async Task<AwsAnswer?> AnswerAsync(AwsCall call, CancellationToken cancellation)
    {
        var updates = call.Query["SecurityGroupRule"].Items.Select(update => update["SecurityGroupRule"]);
        if (updates.Any(update => !update["CidrIpv6"].IsEmpty || !update["PrefixListId"].IsEmpty || !update["ReferencedGroupId"].IsEmpty))
            return Ec2Xml.Error("UnsupportedOperation", "The local AWS (moto) cannot modify rules of IPv6 ranges, prefix lists or groups: revoke and authorize instead.");
        var canonical = call.Query.Map("CidrIpv4", RuleContent.Cidr).Map("IpProtocol", RuleContent.ProtocolName)
            .MapItems("SecurityGroupRule", update => update.With("SecurityGroupRule", WithPorts(update["SecurityGroupRule"])));
        return await moto.ForwardAsync(call.With(canonical), cancellation);
    }

    private static QueryNode WithPorts(QueryNode rule) =>
        rule["IpProtocol"].Text is not null && rule["FromPort"].Text is null ? rule.With("FromPort", "-1").With("ToPort", "-1") : rule;
}
