using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Lambda.CloudWatchEvents;

namespace Remediator.Functions.Tests.OnSecurityGroupChange;

/// <summary>CloudTrail records in the envelope that EventBridge delivers, written by the official envelope type.</summary>
internal static class TrailEvents
{
    public const string Account = "111122223333";

    /// <summary>The envelope's members are in camel case, but for <c>detail-type</c>, which has its own name.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static byte[] Authorize(DateTimeOffset time, string peer, int port = 22, Action<JsonObject>? change = null) =>
        Bytes(Envelope(time, Record(time, peer, port, change)));

    /// <summary>A CreateTags of one tag on several groups.</summary>
    public static byte[] Retag(DateTimeOffset time, string key, string value, params string[] groups) => Bytes(Envelope(time, Record(time, "0.0.0.0/0", 22, record =>
    {
        record["eventName"] = "CreateTags";
        record["requestParameters"] = new JsonObject
        {
            ["resourcesSet"] = new JsonObject { ["items"] = new JsonArray([.. groups.Select(g => new JsonObject { ["resourceId"] = g })]) },
            ["tagSet"] = new JsonObject { ["items"] = new JsonArray(new JsonObject { ["key"] = key, ["value"] = value }) },
        };
        record["responseElements"] = new JsonObject { ["_return"] = true };
    })));

    public static CloudWatchEvent<JsonElement> Envelope(DateTimeOffset time, JsonObject record) => new()
    {
        Version = "0",
        Id = "7bf73129-1428-4cd3-a780-95db273d1602",
        DetailType = "AWS API Call via CloudTrail",
        Source = "aws.ec2",
        Account = Account,
        Time = time.UtcDateTime,
        Region = "eu-west-1",
        Resources = [],
        Detail = JsonSerializer.SerializeToElement(record),
    };

    public static byte[] Bytes(CloudWatchEvent<JsonElement> envelope) => JsonSerializer.SerializeToUtf8Bytes(envelope, Json);

    /// <summary>An AuthorizeSecurityGroupIngress of one permission, as CloudTrail records it (AWS API Call via CloudTrail, eventVersion 1.08).</summary>
    public static JsonObject Record(DateTimeOffset time, string peer, int port, Action<JsonObject>? change = null)
    {
        var record = new JsonObject
        {
            ["eventVersion"] = "1.08",
            ["userIdentity"] = new JsonObject { ["type"] = "IAMUser", ["arn"] = $"arn:aws:iam::{Account}:user/ana", ["accountId"] = Account, ["userName"] = "ana" },
            ["eventTime"] = time.UtcDateTime,
            ["eventSource"] = "ec2.amazonaws.com",
            ["eventName"] = "AuthorizeSecurityGroupIngress",
            ["awsRegion"] = "eu-west-1",
            ["sourceIPAddress"] = "198.51.100.7",
            ["userAgent"] = "aws-cli/2.17.0",
            ["requestID"] = "ad1ba04c-5c8d-4f6f-ae56-71b1d5a47dc5",
            ["eventID"] = "f1f5ad50-5c4f-4f0c-8b3e-0b3c5a1f6a11",
            ["recipientAccountId"] = Account,
            ["requestParameters"] = new JsonObject
            {
                ["groupId"] = "sg-0a",
                ["ipPermissions"] = new JsonObject { ["items"] = new JsonArray(Asked(peer, port)) },
            },
            ["responseElements"] = new JsonObject
            {
                ["requestId"] = "ad1ba04c-5c8d-4f6f-ae56-71b1d5a47dc5",
                ["_return"] = true,
                ["securityGroupRuleSet"] = new JsonObject { ["items"] = new JsonArray(Made(peer, port)) },
            },
        };
        change?.Invoke(record);
        return record;
    }

    private static JsonObject Asked(string peer, int port) => new()
    {
        ["ipProtocol"] = "tcp",
        ["fromPort"] = port,
        ["toPort"] = port,
        ["groups"] = new JsonObject(),
        ["ipRanges"] = new JsonObject { ["items"] = new JsonArray(new JsonObject { ["cidrIp"] = peer }) },
        ["ipv6Ranges"] = new JsonObject(),
        ["prefixListIds"] = new JsonObject(),
    };

    private static JsonObject Made(string peer, int port) => new()
    {
        ["groupOwnerId"] = Account,
        ["groupId"] = "sg-0a",
        ["securityGroupRuleId"] = "sgr-1",
        ["isEgress"] = false,
        ["ipProtocol"] = "tcp",
        ["fromPort"] = port,
        ["toPort"] = port,
        ["cidrIpv4"] = peer,
    };
}
