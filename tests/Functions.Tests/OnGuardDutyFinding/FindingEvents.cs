using System.Text;
using System.Text.Json.Nodes;

namespace Remediator.Functions.Tests.OnGuardDutyFinding;

/// <summary>GuardDuty's findings as EventBridge delivers them.</summary>
internal static class FindingEvents
{
    private const string Ssh = """
        {"version":"0","id":"5e0b6b1e-4c2f-4a53-9d0c-000000000001","detail-type":"GuardDuty Finding","source":"aws.guardduty","account":"111122223333","time":"2026-03-02T09:15:00Z","region":"eu-west-1","resources":[],
        "detail":{"schemaVersion":"2.0","accountId":"111122223333","region":"eu-west-1","id":"c0ffee00000000000000000000000001","arn":"arn:aws:guardduty:eu-west-1:111122223333:detector/0a/finding/c0ffee00000000000000000000000001",
        "type":"UnauthorizedAccess:EC2/SSHBruteForce","severity":8,"updatedAt":"2026-03-02T09:14:30.000Z","title":"203.0.113.9 is performing SSH brute force attacks against i-0a.",
        "resource":{"resourceType":"Instance","instanceDetails":{"instanceId":"i-0a","networkInterfaces":[{"networkInterfaceId":"eni-0a","subnetId":"subnet-0a","vpcId":"vpc-0a","privateIpAddress":"10.0.0.23","publicIp":"198.51.100.23","securityGroups":[{"groupId":"sg-0a","groupName":"web"}]}]}},
        "service":{"serviceName":"guardduty","resourceRole":"TARGET","archived":false,"count":4,"eventFirstSeen":"2026-03-02T09:00:00Z","eventLastSeen":"2026-03-02T09:14:00Z","additionalInfo":{"value":"{}","type":"default"},
        "action":{"actionType":"NETWORK_CONNECTION","networkConnectionAction":{"connectionDirection":"INBOUND","protocol":"TCP","blocked":false,"localNetworkInterface":"eni-0a","localPortDetails":{"port":22,"portName":"SSH"},
        "remotePortDetails":{"port":51515},"localIpDetails":{"ipAddressV4":"10.0.0.23"},"remoteIpDetails":{"ipAddressV4":"203.0.113.9","organization":{"asn":"64496","asnOrg":"Example Transit"}}}}}}}
        """;

    /// <summary>SSH passwords are guessed from 203.0.113.9 against <c>eni-0a</c>.</summary>
    public static byte[] BruteForce(Action<JsonNode>? change = null)
    {
        var json = JsonNode.Parse(Ssh)!;
        change?.Invoke(json["detail"]!);
        return Encoding.UTF8.GetBytes(json.ToJsonString());
    }
}
