namespace Remediator.Sandbox.Tours;

/// <summary>The lines to paste into a shell to do what the tour did.</summary>
internal static class ByHand
{
    /// <summary>Where `serve` listens unless told otherwise, so that lines can be printed before it runs.</summary>
    public const int UsualPort = 4568;

    public static IEnumerable<string> Lines(Uri endpoint, string group) =>
    [
        $"export AWS_ENDPOINT_URL={endpoint.GetLeftPart(UriPartial.Authority)} AWS_REGION={SandboxAccount.Region} AWS_DEFAULT_REGION={SandboxAccount.Region}",
        "export AWS_ACCESS_KEY_ID=AKIABOBANDTHEAWSCLI0 AWS_SECRET_ACCESS_KEY=sandbox",
        $"GROUP={group}",
        "aws ec2 authorize-security-group-ingress --group-id $GROUP --protocol tcp --port 22 --cidr 0.0.0.0/0",
        "aws ec2 describe-security-group-rules --filters Name=group-id,Values=$GROUP"
            + " --query 'SecurityGroupRules[?!IsEgress].[IpProtocol,FromPort,ToPort,CidrIpv4,CidrIpv6,Description]' --output table",
        "aws securityhub get-findings --query 'Findings[].[Severity.Label,Compliance.Status,Workflow.Status,Title]' --output table",
    ];

    /// <summary>For a group whose id is not known yet.</summary>
    public const string GroupByName =
        "$(aws ec2 describe-security-groups --filters Name=group-name,Values=web-1 --query 'SecurityGroups[0].GroupId' --output text)";
}
