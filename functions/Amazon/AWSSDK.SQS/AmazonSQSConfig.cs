using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Shared.Client;
using Amazon.Shared.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.SQS;

/// <summary>How SQS is reached.</summary>
public class AmazonSQSConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.0");

    public AmazonSQSConfig() : base(StandardDefaults.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "sqs";
        EndpointProvider = new RegionalEndpointProvider("sqs", static (partition, _) => partition == "aws-us-gov");
    }

    public static new string ServiceId => "SQS";

    public override string RegionEndpointServiceName => "sqs";

    public override string ServiceVersion => "2012-11-05";

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
        => EndpointProvider.ResolveEndpoint(ConfiguredEndpointResolver.ParametersOf(this, parameters.AlternateEndpoint));
}
