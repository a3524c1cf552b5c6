using Remediator.Groups;

namespace Remediator.Changes;

/// <summary>Reads what ModifySecurityGroupRules turned rules into. The record says neither which direction a rule has nor what it was
/// before; a field that the call left out keeps a value that nobody sees here, so a partial change is a gap.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifySecurityGroupRules.html</remarks>
internal sealed class ModifyRequest
{
    private readonly Opened _opened = new();

    public static Opened Read(JsonCursor? parameters)
    {
        var request = new ModifyRequest();
        foreach (var fields in RecordPart.Of(parameters, Relevance.ModifyRules + "Request", request._opened.Gaps)) request.ReadFields(fields);
        return request._opened;
    }

    private void ReadFields(Fields fields)
    {
        if (fields.Value("groupId") is { } id) _opened.GroupIds.Add(id);
        foreach (var name in new[] { "securityGroupRule", "securityGroupRules" })
            foreach (var update in JsonList.Of(fields.Take(name), _opened.Gaps)) ReadUpdate(new Fields(update));
        fields.Skip("dryRun", "tag", "xmlns");
        fields.Leave(_opened.Gaps);
    }

    /// <summary>One rule's id, and what it becomes.</summary>
    private void ReadUpdate(Fields fields)
    {
        var before = _opened.Met;
        var ruleId = fields.Value("securityGroupRuleId")?.Text();
        foreach (var rule in JsonList.Of(fields.Take("securityGroupRule"), _opened.Gaps)) ReadRule(new Fields(rule), ruleId);
        if (_opened.Met == before) _opened.Gaps.UnreadPermission($"`{fields.Place.Path}` does not say what the rule becomes");
        fields.Skip("tag");
        fields.Leave(_opened.Gaps);
    }

    private void ReadRule(Fields fields, string? ruleId)
    {
        var services = ServiceFields.Take(fields);
        var description = fields.Value("description")?.Text();
        var peers = RulePeers.Take(fields, spelledByEc2: false, ownAccount: null, _opened.Gaps);
        foreach (var (peer, problem) in peers) _opened.Add(services, Direction.Ingress, peer, problem, ruleId, description);
        if (peers.Count == 0) _opened.Gaps.UnreadPermission(services.Problem ?? $"`{fields.Place.Path}` names no peer");
        fields.Skip("tag");
        fields.Leave(_opened.Gaps);
    }
}
