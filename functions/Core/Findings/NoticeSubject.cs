using System.Globalization;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Verdicts;

namespace Remediator.Findings;

/// <summary>The one line that a phone shows: what was done, to which port, on which group.</summary>
/// <remarks>Printable ASCII, begins with a letter, 1 to 99 characters:
/// https://docs.aws.amazon.com/sns/latest/api/API_Publish.html. Where room is short, the permission is cut and the group stays.</remarks>
internal static class NoticeSubject
{
    public const int Most = 99;

    /// <param name="told">In <see cref="NoticeOrder"/>; where it is empty, something is missing.</param>
    public static string Of(Report report, ImmutableArray<Handled> told)
    {
        var count = told.Length + report.Lacks.Length;
        var more = count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" and {count - 1} more");
        var end = $"{more} on {SafeText.Ascii(report.Group.GroupId, 24)}";
        var (verb, permission) = First(report, told);
        var start = $"Remediator {verb} ";
        return start + SafeText.Ascii(permission, Most - start.Length - end.Length) + end;
    }

    private static (string Verb, string Permission) First(Report report, ImmutableArray<Handled> told)
    {
        if (NoticeFight.Of(report, told) is { } fight) return ("in a FIGHT over", PermissionText.Of(fight.Verdict.Permission, report.Group));
        if (!told.IsEmpty) return (Verb(told[0]), PermissionText.Of(told[0].Verdict.Permission, report.Group));
        var lack = AbsenceText.Order(report.Lacks)[0];
        return (AbsenceText.Verb(lack), PermissionText.Of(lack.Permission, report.Group));
    }

    private static string Verb(Handled first) => first.Outcome switch
    {
        Outcome.Failed => TrimText.IsTrim(first.Verdict) ? $"FAILED to cut down{Attacked(first)}" : $"FAILED to close{Attacked(first)}",
        Outcome.Held => $"held back{Attacked(first)}",
        Outcome.OpenedAgain => "found reopened",
        Outcome.Revoked when DoorText.IsSuspended(first.Verdict) => "suspended attacked",
        Outcome.Revoked => $"closed{Attacked(first)}",
        Outcome.Trimmed => $"cut down{Attacked(first)}",
        Outcome.Observed when DoorText.IsSuspended(first.Verdict) => "would suspend attacked",
        Outcome.Observed => TrimText.IsTrim(first.Verdict) ? $"would cut down{Attacked(first)}" : $"would close{Attacked(first)}",
        _ when first.Verdict.Decision == Decision.Undecided => "could not judge",
        _ => DoorText.IsAllowed(first.Verdict) ? "found attacked" : $"found{Attacked(first)} {RuleText.Word(first.Verdict)}",
    };

    /// <summary>Between verb and permission.</summary>
    private static string Attacked(Handled first) => first.Verdict.Reasons.Any(r => r.Rule.Kind == RuleKind.Threat) ? " attacked" : "";
}
