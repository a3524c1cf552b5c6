using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed class ClientContext : IClientContext
{
    public IDictionary<string, string> Environment { get; init; }
    public IClientApplication Client { get; init; }
    public IDictionary<string, string> Custom { get; init; }
}
