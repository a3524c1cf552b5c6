using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Ec2;

/// <summary>
/// ModifySecurityGroupRules (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifySecurityGroupRules.html): all or nothing, by
/// id; the kind of peer stays; what the request leaves out of a rule, its description say, is taken away.
/// </summary>
internal sealed class Modify(GroupRules rules, RulePeers peers)
{
    private static readonly (string Name, PeerKind Kind)[] Kinds =
        [("CidrIpv4", PeerKind.Ipv4), ("CidrIpv6", PeerKind.Ipv6), ("PrefixListId", PeerKind.PrefixList), ("ReferencedGroupId", PeerKind.Group)];

    public async Task<AwsAnswer?> AnswerAsync(AwsCall call, CancellationToken cancellation)
    {
        if (await rules.GroupAsync(call, cancellation) is not { } group)
            return null;
        var groupId = group.Element("groupId")!.Value;
        var before = await rules.OfAsync(call, groupId, cancellation);
        var after = before.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        foreach (var update in call.Query["SecurityGroupRule"].Items)
        {
            var id = update["SecurityGroupRuleId"].Text ?? "";
            if (!after.TryGetValue(id, out var rule))
                return Ec2Xml.UnknownRule(id);
            var content = update["SecurityGroupRule"];
            if (Problem(call, rule, content) is { } problem)
                return problem;
            after[id] = Changed(rule, content);
        }
        var now = before.Select(rule => after[rule.Id]).ToImmutableArray();
        if (await RefusedAsync(call, before, now, cancellation) is { } refused)
            return refused;
        rules.Put(groupId, now);
        return Ec2Xml.Success(call.Action);
    }

    private static AwsAnswer? Problem(AwsCall call, StoredRule rule, QueryNode content)
    {
        var given = Kinds.Where(kind => content[kind.Name].Text is not null).ToArray();
        return given switch
        {
            [] => Ec2Xml.Error("MissingParameter", "The request must contain exactly one of: cidrIp, cidrIpv6, prefixListId, or referencedGroupId"),
            [var one] when one.Kind != rule.Content.Kind => RuleCheck.Bad($"Invalid rule type for security group rule '{rule.Id}'. You may not specify {one.Name} for an existing {rule.Content.Kind} rule."),
            [_] => RuleCheck.Problem(call, Asked(content)),
            _ => Ec2Xml.Error("InvalidParameterCombination", "Only one of cidrIp, cidrIpv6, prefixListId, or referencedGroupId can be specified"),
        };
    }

    private static StoredRule Changed(StoredRule rule, QueryNode content)
    {
        var asked = Asked(content);
        return rule with { Content = asked.Content, Description = string.IsNullOrEmpty(asked.Description) ? null : asked.Description };
    }

    private static AskedRule Asked(QueryNode content)
    {
        var peer = Kinds.Select(kind => content[kind.Name].Text).FirstOrDefault(text => text is not null) ?? "";
        return new(RuleContent.Of(content["IpProtocol"].Text ?? "", content["FromPort"].Number, content["ToPort"].Number, RuleContent.Cidr(peer)), content["Description"].Text, null, null);
    }

    private async Task<AwsAnswer?> RefusedAsync(AwsCall call, ImmutableArray<StoredRule> before, ImmutableArray<StoredRule> now, CancellationToken cancellation)
    {
        var changed = now.Except(before).Select(rule => new AskedRule(rule.Content, null, rule.PeerOwner == rule.Owner ? null : rule.PeerOwner, rule.PeeringId));
        if (await peers.ProblemAsync(call, [.. changed], cancellation) is { } problem)
            return problem;
        foreach (var direction in now.GroupBy(rule => rule.IsEgress))
        {
            var twice = direction.GroupBy(rule => rule.Content).FirstOrDefault(same => same.Count() > 1);
            if (twice is not null)
                return Ec2Xml.Duplicate(twice.Key);
            if (await peers.ExceedAsync(call, [.. direction.Select(rule => rule.Content)], cancellation))
                return Ec2Xml.TooManyRules();
        }
        return null;
    }
}
