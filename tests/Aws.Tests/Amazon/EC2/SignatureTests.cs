using System.Net;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;
using Remediator.Aws.Tests.Amazon.Shared;

namespace Remediator.Aws.Tests.Amazon.EC2;

public sealed class SignatureTests
{
    [Fact]
    public async Task The_signature_is_the_one_that_AWS_would_compute()
    {
        var sent = await RevokeAsync(new BasicAWSCredentials(TestClient.AccessKey, TestClient.SecretKey));

        Assert.Equal(SignatureVersion4.AuthorizationOf(sent, TestClient.AccessKey, TestClient.SecretKey), sent.Headers["Authorization"]);
        AssertSigned(sent, "host", "x-amz-date", "content-type");
    }

    [Fact]
    public async Task A_session_token_is_sent_and_signed()
    {
        var sent = await RevokeAsync(new SessionAWSCredentials(TestClient.AccessKey, TestClient.SecretKey, "the/token=="));

        Assert.Equal("the/token==", sent.Headers["X-Amz-Security-Token"]);
        Assert.Equal(SignatureVersion4.AuthorizationOf(sent, TestClient.AccessKey, TestClient.SecretKey), sent.Headers["Authorization"]);
        AssertSigned(sent, "x-amz-security-token");
    }

    private static async Task<CapturedRequest> RevokeAsync(AWSCredentials credentials)
    {
        var service = ScriptedService.Answering(ScriptedService.Answer(HttpStatusCode.OK, "<RevokeSecurityGroupIngressResponse><return>true</return></RevokeSecurityGroupIngressResponse>"));
        var config = new AmazonEC2Config { RegionEndpoint = global::Amazon.RegionEndpoint.EUWest1, HttpClientFactory = service };
        using var client = new AmazonEC2Client(credentials, config);
        await client.RevokeSecurityGroupIngressAsync(new RevokeSecurityGroupIngressRequest
        {
            GroupId = "sg-0a1b2c3d4e5f60718",
            IpPermissions = [new() { IpProtocol = "tcp", FromPort = 22, ToPort = 22, Ipv6Ranges = [new() { CidrIpv6 = "2001:db8::/32", Description = "a b+c/ü*~" }] }],
        });
        return Assert.Single(service.Requests);
    }

    private static void AssertSigned(CapturedRequest sent, params string[] names)
    {
        var signed = sent.Headers["Authorization"].Split("SignedHeaders=")[1].Split(',')[0].Split(';');
        Assert.All(names, name => Assert.Contains(name, signed));
    }
}
