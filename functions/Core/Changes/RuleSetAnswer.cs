using Remediator.Groups;

namespace Remediator.Changes;

/// <summary>Reads <c>securityGroupRuleSet</c> of EC2's answer: the rules that the call created, exact, with their <c>sgr-</c> ids.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroupRule.html</remarks>
internal sealed class RuleSetAnswer(Direction direction, string ownAccount)
{
    private readonly Opened _opened = new();

    public static Opened Read(JsonCursor? elements, string eventName, Direction direction, string ownAccount)
    {
        var answer = new RuleSetAnswer(direction, ownAccount);
        foreach (var fields in RecordPart.Of(elements, eventName + "Response", answer._opened.Gaps))
        {
            foreach (var rule in JsonList.Of(fields.Take("securityGroupRuleSet"), answer._opened.Gaps)) answer.ReadRule(new Fields(rule));
            fields.Skip("_return", "return", "requestId", "xmlns");
            fields.Leave(answer._opened.Gaps);
        }

        return answer._opened;
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
        if (fields.Value("groupId") is { } group) _opened.GroupIds.Add(group);
        var services = ServiceFields.Take(fields);
        var ruleId = fields.Value("securityGroupRuleId")?.Text();
        var description = fields.Value("description")?.Text();
        var peers = RulePeers.Take(fields, spelledByEc2: true, ownAccount, _opened.Gaps);
        if (OtherDirection(fields) is { } contradiction) _opened.Gaps.UnreadPermission(contradiction);
        else if (peers.Count == 0) _opened.Gaps.UnreadPermission($"`{fields.Place.Path}` names no peer");
        else foreach (var (peer, problem) in peers) _opened.Add(services, direction, peer, problem, ruleId, description);
        fields.Skip("groupOwnerId", "securityGroupRuleArn", "tag");
        fields.SkipAllOf("tags", "tagSet");
        fields.Leave(_opened.Gaps);
    }

    private string? OtherDirection(Fields fields)
    {
        if (fields.Value("isEgress") is not { } egress) return null;
        if (egress.Flag() is not { } flag) return egress.Not("true or false");
        return flag == (direction == Direction.Egress) ? null : $"`{egress.Path}` is {egress.Seen}, against the name of the call";
    }
}
