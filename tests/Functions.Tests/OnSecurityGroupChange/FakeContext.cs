using Amazon.Lambda.Core;

namespace Remediator.Functions.Tests.OnSecurityGroupChange;

/// <summary>What Lambda says of one invocation, and the lines that were logged for it.</summary>
internal sealed class FakeContext : ILambdaContext, ILambdaLogger
{
    public const string Arn = "arn:aws:lambda:eu-west-1:111122223333:function:OnSecurityGroupChange";

    public List<string> Lines { get; } = [];

    public string InvokedFunctionArn { get; init; } = Arn;

    public TimeSpan RemainingTime { get; init; } = TimeSpan.FromSeconds(30);

    public string AwsRequestId => "8476a536-e9f4-11e8-9739-2dfe598c3fcd";

    public IClientContext ClientContext => throw new NotSupportedException();

    public string FunctionName => "OnSecurityGroupChange";

    public string FunctionVersion => "$LATEST";

    public ICognitoIdentity Identity => throw new NotSupportedException();

    public ILambdaLogger Logger => this;

    public string LogGroupName => "/aws/lambda/OnSecurityGroupChange";

    public string LogStreamName => "stream";

    public int MemoryLimitInMB => 512;

    public void Log(string message) => throw new NotSupportedException("a line would not end");

    public void LogLine(string message) => Lines.Add(message);
}
