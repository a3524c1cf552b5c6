using Amazon.Lambda.Core;
using Remediator.Findings;
using Remediator.Steps;

namespace Remediator.Aws.Hosting;

/// <summary>The platform's context → <see cref="Invocation"/>. The own account is the one in the invoked function's ARN.</summary>
public static class InvocationReader
{
    /// <summary>The invocation; or null, and a problem that says what was read and what was expected.</summary>
    public static Invocation? Read(ILambdaContext context, DateTimeOffset now, out string? problem)
    {
        problem = null;
        if (context.InvokedFunctionArn?.Split(':') is ["arn", { Length: > 0 } partition, "lambda", { Length: > 0 } region, { Length: 12 } account, "function", var name, ..])
            return new(account, partition, now + context.RemainingTime) { Region = region, Session = name, Holder = Guid.NewGuid().ToString("N") };
        problem = $"the invoked function's ARN is `{SafeText.Line(context.InvokedFunctionArn, 200)}`: expected `arn:PARTITION:lambda:REGION:ACCOUNT:function:NAME`";
        return null;
    }
}
