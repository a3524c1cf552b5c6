using Amazon.Runtime.Internal;

namespace Amazon.Shared.Client;

/// <summary>The service's id as AWSSDK.Core wants it; no operation here goes by another name.</summary>
internal sealed class ServiceMetadata(string serviceId) : IServiceMetadata
{
    public string ServiceId { get; } = serviceId;

    public IDictionary<string, string> OperationNameMapping => field ??= new Dictionary<string, string>(0);
}
