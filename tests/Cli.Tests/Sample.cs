namespace Remediator.Cli.Tests;

/// <summary>A policy and groups that most tests use.</summary>
internal static class Sample
{
    public const string Policy = """
        version: 1
        mode: enforce
        private: [198.51.100.0/24]
        networks:
          office: [203.0.113.0/24]
        services:
          admin: [tcp/22, tcp/3389]
        rules:
          - id: SG001
            name: admin-ports-from-internet
            deny: { direction: ingress, service: admin, peer: internet }
            unless: { peer: office }
            severity: critical
            action: revoke
            why: SSH and RDP are reached through the VPN.
        guardrails: { revocations-per-hour: { account: 50 }, fight: { times: 3, minutes: 60 } }
        """;

    public const string SshOpen = """{ "IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "IpRanges": [{ "CidrIp": "0.0.0.0/0", "Description": "for a while" }], "Ipv6Ranges": [], "PrefixListIds": [], "UserIdGroupPairs": [] }""";

    public const string WebOpen = """{ "IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": [{ "CidrIp": "0.0.0.0/0" }], "Ipv6Ranges": [{ "CidrIpv6": "::/0" }], "PrefixListIds": [], "UserIdGroupPairs": [] }""";

    public const string SshFromList = """{ "IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "IpRanges": [], "Ipv6Ranges": [], "PrefixListIds": [{ "PrefixListId": "pl-0a" }], "UserIdGroupPairs": [] }""";

    public static string Group(string id, params string[] ingress) => $$"""
        {
          "GroupId": "{{id}}", "GroupName": "web", "OwnerId": "111122223333", "VpcId": "vpc-0a", "Description": "web servers",
          "SecurityGroupArn": "arn:aws:ec2:eu-west-1:111122223333:security-group/{{id}}", "Tags": [{ "Key": "Tier", "Value": "web" }],
          "IpPermissions": [{{string.Join(", ", ingress)}}], "IpPermissionsEgress": []
        }
        """;

    public static string Groups(params string[] groups) => $$"""{ "SecurityGroups": [{{string.Join(", ", groups)}}] }""";
}
