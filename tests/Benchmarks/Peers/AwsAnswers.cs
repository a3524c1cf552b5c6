using System.Collections.Specialized;
using System.Text.Json.Nodes;
using Remediator.Benchmarks.Wire;

namespace Remediator.Benchmarks.Peers;

/// <summary>The answer to each call that one event can cause.</summary>
internal static class AwsAnswers
{
    private const string Ec2 = "http://ec2.amazonaws.com/doc/2016-11-15/";

    public static WireAnswer To(SeenCall call, NameValueCollection form) => call.Operation switch
    {
        "RevokeSecurityGroupIngress" => Xml(Revoked(form)),
        "DescribeNetworkInterfaces" => Xml($"""<DescribeNetworkInterfacesResponse xmlns="{Ec2}"><requestId>{Guid.NewGuid()}</requestId><networkInterfaceSet/></DescribeNetworkInterfacesResponse>"""),
        "Publish" => Xml($"""<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>{Guid.NewGuid()}</MessageId></PublishResult><ResponseMetadata><RequestId>{Guid.NewGuid()}</RequestId></ResponseMetadata></PublishResponse>"""),
        "POST /findings/import" => Json(Imported(call.Body)),
        "POST /findings" => Json(Found(call.Body)),
        "PATCH /findings/batchupdate" => Json(Updated(call.Body)),
        _ => new(400, "text/xml", $"<Response><Errors><Error><Code>InvalidAction</Code><Message>the benchmark's AWS does not know it</Message></Error></Errors><RequestID>{Guid.NewGuid()}</RequestID></Response>"),
    };

    /// <summary>https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RevokeSecurityGroupIngress.html</summary>
    private static string Revoked(NameValueCollection form) =>
        $"""
        <RevokeSecurityGroupIngressResponse xmlns="{Ec2}"><requestId>{Guid.NewGuid()}</requestId><return>true</return><revokedSecurityGroupRuleSet><item>
        <securityGroupRuleId>sgr-0123456789abcdef0</securityGroupRuleId><groupId>{form["GroupId"]}</groupId><isEgress>false</isEgress>
        <ipProtocol>{form["IpPermissions.1.IpProtocol"]}</ipProtocol><fromPort>{form["IpPermissions.1.FromPort"]}</fromPort><toPort>{form["IpPermissions.1.ToPort"]}</toPort>
        <cidrIpv4>{form["IpPermissions.1.IpRanges.1.CidrIp"]}</cidrIpv4></item></revokedSecurityGroupRuleSet></RevokeSecurityGroupIngressResponse>
        """;

    private static JsonObject Imported(string body) =>
        new() { ["FailedCount"] = 0, ["SuccessCount"] = JsonNode.Parse(body)!["Findings"]!.AsArray().Count, ["FailedFindings"] = new JsonArray() };

    /// <summary>Whatever is asked for by id is there, and nobody has worked on it yet.</summary>
    private static JsonObject Found(string body)
    {
        var filters = JsonNode.Parse(body)!["Filters"]!;
        var product = filters["ProductArn"]![0]!["Value"]!.GetValue<string>();
        var findings = filters["Id"]!.AsArray().Select(id => new JsonObject
        {
            ["SchemaVersion"] = "2018-10-08",
            ["Id"] = id!["Value"]!.GetValue<string>(),
            ["ProductArn"] = product,
            ["Workflow"] = new JsonObject { ["Status"] = "NEW" },
        });
        return new() { ["Findings"] = new JsonArray([.. findings]) };
    }

    private static JsonObject Updated(string body) =>
        new() { ["ProcessedFindings"] = JsonNode.Parse(body)!["FindingIdentifiers"]!.DeepClone(), ["UnprocessedFindings"] = new JsonArray() };

    private static WireAnswer Xml(string body) => new(200, "text/xml;charset=UTF-8", body);

    private static WireAnswer Json(JsonObject body) => new(200, "application/json", body.ToJsonString());
}
