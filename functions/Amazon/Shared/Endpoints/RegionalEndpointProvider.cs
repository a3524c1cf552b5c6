using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace Amazon.Shared.Endpoints;

/// <summary>
/// The rule set that every regional AWS service shares: a custom endpoint as it is, else
/// <c>https://{prefix}[-fips].{region}.{suffix of the region's partition}</c>.
/// Source: the services' endpoint rule sets; partitions come from AWSSDK.Core's table.
/// </summary>
/// <param name="hostPrefix">First label of the host, such as <c>ec2</c>.</param>
/// <param name="fipsWithoutSuffix">
/// Given partition and region, whether the ordinary host already is the FIPS one (EC2 and SNS in aws-us-gov); null: never.
/// Not asked for dual-stack, where the suffix is always written.
/// </param>
internal sealed class RegionalEndpointProvider(string hostPrefix, Func<string, string, bool> fipsWithoutSuffix = null) : IEndpointProvider
{
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var fips = parameters[EndpointParameterNames.UseFips] is true;
        var dualStack = parameters[EndpointParameterNames.UseDualStack] is true;
        if (parameters[EndpointParameterNames.Endpoint] is string { Length: > 0 } url)
        {
            return Custom(url, fips, dualStack);
        }

        return parameters[EndpointParameterNames.Region] is string { Length: > 0 } region
            ? Regional(region, fips, dualStack)
            : throw new AmazonClientException("Invalid Configuration: Missing Region");
    }

    private static Endpoint Custom(string url, bool fips, bool dualStack)
    {
        if (fips)
        {
            throw new AmazonClientException("Invalid Configuration: FIPS and custom endpoint are not supported");
        }

        return dualStack
            ? throw new AmazonClientException("Invalid Configuration: Dualstack and custom endpoint are not supported")
            : new Endpoint(url);
    }

    private Endpoint Regional(string region, bool fips, bool dualStack)
    {
        var partition = Fn.Partition(region);
        Require(!fips || partition.supportsFIPS, "FIPS", region);
        Require(!dualStack || partition.supportsDualStack, "DualStack", region);
        var suffix = dualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix;
        var plain = !fips || (!dualStack && fipsWithoutSuffix is not null && fipsWithoutSuffix(partition.name, region));
        return new Endpoint($"https://{hostPrefix}{(plain ? "" : "-fips")}.{region}.{suffix}");
    }

    private static void Require(bool supported, string feature, string region)
    {
        if (!supported)
        {
            throw new AmazonClientException($"{feature} is enabled but the partition of {region} does not support {feature}");
        }
    }
}
