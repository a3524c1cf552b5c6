using System.Xml.Linq;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Ec2;

/// <summary>
/// AuthorizeSecurityGroupIngress and -Egress as AWS documents them
/// (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html): all or nothing, protocols and CIDRs
/// stored in canonical form, one set of tags for all, and `securityGroupRuleSet` with every rule created.
/// </summary>
internal sealed class Authorize(GroupRules rules, RulePeers peers)
{
    public async Task<AwsAnswer?> AnswerAsync(AwsCall call, CancellationToken cancellation)
    {
        if (await rules.GroupAsync(call, cancellation) is not { } group)
            return null;
        var (groupId, owner) = (group.Element("groupId")!.Value, group.Element("ownerId")!.Value);
        var asked = await peers.ByIdAsync(call, AskedRule.Of(call.Query), cancellation);
        var tags = call.Query["TagSpecification"].Items.FirstOrDefault(one => one["ResourceType"].Text == "security-group-rule")?["Tag"] ?? QueryNode.Parse("");
        var problem = asked.IsEmpty
            ? Ec2Xml.Error("MissingParameter", "Either 'ipPermissions' or 'securityGroupRuleIds' should be provided.")
            : asked.Select(one => RuleCheck.Problem(call, one)).FirstOrDefault(one => one is not null) ?? RuleCheck.Tags(tags) ?? await peers.ProblemAsync(call, asked, cancellation);
        if (problem is not null)
            return problem;
        var egress = call.Action.EndsWith("Egress", StringComparison.Ordinal);
        var before = await rules.OfAsync(call, groupId, cancellation);
        var there = before.Where(rule => rule.IsEgress == egress).Select(rule => rule.Content).ToImmutableArray();
        if (Duplicate(there, asked) is { } duplicate)
            return Ec2Xml.Duplicate(duplicate);
        if (await peers.ExceedAsync(call, [.. there, .. asked.Select(one => one.Content)], cancellation))
            return Ec2Xml.TooManyRules();
        var created = asked.Select(one => StoredRule.Create(groupId, owner, egress, one) with { Tags = RuleTags.Of(tags) }).ToImmutableArray();
        rules.Put(groupId, before.Concat(created));
        return Ec2Xml.Success(call.Action, new XElement("securityGroupRuleSet", created.Select(rule => rule.Row(call.Region))));
    }

    private static RuleContent? Duplicate(IEnumerable<RuleContent> there, IEnumerable<AskedRule> asked)
    {
        var taken = there.ToHashSet();
        return asked.FirstOrDefault(one => !taken.Add(one.Content))?.Content;
    }
}
