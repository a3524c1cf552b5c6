using System.Text.Json.Nodes;
using Remediator.Changes;

namespace Remediator.Core.Tests.Changes;

public sealed class ActorTests
{
    private const string Issuer = "arn:aws:iam::111122223333:role/operator";

    public static readonly TheoryData<string, string> Identities = new()
    {
        { """{"type":"Root","principalId":"111122223333","arn":"arn:aws:iam::111122223333:root","accountId":"111122223333"}""", "arn:aws:iam::111122223333:root" },
        { """{"type":"Root","accountId":"111122223333"}""", "root of 111122223333" },
        { """{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/jane","userName":"jane"}""", "arn:aws:iam::111122223333:user/jane" },
        { """{"type":"AssumedRole","arn":"arn:aws:sts::111122223333:assumed-role/operator/jane"}""", "arn:aws:sts::111122223333:assumed-role/operator/jane" },
        { """{"type":"AWSService","invokedBy":"autoscaling.amazonaws.com"}""", "autoscaling.amazonaws.com" },
        { """{"type":"AWSAccount","principalId":"AIDACKCEVSQ6C2EXAMPLE","accountId":"444455556666"}""", "444455556666" },
        { """{"type":"FederatedUser","arn":"arn:aws:sts::111122223333:federated-user/jane"}""", "arn:aws:sts::111122223333:federated-user/jane" },
        { """{"type":"WebIdentityUser","principalId":"accounts.example.com:app:jane","userName":"jane"}""", "accounts.example.com:app:jane" },
        { """{"type":"IdentityCenterUser","accountId":"111122223333","onBehalfOf":{"userId":"544894e8-80c1-707f-60e3-3ba6510dfac1"}}""", "544894e8-80c1-707f-60e3-3ba6510dfac1" },
        { """{"type":"Unknown","userName":"jane"}""", "jane" },
        { """{"type":7,"arn":{}}""", "111122223333" },
        { "\"jane\"", "111122223333" },
        { "null", "111122223333" },
    };

    public static readonly TheoryData<string?, string?, string?, bool, Channel> Channels = new()
    {
        { null, "203.0.113.7", "Mozilla/5.0 (X11; Linux x86_64)", false, Channel.Console },
        { null, "203.0.113.7", "console.ec2.amazonaws.com", false, Channel.Console },
        { null, "203.0.113.7", "AWS Internal console", false, Channel.Console },
        { null, "203.0.113.7", "aws-internal/3 aws-sdk-java/1.12", true, Channel.Console },
        { null, "203.0.113.7", "aws-cli/2.17.0 md/Botocore#1.34 os/linux", false, Channel.CommandLine },
        { null, "203.0.113.7", "APN/1.0 HashiCorp/1.0 Terraform/1.9.2 terraform-provider-aws/5.60.0 aws-sdk-go-v2/1.30.3", false, Channel.Terraform },
        { null, "203.0.113.7", "aws-sdk-go-v2/1.30.0", false, Channel.Sdk },
        { null, "203.0.113.7", "Boto3/1.34.0 Python/3.12 Botocore/1.34.0", false, Channel.Sdk },
        { "cloudformation.amazonaws.com", "cloudformation.amazonaws.com", "cloudformation.amazonaws.com", false, Channel.CloudFormation },
        { null, "cloudformation.amazonaws.com", null, true, Channel.CloudFormation },
        { "eks.amazonaws.com", "eks.amazonaws.com", "eks.amazonaws.com", false, Channel.AwsService },
        { null, "elasticloadbalancing.amazonaws.com", null, false, Channel.AwsService },
        { null, "203.0.113.7", "curl/8.5.0", false, Channel.Unknown },
        { null, null, null, false, Channel.Unknown },
    };

    [Theory]
    [MemberData(nameof(Identities))]
    public void An_identity_of_each_kind_has_a_name(string identity, string expected) =>
        Assert.Equal(expected, Read(detail => detail["userIdentity"] = JsonNode.Parse(identity)).Arn);

    [Theory]
    [MemberData(nameof(Channels))]
    public void The_channel_is_told_by_who_called_and_with_what(string? invokedBy, string? source, string? agent, bool fromConsole, Channel expected)
    {
        var actor = Read(detail =>
        {
            detail["userIdentity"]!["invokedBy"] = invokedBy;
            detail["sourceIPAddress"] = source;
            detail["userAgent"] = agent;
            if (fromConsole) detail["sessionCredentialFromConsole"] = "true";
        });

        Assert.Equal((expected, source, agent), (actor.Via, actor.SourceAddress, actor.UserAgent));
    }

    [Fact]
    public void A_session_names_the_role_behind_it_and_whether_it_was_opened_with_mfa()
    {
        var actor = Read(_ => { });

        Assert.Equal((Issuer, (bool?)true), (actor.IssuerArn, actor.WithMfa));
    }

    [Fact]
    public void Without_a_session_nothing_is_claimed_of_role_and_mfa()
    {
        var actor = Read(detail => detail["userIdentity"]!.AsObject().Remove("sessionContext"));

        Assert.Equal((null, null), (actor.IssuerArn, actor.WithMfa));
    }

    [Theory]
    [InlineData("cloudformation.amazonaws.com", "203.0.113.7", "curl", "cloudformation.amazonaws.com")]
    [InlineData(null, "cloudformation.amazonaws.com", "cloudformation.amazonaws.com", null)]
    public void The_service_that_called_is_what_AWS_says_and_nothing_that_a_caller_writes(string? invokedBy, string source, string agent, string? expected)
    {
        var actor = Read(detail =>
        {
            detail["userIdentity"]!["invokedBy"] = invokedBy;
            detail["sourceIPAddress"] = source;
            detail["userAgent"] = agent;
        });

        Assert.Equal(expected, actor.Service);
    }

    private static Actor Read(Action<JsonNode> change) =>
        Assert.IsType<Change>(ChangeReader.Read(Events.With("ingress-items", e => change(e["detail"]!)))).Actor;
}
