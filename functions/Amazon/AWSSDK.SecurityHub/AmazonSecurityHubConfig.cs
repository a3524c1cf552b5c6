using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Shared.Client;
using Amazon.Shared.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.SecurityHub;

/// <summary>How Security Hub is reached.</summary>
public class AmazonSecurityHubConfig : ClientConfig
{
    private static readonly string Agent = InternalSDKUtils.BuildUserAgentString(ServiceId, "4.0");

    public AmazonSecurityHubConfig() : base(StandardDefaults.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = "securityhub";
        EndpointProvider = new RegionalEndpointProvider("securityhub");
    }

    public static new string ServiceId => "SecurityHub";

    public override string RegionEndpointServiceName => "securityhub";

    public override string ServiceVersion => "2018-10-26";

    public override string UserAgent => Agent;

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
        => EndpointProvider.ResolveEndpoint(ConfiguredEndpointResolver.ParametersOf(this, parameters.AlternateEndpoint));
}
