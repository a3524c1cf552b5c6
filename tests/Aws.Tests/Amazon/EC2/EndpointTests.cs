using System.Net;
using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Remediator.Aws.Tests.Amazon.Shared;

namespace Remediator.Aws.Tests.Amazon.EC2;

public sealed class EndpointTests
{
    /// <summary>Region, FIPS, dual-stack, URL.</summary>
    public static TheoryData<string, bool, bool, string> Table => EndpointTable.Of("ec2");

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_call_goes_where_the_endpoint_rules_of_EC2_say(string region, bool fips, bool dualStack, string expected)
    {
        var service = Answering();
        using var client = TestClient.Of(service, configure: config =>
        {
            config.RegionEndpoint = global::Amazon.RegionEndpoint.GetBySystemName(region);
            config.UseFIPSEndpoint = fips;
            config.UseDualstackEndpoint = dualStack;
        });

        await client.DescribeSecurityGroupsAsync();

        var sent = Assert.Single(service.Requests);
        Assert.Equal(expected + "/", sent.Uri.AbsoluteUri);
        Assert.Contains($"/{region}/ec2/aws4_request", sent.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal(expected, client.DetermineServiceOperationEndpoint(new DescribeSecurityGroupsRequest()).URL.TrimEnd('/'));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000", "us-west-2", "/us-west-2/ec2/")]
    [InlineData("https://ec2.eu-central-1.amazonaws.com", null, "/eu-central-1/ec2/")]
    [InlineData("https://vpce-0abc-def.ec2.eu-west-3.vpce.amazonaws.com", "eu-west-3", "/eu-west-3/ec2/")]
    public async Task A_custom_endpoint_is_used_as_it_is_and_signed_for_its_region(string url, string? signingRegion, string scope)
    {
        var service = Answering();
        using var client = TestClient.Of(service, configure: config =>
        {
            config.ServiceURL = url;
            config.AuthenticationRegion = signingRegion;
        });

        await client.DescribeSecurityGroupsAsync();

        var sent = Assert.Single(service.Requests);
        Assert.Equal(url + "/", sent.Uri.AbsoluteUri);
        Assert.Contains(scope, sent.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, false, "FIPS and custom endpoint are not supported")]
    [InlineData(false, true, "Dualstack and custom endpoint are not supported")]
    public async Task A_custom_endpoint_together_with_a_variant_is_refused_before_anything_is_sent(bool fips, bool dualStack, string expected)
    {
        var service = Answering();
        using var client = TestClient.Of(service, configure: config =>
        {
            config.ServiceURL = "http://127.0.0.1:5000";
            config.UseFIPSEndpoint = fips;
            config.UseDualstackEndpoint = dualStack;
        });

        var refused = await Assert.ThrowsAsync<AmazonClientException>(() => client.DescribeSecurityGroupsAsync());

        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public void Rules_without_a_region_say_that_the_region_is_missing()
    {
        var rules = new AmazonEC2Config().EndpointProvider;
        var refused = Assert.Throws<AmazonClientException>(() => rules.ResolveEndpoint(new EndpointParameters()));
        Assert.Contains("Missing Region", refused.Message, StringComparison.Ordinal);
    }

    private static ScriptedService Answering() => ScriptedService.Answering(ScriptedService.Answer(HttpStatusCode.OK, "<DescribeSecurityGroupsResponse/>"));
}
