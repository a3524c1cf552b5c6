namespace Remediator.Changes;

/// <summary>Who made a change and how. Every text here was written by somebody else: hostile until escaped.</summary>
/// <param name="Arn">The caller's ARN; the kinds of identity that have none (a service, another account, a web user) by their best
/// name, and the event's account when CloudTrail names nobody.</param>
/// <param name="IssuerArn">The role behind an assumed-role session.</param>
/// <param name="SourceAddress">An address, or the AWS service that called for somebody.</param>
/// <param name="Via">How: console, CLI, a pipeline tool, an AWS service.</param>
public sealed record Actor(string Arn, string? IssuerArn, string? SourceAddress, string? UserAgent, Channel Via, bool? WithMfa)
{
    /// <summary>The AWS service that made the call, for itself or for somebody: <c>cloudformation.amazonaws.com</c>. Only what AWS
    /// writes (<c>userIdentity.invokedBy</c>), never what a caller may write, such as a user agent.
    /// https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html</summary>
    public string? Service { get; init; }
}
