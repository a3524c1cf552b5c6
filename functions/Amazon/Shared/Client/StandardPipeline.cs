using Amazon.Runtime.Internal;
using Amazon.Shared.Endpoints;

namespace Amazon.Shared.Client;

internal static class StandardPipeline
{
    /// <summary>Puts the service's endpoint rules and the signing scheme where AWSSDK.Core leaves them to the service.</summary>
    internal static void Customize(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new ConfiguredEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4AuthResolver());
    }
}
