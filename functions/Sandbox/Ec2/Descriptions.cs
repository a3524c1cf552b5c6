using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Ec2;

/// <summary>
/// UpdateSecurityGroupRuleDescriptionsIngress and -Egress
/// (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_UpdateSecurityGroupRuleDescriptionsIngress.html), by content or by id; a
/// description that is left out is taken away.
/// </summary>
internal sealed class Descriptions(GroupRules rules, RulePeers peers)
{
    public async Task<AwsAnswer?> AnswerAsync(AwsCall call, CancellationToken cancellation)
    {
        if (await rules.GroupAsync(call, cancellation) is not { } group)
            return null;
        var groupId = group.Element("groupId")!.Value;
        var egress = call.Action.EndsWith("Egress", StringComparison.Ordinal);
        var all = await rules.OfAsync(call, groupId, cancellation);
        var there = all.Where(rule => rule.IsEgress == egress).ToImmutableArray();
        var texts = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var asked in await peers.ByIdAsync(call, AskedRule.Of(call.Query), cancellation))
        {
            if (there.FirstOrDefault(rule => rule.Content == asked.Content) is not { } rule)
                return Ec2Xml.Error("InvalidPermission.NotFound", "The specified rule does not exist in this security group.");
            texts[rule.Id] = asked.Description;
        }
        foreach (var named in call.Query["SecurityGroupRuleDescription"].Items)
        {
            var id = named["SecurityGroupRuleId"].Text ?? "";
            if (there.All(rule => rule.Id != id))
                return Ec2Xml.UnknownRule(id);
            texts[id] = named["Description"].Text;
        }
        if (texts.Values.Select(text => RuleCheck.Description(call, text)).FirstOrDefault(one => one is not null) is { } problem)
            return problem;
        rules.Put(groupId, all.Select(rule => texts.TryGetValue(rule.Id, out var text) ? rule with { Description = string.IsNullOrEmpty(text) ? null : text } : rule));
        return Ec2Xml.Success(call.Action);
    }
}
