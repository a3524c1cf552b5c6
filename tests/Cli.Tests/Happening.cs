namespace Remediator.Cli.Tests;

/// <summary>Events as EventBridge delivers them.</summary>
internal static class Happening
{
    public static string Opened(string permissions) => Envelope(Record("AuthorizeSecurityGroupIngress", $$"""{ "groupId": "sg-0a", "ipPermissions": { "items": [{{permissions}}] } }"""));

    public static string Ssh(string peer = "\"ipRanges\": { \"items\": [{ \"cidrIp\": \"0.0.0.0/0\", \"description\": \"for a while\" }] }") =>
        $$"""{ "ipProtocol": "tcp", "fromPort": 22, "toPort": 22, {{peer}} }""";

    public static string Record(string name, string parameters, string more = "") => $$"""
        {
          "eventVersion": "1.11", "eventSource": "ec2.amazonaws.com", "eventName": "{{name}}", "eventTime": "2026-11-20T11:59:30Z", "awsRegion": "eu-west-1",
          "recipientAccountId": "111122223333", "eventID": "00000001-1111-4222-8333-444455556666", "requestID": "00000001-aaaa-4bbb-8ccc-ddddeeeeffff",
          "userIdentity": { "type": "IAMUser", "arn": "arn:aws:iam::111122223333:user/alice", "accountId": "111122223333", "userName": "alice" },
          "sourceIPAddress": "203.0.113.7", "userAgent": "aws-cli/2.17.0", "requestParameters": {{parameters}}, "responseElements": { "_return": true }{{more}}
        }
        """;

    public static string Envelope(string record) => $$"""
        {
          "version": "0", "id": "00000001-9999-4999-8999-999999999999", "detail-type": "AWS API Call via CloudTrail", "source": "aws.ec2",
          "account": "111122223333", "time": "2026-11-20T11:59:30Z", "region": "eu-west-1", "resources": [], "detail": {{record}}
        }
        """;
}
