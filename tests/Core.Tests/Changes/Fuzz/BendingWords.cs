namespace Remediator.Core.Tests.Changes.Fuzz;

/// <summary>What bent events are made of, so that a bend is as often as not something that a reader looks at.</summary>
/// <param name="Names">Field names.</param>
/// <param name="Texts">Values, right and wrong.</param>
/// <param name="Places">Ways from the root to the objects that are bent, the more often the more times they stand there.</param>
internal sealed record BendingWords(string[] Names, string[] Texts, string[][] Places)
{
    public static readonly BendingWords Trail = new(
        [
            "groupId", "GroupId", "groupName", "ipPermissions", "IpPermissions", "items", "item", "ipProtocol", "fromPort", "ToPort", "cidrIp", "cidrIpv4", "cidrIpv6", "CidrIpv6", "ipRanges", "ipv6Ranges",
            "prefixListIds", "prefixListId", "groups", "userId", "securityGroupRuleSet", "isEgress", "referencedGroupInfo", "SecurityGroupRule", "errorCode", "_return", "return", "omitted", "tag", "description", "x",
            "revokedSecurityGroupRuleSet", "unknownIpPermissionSet", "securityGroupRuleIds", "resourcesSet", "resourceId", "tagSet", "key", "value", "PrefixListId", "AddEntry", "MaxEntries",
        ],
        [
            "", "0.0.0.0/0", "::/0", "2001:DB8::1/32", "::ffff:0:0/96", "100.68.0.18/18", "010.0.0.0/8", " 10.0.0.0/8", "10.0.0.0/33", "203.0.113.9", "0x0/0", "1.1/8", "fe80::1%1/64", "22", "+22", " 22", "-1", "65536", "6",
            "TCP", "Icmpv6", "esp", "all", "icmp", "sg-0fffffffffffffff9", "sg-", "pl-0123456789abcdef9", "true", "false", "２２", "‮x`\n", "\ud800", "444455556666", "us-east-1", "AuthorizeSecurityGroupEgress", "ModifySecurityGroupRules",
            "RevokeSecurityGroupEgress", "CreateTags", "DeleteTags", "sgr-00000000000000001",
        ],
        [
            .. Enumerable.Repeat<string[]>(["detail", "requestParameters"], 5), .. Enumerable.Repeat<string[]>(["detail", "responseElements"], 3), ["detail"], [],
        ]);
}
