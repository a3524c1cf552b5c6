using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Util;

namespace Amazon.Shared.Endpoints;

/// <summary>
/// Reads from the client's configuration what the endpoint rules ask for. A custom endpoint comes from ServiceURL, which AWSSDK.Core fills
/// from <c>AWS_ENDPOINT_URL_{SERVICE}</c> or <c>AWS_ENDPOINT_URL</c> when the config names its service id.
/// </summary>
internal sealed class ConfiguredEndpointResolver : BaseEndpointResolver
{
    protected override void ServiceSpecificHandler(IExecutionContext executionContext, EndpointParameters parameters)
        => InjectHostPrefix(executionContext.RequestContext);

    protected override EndpointParameters MapEndpointsParameters(IRequestContext requestContext)
        => ParametersOf(requestContext.ClientConfig, requestContext.Request.AlternateEndpoint);

    /// <summary>The same parameters outside of a call, for DetermineServiceOperationEndpoint.</summary>
    internal static EndpointParameters ParametersOf(IClientConfig config, RegionEndpoint alternate)
    {
        var parameters = new EndpointParameters();
        parameters[EndpointParameterNames.Region] = alternate?.SystemName ?? RegionOf(config);
        parameters[EndpointParameterNames.UseDualStack] = config.UseDualstackEndpoint;
        parameters[EndpointParameterNames.UseFips] = config.UseFIPSEndpoint;
        parameters[EndpointParameterNames.Endpoint] = config.ServiceURL;
        return parameters;
    }

    private static string RegionOf(IClientConfig config)
    {
        if (config.RegionEndpoint is { } region)
        {
            return region.SystemName;
        }

        return string.IsNullOrEmpty(config.ServiceURL) || !string.IsNullOrEmpty(config.AuthenticationRegion)
            ? config.AuthenticationRegion
            : AWSSDKUtils.DetermineRegion(config.ServiceURL);
    }
}
