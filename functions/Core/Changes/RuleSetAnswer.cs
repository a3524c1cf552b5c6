using Remediator.Groups;
using Remediator.Incoming;

namespace Remediator.Changes;

/// <summary>Reads a set of rules in EC2's answer, exact, with their <c>sgr-</c> ids: those that the call created
/// (<c>securityGroupRuleSet</c>), or those that it revoked.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroupRule.html and
/// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RevokedSecurityGroupRule.html</remarks>
internal sealed class RuleSetAnswer(Direction direction, string ownAccount)
{
    private readonly Stated _stated = new();

    public Stated Stated => _stated;

    public static Stated Read(JsonCursor? elements, string eventName, Direction direction, string ownAccount)
    {
        var answer = new RuleSetAnswer(direction, ownAccount);
        foreach (var fields in RecordPart.Of(elements, eventName + "Response", answer._stated.Gaps))
        {
            answer.ReadRules(fields.Take("securityGroupRuleSet"));
            answer.LeaveRest(fields);
        }

        return answer._stated;
    }

    public void ReadRules(JsonCursor? set)
    {
        foreach (var rule in JsonList.Of(set, _stated.Gaps)) ReadRule(new Fields(rule));
    }

    public void LeaveRest(Fields fields)
    {
        fields.Skip("_return", "return", "requestId", "xmlns");
        fields.Leave(_stated.Gaps);
    }

    /// <summary>Whether EC2 answered that nothing was done.</summary>
    public static bool SaysNo(JsonCursor? elements, string eventName)
    {
        var inner = elements?.Field(eventName + "Response");
        return elements?.Field("_return")?.Flag() == false || elements?.Field("return")?.Flag() == false
            || inner?.Field("return")?.Flag() == false || inner?.Field("_return")?.Flag() == false;
    }

    private void ReadRule(Fields fields)
    {
        if (fields.Value("groupId") is { } group) _stated.GroupIds.Add(group);
        var services = ServiceFields.Take(fields);
        var ruleId = fields.Value("securityGroupRuleId")?.Text();
        var (description, tags) = (fields.Value("description")?.Text(), Tags(fields));
        var peers = RulePeers.Take(fields, spelledByEc2: true, ownAccount, _stated.Gaps);
        if (OtherDirection(fields) is { } contradiction) _stated.Gaps.UnreadPermission(contradiction);
        else if (peers.Count == 0) _stated.Gaps.UnreadPermission($"`{fields.Place.Path}` names no peer");
        else foreach (var (peer, problem) in peers) _stated.Add(services, direction, peer, problem, ruleId, description, tags);
        fields.Skip("groupOwnerId", "securityGroupRuleArn", "tag");
        fields.Leave(_stated.Gaps);
    }

    /// <summary>For whoever puts the rule back. No verdict hangs on them: what cannot be read of them is no gap.</summary>
    private static ImmutableArray<KeyValuePair<string, string>> Tags(Fields fields)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in new[] { "tags", "tagSet" })
        {
            foreach (var tag in JsonList.Of(fields.Take(name), new Gaps()).Select(entry => new Fields(entry)))
                if (tag.Value("key")?.Text() is { } key) tags[key] = tag.Value("value")?.Text() ?? "";
        }

        return [.. tags];
    }

    private string? OtherDirection(Fields fields)
    {
        if (fields.Value("isEgress") is not { } egress) return null;
        if (egress.Flag() is not { } flag) return egress.Not("true or false");
        return flag == (direction == Direction.Egress) ? null : $"`{egress.Path}` is {egress.Seen}, against the name of the call";
    }
}
