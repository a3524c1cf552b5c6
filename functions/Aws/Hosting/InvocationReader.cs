using Amazon.Lambda.Core;
using Remediator.Findings;
using Remediator.Steps;

namespace Remediator.Aws.Hosting;

/// <summary>The platform's context → <see cref="Invocation"/>. The own account is the one in the invoked function's ARN.</summary>
public static class InvocationReader
{
    /// <summary>What an invocation gets whose platform states no deadline, as Amazon.Lambda.TestTool does.</summary>
    private static readonly TimeSpan Unstated = TimeSpan.FromSeconds(30);

    /// <summary>A deadline that is missing is read as 1970 by the official Amazon.Lambda.RuntimeSupport, and leaves none at all by our own.</summary>
    private static readonly TimeSpan LongAgo = TimeSpan.FromDays(-365);

    /// <summary>The invocation; or null, and a problem that says what was read and what was expected.</summary>
    public static Invocation? Read(ILambdaContext context, DateTimeOffset now, out string? problem)
    {
        problem = null;
        if (context.InvokedFunctionArn?.Split(':') is ["arn", { Length: > 0 } partition, "lambda", { Length: > 0 } region, { Length: 12 } account, "function", var name, ..])
            return new(account, partition, now + Left(context.RemainingTime)) { Region = region, Session = name, Holder = Guid.NewGuid().ToString("N") };
        problem = $"the invoked function's ARN is `{SafeText.Line(context.InvokedFunctionArn, 200)}`: expected `arn:PARTITION:lambda:REGION:ACCOUNT:function:NAME`";
        return null;
    }

    private static TimeSpan Left(TimeSpan remaining) => remaining == TimeSpan.Zero || remaining < LongAgo ? Unstated : remaining;
}
