using Amazon;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;

namespace Remediator.Aws.Tests.Amazon.LambdaCalls;

/// <summary>Where the client goes, and the ways to make one.</summary>
public sealed class ClientTests
{
    private static readonly RegionEndpoint Ireland = RegionEndpoint.EUWest1;

    [Fact]
    public void Client_tells_where_a_request_would_go()
    {
        using var client = new AmazonLambdaClient(new AnonymousAWSCredentials(), Ireland);

        Assert.Equal("https://lambda.eu-west-1.amazonaws.com", client.DetermineServiceOperationEndpoint(new InvokeRequest()).URL.TrimEnd('/'));
    }

    [Fact]
    public void Config_says_what_the_official_one_says()
    {
        var config = new AmazonLambdaConfig();

        Assert.Equal(("Lambda", "lambda", "2015-03-31"), (AmazonLambdaConfig.ServiceId, config.RegionEndpointServiceName, config.ServiceVersion));
        Assert.Equal((RequestRetryMode.Standard, "Lambda"), (config.RetryMode, ((ClientConfig)config).ServiceId));
    }

    [Fact]
    public void Every_constructor_makes_a_client_for_the_region_it_was_given()
    {
        var credentials = new BasicAWSCredentials("AKIAEXAMPLE", "secret");
        AmazonLambdaConfig config = new() { RegionEndpoint = Ireland };
        IAmazonLambda[] clients =
        [
            new AmazonLambdaClient(Ireland), new AmazonLambdaClient(config), new AmazonLambdaClient(credentials, Ireland),
            new AmazonLambdaClient(credentials, config), new AmazonLambdaClient("AKIAEXAMPLE", "secret", Ireland),
            new AmazonLambdaClient("AKIAEXAMPLE", "secret", config), new AmazonLambdaClient("AKIAEXAMPLE", "secret", "token", Ireland),
            new AmazonLambdaClient("AKIAEXAMPLE", "secret", "token", config), (IAmazonLambda)Made<IAmazonLambda>(credentials, config),
        ];

        Assert.All(clients, client => Assert.Equal(Ireland, client.Config.RegionEndpoint));
        Array.ForEach(clients, client => client.Dispose());
        Assert.IsType<AmazonLambdaConfig>(DefaultConfig<IAmazonLambda>());
    }

    private static IAmazonService Made<T>(AWSCredentials credentials, ClientConfig config) where T : IAmazonService => T.CreateDefaultServiceClient(credentials, config);

    private static ClientConfig DefaultConfig<T>() where T : IAmazonService => T.CreateDefaultClientConfig();
}
