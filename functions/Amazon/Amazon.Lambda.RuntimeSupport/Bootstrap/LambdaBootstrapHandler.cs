namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Answers one invocation; an exception is reported to Lambda as that invocation's error.</summary>
public delegate Task<InvocationResponse> LambdaBootstrapHandler(InvocationRequest invocation);
