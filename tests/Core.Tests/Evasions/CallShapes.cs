using System.Text.Json.Nodes;
using Remediator.Core.Tests.Pipelines;
using Remediator.Groups;

namespace Remediator.Core.Tests.Evasions;

/// <summary>Requests and answers as CloudTrail records them.</summary>
internal static class CallShapes
{
    public static JsonObject Asked(Opening opening)
    {
        var asked = new JsonObject
        {
            ["ipProtocol"] = opening.Protocol,
            ["groups"] = List(opening, "sg-", "groupId"),
            ["ipRanges"] = opening.Peer.Contains('.') ? Items(new JsonObject { ["cidrIp"] = opening.Peer }) : new JsonObject(),
            ["ipv6Ranges"] = opening.Peer.Contains(':') ? Items(new JsonObject { ["cidrIpv6"] = opening.Peer }) : new JsonObject(),
            ["prefixListIds"] = List(opening, "pl-", "prefixListId"),
        };
        if (opening.From is { } from) asked["fromPort"] = from;
        if (opening.To is { } to) asked["toPort"] = to;
        return asked;
    }

    public static JsonObject Answer(IEnumerable<Permission> permissions) => new()
    {
        ["_return"] = true,
        ["securityGroupRuleSet"] = Items([.. permissions.Select(Answered)]),
    };

    public static JsonObject Modify(string ruleId, Opening to)
    {
        var rule = new JsonObject { ["IpProtocol"] = to.Protocol, ["FromPort"] = to.From, ["ToPort"] = to.To, ["CidrIpv4"] = to.Peer };
        var change = new JsonObject { ["SecurityGroupRuleId"] = ruleId, ["tag"] = 1, ["SecurityGroupRule"] = rule };
        return new JsonObject { ["ModifySecurityGroupRulesRequest"] = new JsonObject { ["GroupId"] = FakeEc2.GroupId, ["SecurityGroupRule"] = change } };
    }

    private static JsonObject Answered(Permission permission)
    {
        var answered = new JsonObject
        {
            ["groupOwnerId"] = Events.Account,
            ["groupId"] = FakeEc2.GroupId,
            ["securityGroupRuleId"] = permission.RuleId,
            ["isEgress"] = false,
            ["ipProtocol"] = permission.Protocol,
            ["fromPort"] = permission.FromPort ?? -1,
            ["toPort"] = permission.ToPort ?? -1,
        };
        var (field, value) = permission.Peer switch
        {
            Peer.Block block => (block.Text.Contains(':') ? "cidrIpv6" : "cidrIpv4", (JsonNode)block.Text),
            Peer.PrefixList list => ("prefixListId", list.Id),
            Peer.Group group => ("referencedGroupInfo", new JsonObject { ["groupId"] = group.GroupId, ["userId"] = Events.Account }),
            _ => throw new ArgumentException(permission.Content),
        };
        answered[field] = value;
        return answered;
    }

    private static JsonObject List(Opening opening, string prefix, string field) =>
        opening.Peer.StartsWith(prefix, StringComparison.Ordinal) ? Items(new JsonObject { [field] = opening.Peer }) : new JsonObject();

    private static JsonObject Items(params JsonObject[] items) => new() { ["items"] = new JsonArray([.. items]) };
}
