using Amazon.Lambda.Core;
using Remediator.Steps;

namespace Remediator.OnSecurityGroupChange;

/// <summary>The platform's context → <see cref="Invocation"/>. The own account is the one in the invoked function's ARN.</summary>
internal static class InvocationReader
{
    public static Invocation Read(ILambdaContext context, DateTimeOffset now)
    {
        if (context.InvokedFunctionArn?.Split(':') is not ["arn", var partition, "lambda", _, var account, "function", ..])
            throw new EventFailedException([$"the invoked function's ARN is `{context.InvokedFunctionArn}`: expected `arn:PARTITION:lambda:REGION:ACCOUNT:function:NAME`"]);
        return new(account, partition, now + context.RemainingTime);
    }
}
