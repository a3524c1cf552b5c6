using Remediator.Groups;
using Remediator.Incoming;

namespace Remediator.Changes;

/// <summary>The peer of a rule, as security group rules name it (EC2's answer, ModifySecurityGroupRules): one field for each kind.</summary>
internal static class RulePeers
{
    /// <summary>Every peer field that is there: one in a well-formed rule. A peer that cannot be read is null, with the problem.</summary>
    public static List<(Peer? Peer, string Problem)> Take(Fields fields, bool spelledByEc2, string? ownAccount, Gaps gaps)
    {
        var peers = new List<(Peer?, string)>();
        foreach (var name in new[] { "cidrIpv4", "cidrIpv6" })
            if (fields.Value(name) is { } block) peers.Add((PeerReader.Block(block, spelledByEc2, out var problem), problem));
        if (fields.Value("prefixListId") is { } list) peers.Add((PeerReader.PrefixList(list, out var problem), problem));
        if (fields.Value("referencedGroupId") is { } id) peers.Add((PeerReader.Group(id, null, null, "", out var problem), problem));
        if (fields.Take("referencedGroupInfo") is { } info) peers.Add(Referenced(info, ownAccount ?? "", gaps));
        return peers;
    }

    private static (Peer?, string) Referenced(JsonCursor info, string ownAccount, Gaps gaps)
    {
        if (!info.IsObject) return (null, info.Not("an object with a group's id"));
        var fields = new Fields(info);
        if (fields.Value("groupId") is not { } id) return (null, info.Lacks("groupId", "a group's id"));
        var peer = PeerReader.Group(id, fields.Value("userId"), fields.Value("vpcPeeringConnectionId"), ownAccount, out var problem);
        fields.Skip("groupName", "vpcId", "peeringStatus");
        fields.Leave(gaps);
        return (peer, problem);
    }
}
