namespace Remediator.Aws.Sts;

/// <summary>Who runs this process, as AWS sees it.</summary>
/// <param name="Account">12 digits.</param>
/// <param name="Arn">As STS says it: for a role it is the session's, <c>arn:aws:sts::111122223333:assumed-role/ROLE/SESSION</c>, which
/// CloudTrail shows for the same caller too. The session's name is chosen by whoever assumed the role: hostile until escaped.</param>
public sealed record Caller(string Account, string Arn);
