using System.Globalization;
using System.Numerics;
using Remediator.Groups;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Verdicts;

namespace Remediator.Findings;

/// <summary>The product fields of a finding: what programs filter and count by. Fewer than 50, each key under 128 characters.</summary>
internal static class FindingFields
{
    public static ImmutableSortedDictionary<string, string> Of(Report report, Handled handled, Reason reason)
    {
        var fields = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in Said(report, handled, reason).Concat(Permission(report, handled.Verdict)).Concat(Event(report)).Concat(Attack(report, handled)))
        {
            // A value without a visible character is refused by the service: such a field is left out.
            if (SafeText.Line(value, FindingLimits.FieldValue) is { Length: > 0 } safe) fields.Add($"remediator/{key}", safe);
        }

        return fields.ToImmutable();
    }

    private static IEnumerable<(string Key, string? Value)> Said(Report report, Handled handled, Reason reason)
    {
        yield return ("key", report.Key);
        yield return ("decision", OutcomeText.Name(reason.Decision));
        yield return ("outcome", OutcomeText.Name(handled.Outcome));
        yield return ("detail", handled.Detail);
        yield return ("rule", reason.Rule.Id);
        yield return ("ruleName", reason.Rule.Name);
        yield return ("ruleKind", reason.Rule.Kind switch { RuleKind.Baseline => "baseline", RuleKind.ChangeControl => "changes", RuleKind.Threat => "threat", _ => "rule" });
        yield return ("because", reason.Because);
        yield return ("remainder", handled.Verdict.Remainder.IsEmpty ? null : string.Join("; ", handled.Verdict.Remainder.Select(p => PermissionText.Of(p, report.Group))));
        yield return ("ruleObserves", reason.Observing ? "true" : "false");
        yield return ("policy", report.Policy);
        yield return ("closedAt", handled.Outcome is Outcome.Revoked or Outcome.Trimmed && report.ClosedAt is { } closed ? TimeText.Iso(closed) : null);
    }

    private static IEnumerable<(string Key, string? Value)> Permission(Report report, Verdict verdict)
    {
        var permission = verdict.Permission;
        yield return ("permission", PermissionText.Of(permission, report.Group));
        yield return ("direction", permission.Direction == Direction.Ingress ? "ingress" : "egress");
        yield return ("protocol", permission.Protocol == "-1" ? "all" : permission.Protocol);
        yield return ("fromPort", permission.FromPort?.ToString(CultureInfo.InvariantCulture));
        yield return ("toPort", permission.ToPort?.ToString(CultureInfo.InvariantCulture));
        yield return ("peer", permission.Peer.Text);
        yield return ("securityGroupRuleId", permission.RuleId);
        yield return ("forbiddenIPv4Addresses", Digits(verdict.IPv4Addresses));
        yield return ("forbiddenIPv6Addresses", Digits(verdict.IPv6Addresses));
        yield return ("shareOfInternet", verdict.ShareOfInternet.ToString("R", CultureInfo.InvariantCulture));
    }

    private static IEnumerable<(string Key, string? Value)> Event(Report report)
    {
        var (change, certain) = (report.Change, Blame.IsCertain(report));
        yield return ("eventId", change.EventId);
        yield return ("eventName", change.EventName);
        yield return ("eventTime", TimeText.Iso(change.Time));
        yield return ("requestId", change.RequestId);
        yield return ("actor", certain ? change.Actor.Arn : null);
        yield return ("sourceAddress", certain ? change.Actor.SourceAddress : null);
        yield return ("via", certain ? change.Actor.Via.ToString() : null);
    }

    private static IEnumerable<(string Key, string? Value)> Attack(Report report, Handled handled)
    {
        if (report.Threat is not { } threat) yield break;
        yield return ("guardDutyFinding", threat.Id);
        yield return ("guardDutyType", threat.Type.Text);
        yield return ("guardDutySeverity", AttackLines.Number(threat));
        yield return ("guardDutyCount", threat.Count.ToString(CultureInfo.InvariantCulture));
        yield return ("remoteAddresses", AttackLines.Who(threat));
        yield return ("attacked", AttackLines.Target(threat));
        yield return ("suspendedUntil", DoorText.IsSuspended(handled) && report.SuspendedUntil is { } until ? TimeText.Iso(until) : null);
        if (!report.Openings.TryGetValue(handled.Verdict.Permission, out var opening)) yield break;
        yield return ("openedBy", opening.Actor.Arn);
        yield return ("openedFrom", opening.Actor.SourceAddress);
        yield return ("openedAt", TimeText.Iso(opening.At));
        yield return ("openingEventId", opening.EventId);
    }

    private static string Digits(BigInteger count) => count.ToString(CultureInfo.InvariantCulture);
}
