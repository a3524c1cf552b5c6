namespace Amazon.Lambda.Core;

/// <summary>What a caller sent along in the client context of an invocation.</summary>
public interface IClientContext
{
    IDictionary<string, string> Environment { get; }
    IClientApplication Client { get; }
    IDictionary<string, string> Custom { get; }
}
