using Remediator.Changes.Calls;
using Remediator.Groups;
using Remediator.Incoming;

namespace Remediator.Changes;

/// <summary>Reads what ModifySecurityGroupRules turned rules into. The record says neither which direction a rule has nor what it was
/// before; a field that the call left out keeps a value that nobody sees here, so a partial change is a gap.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifySecurityGroupRules.html</remarks>
internal sealed class ModifyRequest
{
    private readonly Stated _stated = new();

    public static Stated Read(JsonCursor? parameters)
    {
        var request = new ModifyRequest();
        foreach (var fields in RecordPart.Of(parameters, CallNames.ModifyRules + "Request", request._stated.Gaps)) request.ReadFields(fields);
        return request._stated;
    }

    private void ReadFields(Fields fields)
    {
        if (fields.Value("groupId") is { } id) _stated.GroupIds.Add(id);
        foreach (var name in new[] { "securityGroupRule", "securityGroupRules" })
            foreach (var update in JsonList.Of(fields.Take(name), _stated.Gaps)) ReadUpdate(new Fields(update));
        fields.Skip("dryRun", "tag", "xmlns");
        fields.Leave(_stated.Gaps);
    }

    /// <summary>One rule's id, and what it becomes.</summary>
    private void ReadUpdate(Fields fields)
    {
        var before = _stated.Met;
        var ruleId = fields.Value("securityGroupRuleId")?.Text();
        foreach (var rule in JsonList.Of(fields.Take("securityGroupRule"), _stated.Gaps)) ReadRule(new Fields(rule), ruleId);
        if (_stated.Met == before) _stated.Gaps.UnreadPermission($"`{fields.Place.Path}` does not say what the rule becomes");
        fields.Skip("tag");
        fields.Leave(_stated.Gaps);
    }

    private void ReadRule(Fields fields, string? ruleId)
    {
        var services = ServiceFields.Take(fields);
        var description = fields.Value("description")?.Text();
        var peers = RulePeers.Take(fields, spelledByEc2: false, ownAccount: null, _stated.Gaps);
        foreach (var (peer, problem) in peers) _stated.Add(services, Direction.Ingress, peer, problem, ruleId, description);
        if (peers.Count == 0) _stated.Gaps.UnreadPermission(services.Problem ?? $"`{fields.Place.Path}` names no peer");
        fields.Skip("tag");
        fields.Leave(_stated.Gaps);
    }
}
