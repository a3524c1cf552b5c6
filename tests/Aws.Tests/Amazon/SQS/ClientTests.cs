using Amazon;
using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace Remediator.Aws.Tests.Amazon.SQS;

/// <summary>Where the client goes, and the ways to make one.</summary>
public sealed class ClientTests
{
    private static readonly RegionEndpoint Ireland = RegionEndpoint.EUWest1;

    [Fact]
    public void Client_tells_where_a_request_would_go()
    {
        using var client = new AmazonSQSClient(new AnonymousAWSCredentials(), Ireland);

        Assert.Equal("https://sqs.eu-west-1.amazonaws.com", client.DetermineServiceOperationEndpoint(new ReceiveMessageRequest()).URL.TrimEnd('/'));
    }

    [Fact]
    public void Config_says_what_the_official_one_says()
    {
        var config = new AmazonSQSConfig();

        Assert.Equal(("SQS", "sqs", "2012-11-05"), (AmazonSQSConfig.ServiceId, config.RegionEndpointServiceName, config.ServiceVersion));
        Assert.Equal((RequestRetryMode.Standard, "SQS"), (config.RetryMode, ((ClientConfig)config).ServiceId));
    }

    [Fact]
    public void Every_constructor_makes_a_client_for_the_region_it_was_given()
    {
        var credentials = new BasicAWSCredentials("AKIAEXAMPLE", "secret");
        AmazonSQSConfig config = new() { RegionEndpoint = Ireland };
        IAmazonSQS[] clients =
        [
            new AmazonSQSClient(Ireland), new AmazonSQSClient(config), new AmazonSQSClient(credentials, Ireland),
            new AmazonSQSClient(credentials, config), new AmazonSQSClient("AKIAEXAMPLE", "secret", Ireland),
            new AmazonSQSClient("AKIAEXAMPLE", "secret", config), new AmazonSQSClient("AKIAEXAMPLE", "secret", "token", Ireland),
            new AmazonSQSClient("AKIAEXAMPLE", "secret", "token", config), (IAmazonSQS)Made<IAmazonSQS>(credentials, config),
        ];

        Assert.All(clients, client => Assert.Equal(Ireland, client.Config.RegionEndpoint));
        Array.ForEach(clients, client => client.Dispose());
        Assert.IsType<AmazonSQSConfig>(DefaultConfig<IAmazonSQS>());
    }

    private static IAmazonService Made<T>(AWSCredentials credentials, ClientConfig config) where T : IAmazonService => T.CreateDefaultServiceClient(credentials, config);

    private static ClientConfig DefaultConfig<T>() where T : IAmazonService => T.CreateDefaultClientConfig();
}
