using Amazon;
using Amazon.Runtime;
using Amazon.SecurityHub;
using Amazon.SecurityHub.Model;

namespace Remediator.Aws.Tests.Amazon.SecurityHub;

/// <summary>Where the client goes, and the ways to make one.</summary>
public sealed class ClientTests
{
    private static readonly RegionEndpoint Ireland = RegionEndpoint.EUWest1;

    [Fact]
    public void Client_tells_where_a_request_would_go()
    {
        using var client = new AmazonSecurityHubClient(new AnonymousAWSCredentials(), Ireland);

        Assert.Equal("https://securityhub.eu-west-1.amazonaws.com", client.DetermineServiceOperationEndpoint(new GetFindingsRequest()).URL.TrimEnd('/'));
    }

    [Fact]
    public void Config_says_what_the_official_one_says()
    {
        var config = new AmazonSecurityHubConfig();

        Assert.Equal(("SecurityHub", "securityhub", "2018-10-26"), (AmazonSecurityHubConfig.ServiceId, config.RegionEndpointServiceName, config.ServiceVersion));
        Assert.Equal((RequestRetryMode.Standard, "SecurityHub"), (config.RetryMode, ((ClientConfig)config).ServiceId));
    }

    [Fact]
    public void Every_constructor_makes_a_client_for_the_region_it_was_given()
    {
        var credentials = new BasicAWSCredentials("AKIAEXAMPLE", "secret");
        AmazonSecurityHubConfig config = new() { RegionEndpoint = Ireland };
        IAmazonSecurityHub[] clients =
        [
            new AmazonSecurityHubClient(Ireland), new AmazonSecurityHubClient(config), new AmazonSecurityHubClient(credentials, Ireland),
            new AmazonSecurityHubClient(credentials, config), new AmazonSecurityHubClient("AKIAEXAMPLE", "secret", Ireland),
            new AmazonSecurityHubClient("AKIAEXAMPLE", "secret", config), new AmazonSecurityHubClient("AKIAEXAMPLE", "secret", "token", Ireland),
            new AmazonSecurityHubClient("AKIAEXAMPLE", "secret", "token", config), (IAmazonSecurityHub)Made<IAmazonSecurityHub>(credentials, config),
        ];

        Assert.All(clients, client => Assert.Equal(Ireland, client.Config.RegionEndpoint));
        Array.ForEach(clients, client => client.Dispose());
        Assert.IsType<AmazonSecurityHubConfig>(DefaultConfig<IAmazonSecurityHub>());
    }

    private static IAmazonService Made<T>(AWSCredentials credentials, ClientConfig config) where T : IAmazonService => T.CreateDefaultServiceClient(credentials, config);

    private static ClientConfig DefaultConfig<T>() where T : IAmazonService => T.CreateDefaultClientConfig();
}
