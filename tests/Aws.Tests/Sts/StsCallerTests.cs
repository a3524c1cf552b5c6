using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Remediator.Aws.Sts;
using Remediator.Aws.Tests.SecurityHub;

namespace Remediator.Aws.Tests.Sts;

public sealed class StsCallerTests
{
    private const string Session = "arn:aws:sts::111122223333:assumed-role/Engineer/alice";

    [Fact]
    public async Task The_caller_is_account_and_ARN_as_STS_says_them()
    {
        var http = new CannedHttp(_ => CannedHttp.Reply.Ok(Said(Session, "111122223333")));
        Assert.Equal(new Caller("111122223333", Session), (await Read(http)).Value);
        Assert.Equal("sts.eu-west-1.amazonaws.com", http.Calls[0].Address.Host);
        Assert.Contains("Action=GetCallerIdentity", http.Calls[0].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "111122223333")]
    [InlineData(Session, "")]
    [InlineData(Session, "1111 2222")]
    public async Task An_answer_without_account_or_ARN_names_nobody(string arn, string account)
    {
        var reading = await Read(new(_ => CannedHttp.Reply.Ok(Said(arn, account))));
        Assert.Equal((null, "STS answered without an account of 12 digits and an ARN"), (reading.Value, reading.Problem));
    }

    [Fact]
    public async Task A_refusal_is_a_value_on_one_line()
    {
        var reading = await Read(new(_ => new(HttpStatusCode.Forbidden, "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>ExpiredToken</Code><Message>expired\ntoken</Message></Error><RequestId>r</RequestId></ErrorResponse>")));
        Assert.Equal("ExpiredToken: expired\\u000atoken", reading.Problem);
    }

    [Fact]
    public async Task A_line_that_breaks_is_a_value() =>
        Assert.False((await Read(new(_ => throw new HttpRequestException("connection refused")))).Succeeded);

    private static Task<Remediator.Ports.Reading<Caller>> Read(CannedHttp http) => new StsCaller(() => new AmazonSecurityTokenServiceClient(
        new BasicAWSCredentials("id", "secret"),
        new AmazonSecurityTokenServiceConfig { RegionEndpoint = RegionEndpoint.EUWest1, HttpClientFactory = http, MaxErrorRetry = 0 })).Read(TestContext.Current.CancellationToken);

    private static string Said(string arn, string account) =>
        $"<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult><Arn>{arn}</Arn><UserId>AROAEXAMPLE:alice</UserId><Account>{account}</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetCallerIdentityResponse>";
}
