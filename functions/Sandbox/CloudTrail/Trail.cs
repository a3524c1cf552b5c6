using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.CloudTrail;

/// <summary>
/// Turns an EC2 call and its answer into what EventBridge receives of it: a CloudTrail record, failed calls and dry runs included, in an
/// envelope. Shapes after public recordings; https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
/// </summary>
internal sealed class Trail(string account, TimeProvider time)
{
    // CloudTrail leaves out request parameters and response elements above about 100 kB.
    private const int MostBytes = 100 * 1024;
    private const string RoleId = "AROASANDBOXROLE000000";
    private static readonly JsonSerializerOptions AsAwsWrites = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly HashSet<string> Recorded =
    [
        "AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupEgress", "RevokeSecurityGroupIngress", "RevokeSecurityGroupEgress", "ModifySecurityGroupRules",
        "CreateSecurityGroup", "DeleteSecurityGroup", "CreateTags", "DeleteTags", "ModifyManagedPrefixList", "RestoreManagedPrefixListVersion", "UpdateSecurityGroupRuleDescriptionsIngress", "UpdateSecurityGroupRuleDescriptionsEgress",
    ];

    /// <summary>The event as JSON text; null when the call changes nothing that a group lets through.</summary>
    public JsonObject? Event(AwsCall call, AwsAnswer answer)
    {
        if (call.Service != "ec2" || !Recorded.Contains(call.Action))
            return null;
        return new JsonObject
        {
            ["version"] = "0",
            ["id"] = Guid.NewGuid().ToString(),
            ["detail-type"] = "AWS API Call via CloudTrail",
            ["source"] = "aws.ec2",
            ["account"] = account,
            ["time"] = Now(),
            ["region"] = call.Region,
            ["resources"] = new JsonArray(),
            ["detail"] = Record(call, answer),
        };
    }

    /// <summary>The event as EventBridge sends it.</summary>
    public static string Text(JsonObject read) => read.ToJsonString(AsAwsWrites);

    private JsonObject Record(AwsCall call, AwsAnswer answer)
    {
        var xml = answer.Xml();
        var record = new JsonObject
        {
            ["eventVersion"] = "1.10",
            ["userIdentity"] = UserIdentity(call.Caller),
            ["eventTime"] = Now(),
            ["eventSource"] = "ec2.amazonaws.com",
            ["eventName"] = call.Action,
            ["awsRegion"] = call.Region,
            ["sourceIPAddress"] = call.Caller.FromConsole ? "198.51.100.23" : "127.0.0.1",
            ["userAgent"] = call.Caller.FromConsole ? "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0" : call.UserAgent,
            ["requestParameters"] = Fitting("requestParameters", RequestParameters.Of(call)),
            ["responseElements"] = answer.Succeeded && xml is not null ? Fitting("responseElements", ResponseElements.Of(call.Action, xml)) : null,
            ["requestID"] = (xml?.Element("requestId") ?? xml?.Element("RequestID"))?.Value,
            ["eventID"] = Guid.NewGuid().ToString(),
            ["readOnly"] = false,
            ["eventType"] = "AwsApiCall",
            ["managementEvent"] = true,
            ["recipientAccountId"] = account,
            ["eventCategory"] = "Management",
        };
        if (!answer.Succeeded)
            AddError(record, xml?.Descendants("Code").FirstOrDefault()?.Value, xml?.Descendants("Message").FirstOrDefault()?.Value);
        if (call.Caller.FromConsole)
            record["sessionCredentialFromConsole"] = "true";
        return record;
    }

    private static void AddError(JsonObject record, string? code, string? message)
    {
        record["errorCode"] = "Client." + (code ?? "Unknown");
        record["errorMessage"] = message;
    }

    private static JsonObject Fitting(string what, JsonObject parameters)
    {
        var size = System.Text.Encoding.UTF8.GetByteCount(Text(parameters));
        return size <= MostBytes ? parameters : new JsonObject { ["omitted"] = true, ["originalSize"] = size, ["reason"] = what + " too large" };
    }

    private JsonObject UserIdentity(Caller caller)
    {
        var isUser = caller.Arn.Contains(":user/", StringComparison.Ordinal);
        var name = caller.Arn[(caller.Arn.LastIndexOf('/') + 1)..];
        var identity = new JsonObject
        {
            ["type"] = isUser ? "IAMUser" : "AssumedRole",
            ["principalId"] = isUser ? "AIDASANDBOXUSER000000" : RoleId + ":" + name,
            ["arn"] = caller.Arn,
            ["accountId"] = account,
            ["accessKeyId"] = caller.AccessKeyId,
        };
        if (isUser)
            identity["userName"] = name;
        else
            identity["sessionContext"] = SessionContext(caller.Arn.Split('/')[^2], caller.FromConsole);
        return identity;
    }

    private JsonObject SessionContext(string role, bool fromConsole) => new()
    {
        ["sessionIssuer"] = new JsonObject
        {
            ["type"] = "Role",
            ["principalId"] = RoleId,
            ["arn"] = $"arn:aws:iam::{account}:role/{role}",
            ["accountId"] = account,
            ["userName"] = role,
        },
        ["attributes"] = new JsonObject { ["creationDate"] = Now(), ["mfaAuthenticated"] = fromConsole ? "true" : "false" },
    };

    private string Now() => time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
