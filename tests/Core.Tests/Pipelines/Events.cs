using System.Text;
using System.Text.Json.Nodes;

namespace Remediator.Core.Tests.Pipelines;

/// <summary>CloudTrail events as EventBridge delivers them.</summary>
internal static class Events
{
    public const string Account = "111122223333";
    public const string Region = "eu-west-1";
    public const string Office = "203.0.113.0/24";
    public static readonly DateTimeOffset Time = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>An authorize call with EC2's full answer; each rule is (id, protocol, from, to, peer).</summary>
    public static byte[] Authorize(string direction, params (string Id, string Protocol, int From, int To, string Peer)[] rules) => Bytes(Envelope(
        $"AuthorizeSecurityGroup{direction}",
        new JsonObject { ["groupId"] = FakeEc2.GroupId, ["ipPermissions"] = new JsonObject { ["items"] = new JsonArray([.. rules.Select(r => Asked(r.Protocol, r.From, r.To, r.Peer))]) } },
        new JsonObject { ["_return"] = true, ["securityGroupRuleSet"] = new JsonObject { ["items"] = new JsonArray([.. rules.Select(r => Answered(direction, r.Id, r.Protocol, r.From, r.To, r.Peer))]) } }));

    /// <summary>The same call made once more: another event, another request.</summary>
    public static byte[] Another(byte[] utf8Event, string requestId = "b8dd3137-0000-4109-b927-8c974c244627", string? arn = null)
    {
        var envelope = JsonNode.Parse(utf8Event)!.AsObject();
        var detail = envelope["detail"]!.AsObject();
        (detail["eventID"], detail["requestID"]) = ($"7e96f0e7-0000-423d-b3f5-{requestId.GetHashCode(StringComparison.Ordinal):x8}", requestId);
        if (arn is not null) detail["userIdentity"] = new JsonObject { ["type"] = "AssumedRole", ["arn"] = arn, ["accountId"] = Account };
        return Bytes(envelope);
    }

    /// <summary>The same call at another time.</summary>
    public static byte[] At(byte[] utf8Event, DateTimeOffset time)
    {
        var envelope = JsonNode.Parse(utf8Event)!.AsObject();
        var text = time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
        envelope["time"] = text;
        envelope["detail"]!["eventTime"] = text;
        return Bytes(envelope);
    }

    /// <summary>The same call in a session of a role.</summary>
    public static byte[] By(byte[] utf8Event, string role)
    {
        var envelope = JsonNode.Parse(utf8Event)!.AsObject();
        envelope["detail"]!["userIdentity"] = new JsonObject
        {
            ["type"] = "AssumedRole",
            ["arn"] = $"arn:aws:sts::{Account}:assumed-role/{role}/session",
            ["accountId"] = Account,
            ["sessionContext"] = new JsonObject { ["sessionIssuer"] = new JsonObject { ["type"] = "Role", ["arn"] = $"arn:aws:iam::{Account}:role/{role}" } },
        };
        return Bytes(envelope);
    }

    public static byte[] Revoke(string direction, params (string Id, string Protocol, int From, int To, string Peer)[] rules) => Bytes(Envelope(
        $"RevokeSecurityGroup{direction}",
        new JsonObject { ["groupId"] = FakeEc2.GroupId, ["ipPermissions"] = new JsonObject { ["items"] = new JsonArray([.. rules.Select(r => Asked(r.Protocol, r.From, r.To, r.Peer))]) } },
        new JsonObject { ["_return"] = true, ["revokedSecurityGroupRuleSet"] = new JsonObject { ["items"] = new JsonArray([.. rules.Select(r => Answered(direction, r.Id, r.Protocol, r.From, r.To, r.Peer))]) } }));

    public static byte[] CreateGroup() => Bytes(Envelope(
        "CreateSecurityGroup",
        new JsonObject { ["groupName"] = "web", ["groupDescription"] = "made for tests", ["vpcId"] = "vpc-0a" },
        new JsonObject { ["_return"] = true, ["groupId"] = FakeEc2.GroupId, ["requestId"] = "b8dd3137-1553-4109-b927-8c974c244627" }));

    public static byte[] Retag(string call, string key, string value, params string[] groups) => Bytes(Envelope(
        call,
        new JsonObject
        {
            ["resourcesSet"] = new JsonObject { ["items"] = new JsonArray([.. groups.Select(g => new JsonObject { ["resourceId"] = g })]) },
            ["tagSet"] = new JsonObject { ["items"] = new JsonArray(new JsonObject { ["key"] = key, ["value"] = value }) },
        },
        new JsonObject { ["_return"] = true }));

