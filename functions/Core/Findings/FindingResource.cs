namespace Remediator.Findings;

/// <summary>The security group that a finding is about.</summary>
public sealed record FindingResource(string Arn, string Partition, string Region, string Account, string GroupId);
