namespace Remediator.Core.Tests.Changes.Fuzz;

/// <summary>Which names stand below which in the shapes that CloudTrail is known to write. What differs is a fair reason to read the
/// whole group.</summary>
internal static class FamiliarShape
{
    private const string ServiceNames = "ipProtocol fromPort toPort ";
    private const string PeerLists = "ipRanges ipv6Ranges prefixListIds groups userIdGroupPairs";
    /// <summary>Rules named by id alone are a doubt of their own: here they are only familiar.</summary>
    public const string RuleIds = "securityGroupRuleIds securityGroupRuleId securityGroupRuleIdSet";

    /// <summary>An object that is never a list of objects.</summary>
    private const string Single = "referencedGroupInfo";

    private const string Unheard = "tag tags xmlns dryRun description tagSpecification tagSpecifications tagSpecificationSet";

    private static readonly HashSet<string> RuleIdNames = Names(RuleIds);

    private static readonly Dictionary<string, HashSet<string>> Below = new(StringComparer.OrdinalIgnoreCase)
    {
        ["request"] = Names(ServiceNames + "groupId groupName ipPermissions cidrIp cidrIpv6 " + Unheard),
        ["revocation"] = Names(ServiceNames + "groupId groupName ipPermissions cidrIp cidrIpv6 " + RuleIds + " " + Unheard),
        ["modification"] = Names("groupId securityGroupRule securityGroupRules tag xmlns dryRun"),
        ["answer"] = Names("_return return requestId xmlns securityGroupRuleSet"),
        ["revoked"] = Names("_return return requestId xmlns revokedSecurityGroupRuleSet unknownIpPermissionSet"),
        ["ipPermissions"] = Names(ServiceNames + "tag cidrIp cidrIpv6 " + PeerLists),
        ["peers"] = Names("cidrIp cidrIpv4 cidrIpv6 prefixListId groupId userId description vpcId peeringStatus vpcPeeringConnectionId tag"),
        ["update"] = Names("securityGroupRuleId securityGroupRule tag"),
        ["rule"] = Names(ServiceNames + "cidrIpv4 cidrIpv6 prefixListId referencedGroupId description tag"),
        ["securityGroupRuleSet"] = Names(
            ServiceNames + "groupOwnerId groupId securityGroupRuleId securityGroupRuleArn isEgress cidrIpv4 cidrIpv6 prefixListId referencedGroupId referencedGroupInfo description tags tagSet tag"),
        ["referencedGroupInfo"] = Names("groupId userId vpcId vpcPeeringConnectionId peeringStatus"),
    };

