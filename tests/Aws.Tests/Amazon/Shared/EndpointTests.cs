using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.SecurityHub;
using Amazon.SecurityHub.Model;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace Remediator.Aws.Tests.Amazon.Shared;

public sealed class EndpointTests
{
    public static TheoryData<string, bool, bool, string> Notices => EndpointTable.Of("sns");

    public static TheoryData<string, bool, bool, string> Findings => EndpointTable.Of("securityhub");

    public static TheoryData<string, bool, bool, string> Queues => EndpointTable.Of("sqs");

    public static TheoryData<string, bool, bool, string> Functions => EndpointTable.Of("lambda");

    [Theory]
    [MemberData(nameof(Notices))]
    public void SNS_is_where_its_endpoint_rules_say(string region, bool fips, bool dualStack, string expected)
        => Assert.Equal(expected, Resolve(new AmazonSimpleNotificationServiceConfig(), new PublishRequest(), region, fips, dualStack));

    [Theory]
    [MemberData(nameof(Findings))]
    public void Security_Hub_is_where_its_endpoint_rules_say(string region, bool fips, bool dualStack, string expected)
        => Assert.Equal(expected, Resolve(new AmazonSecurityHubConfig(), new GetFindingsRequest(), region, fips, dualStack));

    [Theory]
    [MemberData(nameof(Queues))]
    public void SQS_is_where_its_endpoint_rules_say(string region, bool fips, bool dualStack, string expected)
        => Assert.Equal(expected, Resolve(new AmazonSQSConfig(), new ReceiveMessageRequest(), region, fips, dualStack));

    [Theory]
    [MemberData(nameof(Functions))]
    public void Lambda_is_where_its_endpoint_rules_say(string region, bool fips, bool dualStack, string expected)
        => Assert.Equal(expected, Resolve(new AmazonLambdaConfig(), new InvokeRequest(), region, fips, dualStack));

    private static string Resolve(ClientConfig config, AmazonWebServiceRequest request, string region, bool fips, bool dualStack)
    {
        config.RegionEndpoint = global::Amazon.RegionEndpoint.GetBySystemName(region);
        config.UseFIPSEndpoint = fips;
        config.UseDualstackEndpoint = dualStack;
        return config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request)).URL.TrimEnd('/');
    }
}
