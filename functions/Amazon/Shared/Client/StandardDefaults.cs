using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Shared.Client;

/// <summary>
/// The SDK's default configuration modes: standard retries in each, and the connect time-outs of AWS's published
/// sdk-default-configuration (3.1 s, 1.1 s within a region, 30 s mobile).
/// </summary>
internal static class StandardDefaults
{
    private static readonly TimeSpan Ordinary = TimeSpan.FromMilliseconds(3100);
    private static readonly TimeSpan InRegion = TimeSpan.FromMilliseconds(1100);
    private static readonly TimeSpan Mobile = TimeSpan.FromSeconds(30);

    internal static IDefaultConfigurationProvider Provider() => new DefaultConfigurationProvider(
    [
        Mode(DefaultConfigurationMode.Standard, Ordinary),
        Mode(DefaultConfigurationMode.InRegion, InRegion),
        Mode(DefaultConfigurationMode.CrossRegion, Ordinary),
        Mode(DefaultConfigurationMode.Mobile, Mobile),
        Mode(DefaultConfigurationMode.Auto, InRegion),
    ]);

    private static DefaultConfiguration Mode(DefaultConfigurationMode name, TimeSpan connect) => new()
    {
        Name = name,
        RetryMode = RequestRetryMode.Standard,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
        ConnectTimeout = connect,
        TlsNegotiationTimeout = connect,
    };
}
