namespace Remediator.Threats;

/// <summary>A finding type, <c>Purpose:Resource/Family.Mechanism!Artifact</c>, taken apart.
/// https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_finding-format.html</summary>
/// <param name="Text">As GuardDuty wrote it.</param>
/// <param name="Purpose">Such as <c>UnauthorizedAccess</c>.</param>
/// <param name="Resource">Such as <c>EC2</c>, <c>RDS</c>, <c>Lambda</c>, <c>IAMUser</c>.</param>
/// <param name="Family">Such as <c>SSHBruteForce</c>; without mechanism and artifact.</param>
public sealed record ThreatType(string Text, string Purpose, string Resource, string Family)
{
    public override string ToString() => Text;
}
