namespace Remediator.Benchmarks.Peers;

/// <summary>A call of AWS as it came in.</summary>
/// <param name="FirstByteAt">As <see cref="System.Diagnostics.Stopwatch.GetTimestamp"/> counts.</param>
/// <param name="Service">The signature's scope: `ec2`, `sns`, `securityhub`, `dynamodb`.</param>
/// <param name="Operation">The query protocol's Action, the JSON protocol's target, or method and path.</param>
internal sealed record SeenCall(long FirstByteAt, string Service, string Operation, string Method, string Path, string ContentType, string Body)
{
    public bool IsOfTable => Service == "dynamodb";

    public bool IsRevoke => Operation == "RevokeSecurityGroupIngress";
}
