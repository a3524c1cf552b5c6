using System.Globalization;
using Remediator.Sandbox;

namespace Remediator.Benchmarks.Measures;

/// <summary>CloudTrail events of AuthorizeSecurityGroupIngress as EventBridge delivers them, each with an id and a permission of its own.</summary>
internal static class ChangeEvents
{
    /// <summary>A range of ports with 22 in it, from anywhere: the Sandbox's policy revokes it, and asks AWS nothing first.</summary>
    public static string Forbidden(int number) => Event(22 - number % 20, 22 + number / 20 % 1000);

    /// <summary>One port that no rule names.</summary>
    public static string Benign(int number) => Event(10_000 + number % 10_000, 10_000 + number % 10_000);

    private static string Event(int from, int to)
    {
        var now = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return $$$$"""
            {"version":"0","id":"{{{{Guid.NewGuid()}}}}","detail-type":"AWS API Call via CloudTrail","source":"aws.ec2","account":"{{{{SandboxAccount.Account}}}}","time":"{{{{now}}}}","region":"{{{{SandboxAccount.Region}}}}","resources":[],
            "detail":{"eventVersion":"1.10","userIdentity":{"type":"AssumedRole","principalId":"AROAEXAMPLEROLE000000:alice@example.com","arn":"arn:aws:sts::{{{{SandboxAccount.Account}}}}:assumed-role/AWSReservedSSO_Developer/alice@example.com","accountId":"{{{{SandboxAccount.Account}}}}","accessKeyId":"ASIAEXAMPLEEXAMPLE00",
            "sessionContext":{"sessionIssuer":{"type":"Role","principalId":"AROAEXAMPLEROLE000000","arn":"arn:aws:iam::{{{{SandboxAccount.Account}}}}:role/AWSReservedSSO_Developer","accountId":"{{{{SandboxAccount.Account}}}}","userName":"AWSReservedSSO_Developer"},"attributes":{"creationDate":"{{{{now}}}}","mfaAuthenticated":"true"}}},
            "eventTime":"{{{{now}}}}","eventSource":"ec2.amazonaws.com","eventName":"AuthorizeSecurityGroupIngress","awsRegion":"{{{{SandboxAccount.Region}}}}","sourceIPAddress":"198.51.100.23","userAgent":"Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
            "requestParameters":{"groupId":"sg-0123456789abcdef0","ipPermissions":{"items":[{"ipProtocol":"tcp","fromPort":{{{{from}}}},"toPort":{{{{to}}}},"groups":{},"ipRanges":{"items":[{"cidrIp":"0.0.0.0/0","description":"for a moment"}]},"ipv6Ranges":{},"prefixListIds":{}}]}},
            "responseElements":{"requestId":"{{{{Guid.NewGuid()}}}}","_return":true,"securityGroupRuleSet":{"items":[{"groupOwnerId":"{{{{SandboxAccount.Account}}}}","groupId":"sg-0123456789abcdef0","securityGroupRuleId":"sgr-0{{{{Random.Shared.NextInt64():x16}}}}","description":"for a moment","isEgress":false,"ipProtocol":"tcp","fromPort":{{{{from}}}},"toPort":{{{{to}}}},"cidrIpv4":"0.0.0.0/0"}]}},
            "requestID":"{{{{Guid.NewGuid()}}}}","eventID":"{{{{Guid.NewGuid()}}}}","readOnly":false,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"{{{{SandboxAccount.Account}}}}","eventCategory":"Management","sessionCredentialFromConsole":"true"}}
            """;
    }
}
