using System.Text.Json.Nodes;
using Amazon.EC2.Model;

namespace Remediator.Sandbox.Faults.Matrix;

/// <summary>A group's rule as a person writes it: `tcp/22 from 0.0.0.0/0`, `tcp/0-21 from 198.51.100.0/24 «moving house»`.</summary>
internal static class RuleWords
{
    public static string Of(SecurityGroupRule rule) => Of(
        rule.IpProtocol, $"{rule.FromPort}", $"{rule.ToPort}", rule.IsEgress == true,
        rule.CidrIpv4 ?? rule.CidrIpv6 ?? rule.PrefixListId ?? rule.ReferencedGroupInfo?.GroupId, rule.Description);

    /// <summary>As CloudTrail records it in an answer of EC2's.</summary>
    public static string Of(JsonNode rule) => Of(
        $"{rule["ipProtocol"]}", $"{rule["fromPort"]}", $"{rule["toPort"]}", rule["isEgress"]!.GetValue<bool>(),
        $"{rule["cidrIpv4"] ?? rule["cidrIpv6"] ?? rule["prefixListId"] ?? rule["referencedGroupInfo"]?["groupId"] ?? rule["referencedGroupId"]}", $"{rule["description"]}");

    private static string Of(string protocol, string from, string to, bool egress, string? peer, string? description)
    {
        var ports = protocol == "-1" ? "all" : from == to ? $"{protocol}/{from}" : $"{protocol}/{from}-{to}";
        return $"{ports} {(egress ? "to" : "from")} {peer}{(string.IsNullOrEmpty(description) ? "" : $" «{description}»")}";
    }
}
