using Remediator.Cli.Inputs;
using Remediator.Groups;

namespace Remediator.Cli.Describe;

/// <summary>Answers of DescribeSecurityGroupRules → the ids and tags of rules, which DescribeSecurityGroups does not show.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroupRule.html</remarks>
internal static class RulesReader
{
    public const string Expected = "what `aws ec2 describe-security-group-rules --output json` prints";

    /// <summary>By group and content. A rule that cannot be read is a problem, and its permission stays without id and tags.</summary>
    public static Dictionary<(string GroupId, Permission Permission), Permission> Read(string file, List<JsonPlace> documents, List<Problem> problems)
    {
        var complaints = new Complaints(file, Expected, problems);
        var rules = new Dictionary<(string, Permission), Permission>();
        foreach (var place in documents.SelectMany(document => Rules(document, complaints)))
            if (Rule(place, complaints) is var (groupId, permission)) rules[(groupId, permission)] = permission;
        return rules;
    }

    /// <summary>The groups with what the rules add to their permissions.</summary>
    public static ImmutableArray<SecurityGroup> Join(ImmutableArray<SecurityGroup> groups, Dictionary<(string GroupId, Permission Permission), Permission> rules) =>
        [.. groups.Select(group => group with { Permissions = [.. group.Permissions.Select(p => rules.TryGetValue((group.Key.GroupId, p), out var rule) ? p with { RuleId = rule.RuleId, Tags = rule.Tags } : p)] })];

    private static IEnumerable<JsonPlace> Rules(JsonPlace document, Complaints complaints)
    {
        if (document.IsList) return document.Entries();
        if (document.Field("SecurityGroupRules") is null)
        {
            if (document.IsObject) complaints.Lacks(document, "SecurityGroupRules", "a list of rules");
            else complaints.Not(document, "an object with `SecurityGroupRules`");
            return [];
        }

        _ = complaints.IsWhole(document);
        return complaints.List(document, "SecurityGroupRules", "a list of rules");
    }

    private static (string GroupId, Permission Permission)? Rule(JsonPlace place, Complaints complaints)
    {
        var (id, groupId) = (place.Field("SecurityGroupRuleId")?.Text(), place.Field("GroupId")?.Text());
        var (protocol, peer) = (place.Field("IpProtocol")?.TextOrNumber(), PeerOf(place));
        if (id is null || groupId is null || protocol is null || peer is null || place.Field("IsEgress")?.Flag() is not { } egress)
        {
            complaints.Not(place, "a rule with its id, group, direction, protocol and peer");
            return null;
        }

        var permission = Permission.Create(egress ? Direction.Egress : Direction.Ingress, protocol, place.Field("FromPort")?.Number(), place.Field("ToPort")?.Number(), peer, out var problem);
        if (permission is not null) return (groupId, permission with { RuleId = id, Tags = TagsReader.Read(place, complaints) ?? [] });
        complaints.Add(place, problem!, "EC2 prints no such rule: save its answer again");
        return null;
    }

    private static Peer? PeerOf(JsonPlace place)
    {
        var block = place.Field("CidrIpv4")?.Text() ?? place.Field("CidrIpv6")?.Text();
        if (Network.Cidr.TryParse(block, out var cidr)) return new Peer.Block(cidr, block!);
        if (place.Field("PrefixListId")?.Text() is { } list && Ids.Is(list, "pl-")) return new Peer.PrefixList(list);
        var group = place.Field("ReferencedGroupInfo")?.Field("GroupId")?.Text();
        return Ids.Is(group, "sg-") ? new Peer.Group(group!, null, null) : null;
    }
}
