namespace Amazon.Shared.Endpoints;

/// <summary>Names of the parameters that a service's endpoint rules know.</summary>
internal static class EndpointParameterNames
{
    internal const string Region = "Region";
    internal const string UseDualStack = "UseDualStack";
    internal const string UseFips = "UseFIPS";
    internal const string Endpoint = "Endpoint";
}