    /// <summary>Of these, an entry has at least one.</summary>
    private static readonly Dictionary<string, HashSet<string>> Needed = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ipPermissions"] = Names("cidrIp cidrIpv6 " + PeerLists),
        ["peers"] = Names("cidrIp cidrIpv4 cidrIpv6 prefixListId groupId"),
        ["update"] = Names("securityGroupRule"),
        ["rule"] = Names("cidrIpv4 cidrIpv6 prefixListId referencedGroupId"),
        ["securityGroupRuleSet"] = Names("cidrIpv4 cidrIpv6 prefixListId referencedGroupId referencedGroupInfo"),
        ["referencedGroupInfo"] = Names("groupId"),
    };

    /// <summary>Of these, a request has one where it has services of its own.</summary>
    private static readonly HashSet<string> FlatPeers = Names("cidrIp cidrIpv6");

    private static readonly HashSet<string> Lists = Names(
        PeerLists + " items item ipPermissions securityGroupRule securityGroupRules securityGroupRuleSet revokedSecurityGroupRuleSet unknownIpPermissionSet referencedGroupInfo");

    public static HashSet<string> Names(string names) => new(names.Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    /// <param name="wrapper">The name of an object that may stand around all of the part, and once only; null inside it.</param>
    public static void Doubt(Node part, string kind, string? wrapper, List<string> doubts)
    {
        foreach (var item in part.Items) Doubt(item, kind, wrapper, doubts);
        var isWrapper = kind != Single && part.Members.Any(m => Is(m.Name, "items") || Is(m.Name, "item"));
        if (!isWrapper && part.Members.Count > 0 && Needed.TryGetValue(kind, out var needed) && !part.Members.Any(m => needed.Contains(m.Name) && HasAny(m.Value)))
            doubts.Add($"{kind} without what it needs");
        if (kind is "request" or "revocation" && Services.Of(part) is not null && !part.Members.Any(m => FlatPeers.Contains(m.Name) && !m.Value.IsNothing)) doubts.Add("services beside no peer");
        foreach (var (name, value) in part.Members)
        {
            var isFamiliar = isWrapper ? Is(name, "items") || Is(name, "item") || Is(name, "tag") : Below[kind].Contains(name);
            if (!isWrapper && wrapper is not null && Is(name, wrapper)) DoubtWrapped(value, kind, doubts);
            else if (!isFamiliar) doubts.Add($"{name} below {kind}");
            else if (Lists.Contains(name) && value.Kind is not (NodeKind.Object or NodeKind.List) && !value.IsNothing) doubts.Add($"{name} is no list");
            else if (Is(name, Single) && value.Kind == NodeKind.List && !value.IsNothing) doubts.Add($"{name} is a list");
            else if (Needed.GetValueOrDefault(kind)?.Contains(name) == true && !Lists.Contains(name) && !IsPeer(name, value) && !value.IsNothing) doubts.Add($"{name} is no peer");
            else if (kind == "revocation" && IsRuleIds(name)) continue;
            else if (!Lists.Contains(name) && value.Kind is NodeKind.Object or NodeKind.List && !value.IsNothing && Child(kind, name) is null) doubts.Add($"{name} is a list");
            else if (isWrapper) Doubt(value, kind, wrapper, doubts);
            else if (Child(kind, name) is { } child) Doubt(value, child, null, doubts);
        }
    }

    private static void DoubtWrapped(Node value, string kind, List<string> doubts)
    {
        if (value.Kind is not (NodeKind.Object or NodeKind.List) && !value.IsNothing) doubts.Add("a wrapper that is one value");
        Doubt(value, kind, null, doubts);
    }

    private static bool IsPeer(string name, Node value) => value.Text is { } text
        && (name.StartsWith("cidr", StringComparison.OrdinalIgnoreCase) ? Opening.Block(text) is not null : text.StartsWith(Is(name, "prefixListId") ? "pl-" : "sg-", StringComparison.Ordinal));

    private static bool HasAny(Node node)
    {
        if (node.IsNothing) return false;
        var wrapped = node.Members.Where(m => Is(m.Name, "items") || Is(m.Name, "item")).ToList();
        return wrapped.Count > 0 ? wrapped.Any(m => HasAny(m.Value)) : node.Kind != NodeKind.List || node.Items.Any(HasAny);
    }

    private static string? Child(string kind, string name) => name.ToUpperInvariant() switch
    {
        "IPPERMISSIONS" or "SECURITYGROUPRULESET" => name,
        "REVOKEDSECURITYGROUPRULESET" => "securityGroupRuleSet",
        "UNKNOWNIPPERMISSIONSET" => "ipPermissions",
        "REFERENCEDGROUPINFO" => Single,
        "IPRANGES" or "IPV6RANGES" or "PREFIXLISTIDS" or "GROUPS" or "USERIDGROUPPAIRS" => "peers",
        "SECURITYGROUPRULE" => kind == "update" ? "rule" : "update",
        "SECURITYGROUPRULES" => "update",
        _ => null,
    };

    public static bool IsRuleIds(string name) => RuleIdNames.Contains(name);

    private static bool Is(string name, string expected) => name.Equals(expected, StringComparison.OrdinalIgnoreCase);
}
