using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

internal sealed class ClientApplication : IClientApplication
{
    public string AppPackageName { get; init; }
    public string AppTitle { get; init; }
    public string AppVersionCode { get; init; }
    public string AppVersionName { get; init; }
    public string InstallationId { get; init; }
}
