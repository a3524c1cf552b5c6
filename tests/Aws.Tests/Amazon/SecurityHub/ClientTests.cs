using Amazon;
using Amazon.Runtime;
using Amazon.SecurityHub;
using Amazon.SecurityHub.Model;
using Remediator.Aws.Tests.Amazon.ServiceModels;

namespace Remediator.Aws.Tests.Amazon.SecurityHub;

/// <summary>Where the client goes, and the ways to make one.</summary>
public sealed class ClientTests
{
    private static readonly RegionEndpoint Ireland = RegionEndpoint.EUWest1;

    public static TheoryData<string, bool, bool, string> Endpoints => [.. EndpointTable.Read("securityhub-endpoints.csv")];

    [Theory]
    [MemberData(nameof(Endpoints))]
    public void Endpoint_is_the_one_of_the_service_rules(string region, bool fips, bool dualStack, string url)
    {
        var config = new AmazonSecurityHubConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region), UseFIPSEndpoint = fips, UseDualstackEndpoint = dualStack };
        using var client = new AmazonSecurityHubClient(new AnonymousAWSCredentials(), config);

        Assert.Equal(url, EndpointTable.UrlOf(() => client.DetermineServiceOperationEndpoint(new GetFindingsRequest())));
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
