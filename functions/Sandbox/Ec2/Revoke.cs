using System.Xml.Linq;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Ec2;

/// <summary>
/// RevokeSecurityGroupIngress and -Egress as AWS documents them
/// (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RevokeSecurityGroupIngress.html): outside the default VPC one unknown
/// permission refuses the whole call; inside it the call returns true, revokes the rest and lists the unknown in
/// `unknownIpPermissionSet`. What went is in `revokedSecurityGroupRuleSet`.
/// </summary>
internal sealed class Revoke(GroupRules rules, RulePeers peers)
{
    public async Task<AwsAnswer?> AnswerAsync(AwsCall call, CancellationToken cancellation)
    {
        if (await rules.GroupAsync(call, cancellation) is not { } group)
            return null;
        var groupId = group.Element("groupId")!.Value;
        var egress = call.Action.EndsWith("Egress", StringComparison.Ordinal);
        var all = await rules.OfAsync(call, groupId, cancellation);
        var there = all.Where(rule => rule.IsEgress == egress).ToImmutableArray();
        var ids = call.Query["SecurityGroupRuleId"].Items.Select(id => id.Text ?? "").ToImmutableArray();
        if (ids.FirstOrDefault(id => there.All(rule => rule.Id != id)) is { } unknownId)
            return Ec2Xml.UnknownRule(unknownId);
        var asked = (await peers.ByIdAsync(call, AskedRule.Of(call.Query), cancellation)).Select(one => one.Content).ToImmutableArray();
        if (ids.IsEmpty && asked.IsEmpty)
            return Ec2Xml.Error("MissingParameter", "Either 'ipPermissions' or 'securityGroupRuleIds' should be provided.");
        var unknown = asked.Where(content => there.All(rule => rule.Content != content)).ToImmutableArray();
        if (!unknown.IsEmpty && !await rules.IsInDefaultVpcAsync(call, group, cancellation))
            return Ec2Xml.Error("InvalidPermission.NotFound", "The specified rule does not exist in this security group.");
        var going = there.Where(rule => ids.Contains(rule.Id) || asked.Contains(rule.Content)).ToImmutableArray();
        rules.Put(groupId, all.Except(going));
        return Ec2Xml.Success(call.Action,
            unknown.IsEmpty ? null : new XElement("unknownIpPermissionSet", unknown.Select(Permission)),
            new XElement("revokedSecurityGroupRuleSet", going.Select(rule => rule.Revoked())));
    }

    private static XElement Permission(RuleContent content)
    {
        var ports = content.Protocol == "-1" ? [] : new[] { new XElement("fromPort", content.From), new XElement("toPort", content.To) };
        return new XElement("item", new XElement("ipProtocol", content.Protocol), ports, content.Kind switch
        {
            PeerKind.PrefixList => One("prefixListIds", "prefixListId", content.Peer),
            PeerKind.Ipv6 => One("ipv6Ranges", "cidrIpv6", content.Peer),
            PeerKind.Ipv4 => One("ipRanges", "cidrIp", content.Peer),
            _ => One("groups", "groupId", content.Peer),
        });
    }

    private static XElement One(string list, string name, string value) => new(list, new XElement("item", new XElement(name, value)));
}