    public static byte[] ModifyPrefixList(string id, string cidr) => Bytes(Envelope(
        "ModifyManagedPrefixList",
        new JsonObject { ["ModifyManagedPrefixListRequest"] = new JsonObject { ["PrefixListId"] = id, ["CurrentVersion"] = 1, ["AddEntry"] = new JsonObject { ["Cidr"] = cidr, ["tag"] = 1 } } },
        new JsonObject { ["ModifyManagedPrefixListResponse"] = new JsonObject { ["prefixList"] = new JsonObject { ["prefixListId"] = id } } }));

    /// <summary>ModifySecurityGroupRules, whose record says neither direction nor earlier value.</summary>
    public static byte[] Modify(string id, string protocol, int from, int to, string cidr) => Bytes(Envelope(
        "ModifySecurityGroupRules",
        new JsonObject
        {
            ["ModifySecurityGroupRulesRequest"] = new JsonObject
            {
                ["GroupId"] = FakeEc2.GroupId,
                ["SecurityGroupRule"] = new JsonObject
                {
                    ["SecurityGroupRuleId"] = id,
                    ["tag"] = 1,
                    ["SecurityGroupRule"] = new JsonObject { ["IpProtocol"] = protocol, ["FromPort"] = from, ["ToPort"] = to, ["CidrIpv4"] = cidr },
                },
            },
        },
        new JsonObject { ["ModifySecurityGroupRulesResponse"] = new JsonObject { ["return"] = true } }));

    /// <summary>What CloudTrail leaves of a call over about 100 kB.</summary>
    public static byte[] Omitted() => Bytes(Envelope("AuthorizeSecurityGroupIngress", new JsonObject { ["groupId"] = FakeEc2.GroupId, ["omitted"] = true }, null));

    public static byte[] Bytes(JsonObject envelope) => Encoding.UTF8.GetBytes(envelope.ToJsonString());

    public static JsonObject Envelope(string name, JsonObject request, JsonObject? response, string eventId = "7e96f0e7-4d78-423d-b3f5-391370685b30") => new()
    {
        ["version"] = "0",
        ["id"] = "d3adb33f-0000-4000-8000-000000000001",
        ["detail-type"] = "AWS API Call via CloudTrail",
        ["source"] = "aws.ec2",
        ["account"] = Account,
        ["time"] = Time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
        ["region"] = Region,
        ["resources"] = new JsonArray(),
        ["detail"] = new JsonObject
        {
            ["eventVersion"] = "1.08",
            ["userIdentity"] = new JsonObject { ["type"] = "IAMUser", ["arn"] = $"arn:aws:iam::{Account}:user/alice", ["accountId"] = Account, ["userName"] = "alice" },
            ["eventTime"] = Time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
            ["eventSource"] = "ec2.amazonaws.com",
            ["eventName"] = name,
            ["awsRegion"] = Region,
            ["sourceIPAddress"] = "198.51.100.9",
            ["userAgent"] = "console.ec2.amazonaws.com",
            ["requestParameters"] = request,
            ["responseElements"] = response,
            ["requestID"] = "b8dd3137-1553-4109-b927-8c974c244627",
            ["eventID"] = eventId,
            ["readOnly"] = false,
            ["eventType"] = "AwsApiCall",
            ["managementEvent"] = true,
            ["recipientAccountId"] = Account,
        },
    };

    private static JsonObject Asked(string protocol, int from, int to, string cidr) => new()
    {
        ["ipProtocol"] = protocol,
        ["fromPort"] = from,
        ["toPort"] = to,
        ["groups"] = cidr.StartsWith("sg-", StringComparison.Ordinal) ? Items("groupId", cidr) : new JsonObject(),
        ["ipRanges"] = cidr[2] != '-' ? Items("cidrIp", cidr) : new JsonObject(),
        ["ipv6Ranges"] = new JsonObject(),
        ["prefixListIds"] = cidr.StartsWith("pl-", StringComparison.Ordinal) ? Items("prefixListId", cidr) : new JsonObject(),
    };

    private static JsonObject Items(string name, string value) => new() { ["items"] = new JsonArray(new JsonObject { [name] = value }) };

    private static KeyValuePair<string, JsonNode?> Peer(string peer) => peer[..3] switch
    {
        "sg-" => new("referencedGroupInfo", new JsonObject { ["groupId"] = peer }),
        "pl-" => new("prefixListId", peer),
        _ => new("cidrIpv4", peer),
    };

    private static JsonObject Answered(string direction, string id, string protocol, int from, int to, string peer) => new([Peer(peer)])
    {
        ["groupOwnerId"] = Account,
        ["groupId"] = FakeEc2.GroupId,
        ["securityGroupRuleId"] = id,
        ["isEgress"] = direction == "Egress",
        ["ipProtocol"] = protocol,
        ["fromPort"] = from,
        ["toPort"] = to,
    };
}
