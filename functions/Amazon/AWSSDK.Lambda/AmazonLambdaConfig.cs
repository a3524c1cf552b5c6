using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Shared.Client;
using Amazon.Shared.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.Lambda;

/// <summary>How Lambda is reached.</summary>
public class AmazonLambdaConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.0");

    public AmazonLambdaConfig() : base(StandardDefaults.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "lambda";
        EndpointProvider = new RegionalEndpointProvider("lambda");
    }

    public static new string ServiceId => "Lambda";

    public override string RegionEndpointServiceName => "lambda";

    public override string ServiceVersion => "2015-03-31";

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
        => EndpointProvider.ResolveEndpoint(ConfiguredEndpointResolver.ParametersOf(this, parameters.AlternateEndpoint));
}
