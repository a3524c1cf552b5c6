using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Shared.Client;
using Amazon.Shared.Endpoints;
using Amazon.Util.Internal;

namespace Amazon.EC2;

/// <summary>How a client reaches EC2: region or endpoint, time-outs, retries.</summary>
public partial class AmazonEC2Config : ClientConfig
{
    public AmazonEC2Config()
        : base(StandardDefaults.Provider())
    {
        base.ServiceId = ServiceId;
        AuthenticationServiceName = RegionEndpointServiceName;
        // In aws-us-gov the ordinary hosts are the FIPS ones (EC2's endpoint rule set).
        EndpointProvider = new RegionalEndpointProvider("ec2", static (partition, _) => partition == "aws-us-gov");
    }

    /// <summary>By this the SDK finds <c>AWS_ENDPOINT_URL_EC2</c> and the profile's settings.</summary>
    public static new string ServiceId => "EC2";

    public override string RegionEndpointServiceName => "ec2";

    public override string ServiceVersion => Ec2Operation.ApiVersion;

    public override string UserAgent => field ??= InternalSDKUtils.BuildUserAgentString("EC2", "0.1.0");

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
        => EndpointProvider.ResolveEndpoint(ConfiguredEndpointResolver.ParametersOf(this, parameters.AlternateEndpoint));
}
