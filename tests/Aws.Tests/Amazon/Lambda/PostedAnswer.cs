using System.Text;

namespace Remediator.Aws.Tests.Amazon.Lambda;

/// <summary>What a function posted: <c>response</c>, <c>error</c> or <c>init/error</c>, and for which invocation.</summary>
public sealed record PostedAnswer(string Kind, string? RequestId, byte[] Body, string? ErrorType)
{
    public string Text => Encoding.UTF8.GetString(Body);
}
