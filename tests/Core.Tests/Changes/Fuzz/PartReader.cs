using System.Globalization;
using System.Text.RegularExpressions;

namespace Remediator.Core.Tests.Changes.Fuzz;

/// <summary>Walks a request or an answer and takes each value that looks like a peer as an opening, of the nearest protocol and ports
/// above it.</summary>
internal sealed partial class PartReader(bool? egress, bool isAnswer, Openings found, List<string> doubts)
{
    /// <summary>Names below which nothing is traffic of the call, whatever it looks like.</summary>
    private static readonly HashSet<string> Harmless = FamiliarShape.Names("tags tagSet tagSpecification tagSpecifications tagSpecificationSet unknownIpPermissionSet");

    /// <summary>Names whose own value is never a peer.</summary>
    private static readonly HashSet<string> Silent = FamiliarShape.Names(
        "groupName sourceSecurityGroupName sourceSecurityGroupOwnerId userId vpcId vpcPeeringConnectionId peeringStatus securityGroupRuleId "
        + "omitted isEgress ipProtocol fromPort toPort description requestId xmlns _return return dryRun reason originalSize groupOwnerId "
        + "securityGroupRuleArn tag groupDescription securityGroupArn");

    /// <summary>Names below which a groupId is a peer, not the group that the call is about.</summary>
    private static readonly HashSet<string> HoldsPeers = FamiliarShape.Names("ipPermissions groups userIdGroupPairs referencedGroupInfo securityGroupRule securityGroupRules");

    /// <param name="wrapper">The name of an object that may stand around all of the part.</param>
    /// <param name="kind">What shape the part should have.</param>
    public static void Read(Node? part, bool? egress, string kind, string wrapper, Openings found, List<string> doubts)
    {
        if (part is null) return;
        new PartReader(egress, kind is "answer" or "revoked", found, doubts).Walk(part, Services.None, "", inPeer: false);
        if (!part.IsNothing && part.Kind is not (NodeKind.Object or NodeKind.List)) doubts.Add("a part that is one value");
        FamiliarShape.Doubt(part, kind, wrapper, doubts);
    }

    /// <summary>Whether anything in a part that should have no traffic looks like some.</summary>
    public static bool FindsAny(Node? part)
    {
        var found = new Openings();
        if (part is not null) new PartReader(true, false, found, []).Walk(part, Services.None, "", inPeer: false);
        return found.Met > 0;
    }

    [GeneratedRegex("^[+-]?[0-9]{1,9}$")]
    private static partial Regex Digits();

    private void Walk(Node node, Services services, string name, bool inPeer)
    {
        if (Harmless.Contains(name) && !node.IsNothing) return;
        if (node.Kind == NodeKind.List) foreach (var item in node.Items) Walk(item, services, name, inPeer);
        else if (node.Kind == NodeKind.Object) WalkObject(node, services, inPeer);
        else Leaf(node, services, name, inPeer);
        if (node.Kind == NodeKind.List && node.Items.Any(i => i.IsNothing || i.Kind is not (NodeKind.Object or NodeKind.List))) doubts.Add("an odd entry");
    }

    private void WalkObject(Node node, Services above, bool inPeer)
    {
        var services = Services.Of(node) ?? above;
        var before = found.Met;
        foreach (var (name, value) in node.Members)
        {
            Walk(value, services, name, inPeer || HoldsPeers.Contains(name));
        }

        if (isAnswer) DoubtDirection(node);
        if (node.Members.Select(m => m.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() != node.Members.Count) doubts.Add("a twin");
        if (Services.Of(node) is not null && found.Met == before) doubts.Add("services without a peer");
        if (node.Members.Any(m => m.Name.Equals("omitted", StringComparison.OrdinalIgnoreCase))) doubts.Add("omitted");
    }

    private void DoubtDirection(Node node)
    {
        if (Services.Member(node, "isEgress") is not { IsNothing: false } flag) return;
        bool? says = flag.Kind == NodeKind.Number ? null : flag.Raw.Trim().ToUpperInvariant() switch { "TRUE" => true, "FALSE" => false, _ => null };
        if (says != egress) doubts.Add("another direction");
    }

    private void Leaf(Node node, Services services, string name, bool inPeer)
    {
        if (IsPeer(node, name, inPeer)) Take(name, node, services);
        if (inPeer && name.ToUpperInvariant() is "GROUPNAME" or "USERID" or "VPCPEERINGCONNECTIONID") doubts.Add("a peer group with a name, owner or peering");
    }

    private static bool IsPeer(Node node, string name, bool inPeer)
    {
        if (node.IsNothing || Silent.Contains(name)) return false;
        if (name.StartsWith("cidr", StringComparison.OrdinalIgnoreCase)) return true;
        if (node.Kind != NodeKind.Text) return false;
        if (name.Equals("groupId", StringComparison.OrdinalIgnoreCase) && !inPeer) return false;
        var text = node.Raw.Trim();
        return (Opening.Block(text) is not null && text.Contains('/', StringComparison.Ordinal))
            || text.StartsWith("sg-", StringComparison.Ordinal) || text.StartsWith("pl-", StringComparison.Ordinal);
    }

    private void Take(string name, Node node, Services services)
    {
        var protocol = services.Number;
        var (from, to) = (Port(services.From, out var fromIsPlain), Port(services.To, out var toIsPlain));
        if (!IsPlainPeer(name, node)) found.AddVague(null);
        else if (protocol is null || !fromIsPlain || !toIsPlain || !InRange(protocol.Value, from, to)) found.AddVague(node.Raw);
        else found.Add(new(egress, protocol.Value, from, to, node.Raw));
    }

    private static bool IsPlainPeer(string name, Node node)
    {
        if (name.StartsWith("cidr", StringComparison.OrdinalIgnoreCase)) return node.Kind == NodeKind.Text && Opening.Block(node.Raw) is not null;
        var kind = name.StartsWith("prefixList", StringComparison.OrdinalIgnoreCase) ? "pl-" : "sg-";
        return node.Text is { Length: > 3 and <= 64 } id && id.StartsWith(kind, StringComparison.Ordinal) && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
    }

    private static bool InRange(int protocol, int? from, int? to) => protocol switch
    {
        6 or 17 => (from is >= 0 and <= 65535 && to <= 65535 && from <= to) || (from is -1 && to is -1),
        1 or 58 => from is null or -1 || (from is >= 0 and <= 255 && to is null or (>= -1 and <= 255)),
        _ => true,
    };

    private static int? Port(Node? node, out bool isPlain)
    {
        isPlain = true;
        if (node is null || node.IsNothing) return null;
        isPlain = node.Kind is NodeKind.Number or NodeKind.Text && Digits().IsMatch(node.Raw);
        return isPlain ? int.Parse(node.Raw, CultureInfo.InvariantCulture) : null;
    }
}
