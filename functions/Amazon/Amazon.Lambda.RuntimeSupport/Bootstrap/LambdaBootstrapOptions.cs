namespace Amazon.Lambda.RuntimeSupport.Bootstrap;

/// <summary>What can be set without the environment.</summary>
public class LambdaBootstrapOptions
{
    /// <summary>host:port of the runtime API, instead of the one in AWS_LAMBDA_RUNTIME_API.</summary>
    public string RuntimeApiEndpoint { get; set; }
}
