using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Shared.Client;
using Amazon.Shared.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.SimpleNotificationService;

/// <summary>How SNS is reached.</summary>
public class AmazonSimpleNotificationServiceConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.0");

    public AmazonSimpleNotificationServiceConfig() : base(StandardDefaults.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "sns";
        EndpointProvider = new RegionalEndpointProvider("sns", IsFipsAlready);
    }

    public static new string ServiceId => "SNS";

    public override string RegionEndpointServiceName => "sns";

    public override string ServiceVersion => "2010-03-31";

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
        => EndpointProvider.ResolveEndpoint(ConfiguredEndpointResolver.ParametersOf(this, parameters.AlternateEndpoint));

    // Source: SNS's endpoint rule set; the ordinary hosts of these two regions are the FIPS ones.
    private static bool IsFipsAlready(string partition, string region) => region is "us-gov-east-1" or "us-gov-west-1";
}
