using System.Xml.Linq;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Ec2;

/// <summary>
/// AuthorizeSecurityGroupIngress and -Egress as AWS documents them
/// (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html): all or nothing, protocols and CIDRs
/// stored in canonical form, and `securityGroupRuleSet` with every rule created. moto keeps what came before a bad permission, stores
/// CIDRs as sent, answers only the last permission's rules, and wants ports from protocols that have none.
/// </summary>
internal sealed class Authorize(MotoLink moto, GroupRules rules)
{
    public async Task<AwsAnswer?> AnswerAsync(AwsCall call, CancellationToken cancellation)
    {
        if (await rules.GroupAsync(call, cancellation) is not { } group)
            return null;
        var groupId = group.Element("groupId")!.Value;
        var egress = call.Action.EndsWith("Egress", StringComparison.Ordinal);
        var before = await rules.OfAsync(call, groupId, cancellation);
        if (Duplicate(call.Query, before.Where(rule => rule.IsEgress == egress)) is { } duplicate)
            return Ec2Xml.Error("InvalidPermission.Duplicate", $"the specified rule \"peer: {duplicate.Peer}, {duplicate.Protocol.ToUpperInvariant()}, "
                + $"from port: {duplicate.From}, to port: {duplicate.To}, ALLOW\" already exists");
        var answer = await moto.ForwardAsync(call.With(Canonical(call.Query)), cancellation);
        var known = before.Select(rule => rule.Id).ToHashSet();
        var created = (await rules.OfAsync(call, groupId, cancellation)).Where(rule => !known.Contains(rule.Id)).ToImmutableArray();
        if (answer.Succeeded)
            return Ec2Xml.Success(call.Action, new XElement("securityGroupRuleSet", created.Select(rule => rule.Xml)));
        if (!created.IsEmpty)
            await rules.RevokeAsync(call, groupId, egress, created.Select(rule => rule.Id), cancellation);
        return answer;
    }

    private static RuleContent? Duplicate(QueryNode query, IEnumerable<StoredRule> before)
    {
        var taken = before.Select(rule => rule.Content).ToHashSet();
        return RuleContent.Of(query).FirstOrDefault(asked => !taken.Add(asked));
    }

    private static QueryNode Canonical(QueryNode query) => WithPorts(query
        .Map("CidrIp", RuleContent.Cidr).Map("CidrIpv6", RuleContent.Cidr).Map("IpProtocol", RuleContent.ProtocolName)
        .MapItems("IpPermissions", WithPorts));

    private static QueryNode WithPorts(QueryNode permission) =>
        permission["IpProtocol"].Text is null or "-1" || permission["FromPort"].Text is not null ? permission : permission.With("FromPort", "-1").With("ToPort", "-1");
}
