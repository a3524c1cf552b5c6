namespace Remediator.Changes;

/// <summary>Who made a change and how. Every text here was written by somebody else: hostile until escaped.</summary>
/// <param name="Arn">The caller's ARN, or the account when CloudTrail names none.</param>
/// <param name="IssuerArn">The role behind an assumed-role session.</param>
/// <param name="SourceAddress">An address, or the AWS service that called for somebody.</param>
/// <param name="Via">How: console, CLI, a pipeline tool, an AWS service.</param>
public sealed record Actor(string Arn, string? IssuerArn, string? SourceAddress, string? UserAgent, Channel Via, bool? WithMfa);
