using System.Globalization;
using Remediator.Remediations;
using Remediator.Verdicts;

namespace Remediator.Findings;

/// <summary>The one line that a phone shows: what was done, to which port, on which group.</summary>
/// <remarks>Printable ASCII, begins with a letter, 1 to 99 characters:
/// https://docs.aws.amazon.com/sns/latest/api/API_Publish.html. Where room is short, the permission is cut and the group stays.</remarks>
internal static class NoticeSubject
{
    public const int Most = 99;

    /// <param name="told">In <see cref="NoticeOrder"/>; not empty.</param>
    public static string Of(Report report, ImmutableArray<Handled> told)
    {
        var more = told.Length == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" and {told.Length - 1} more");
        var end = $"{more} on {SafeText.Ascii(report.Group.GroupId, 24)}";
        var start = $"Remediator {Verb(told[0])} ";
        var permission = PermissionText.Of(told[0].Verdict.Permission, report.Group);
        return start + SafeText.Ascii(permission, Most - start.Length - end.Length) + end;
    }

    private static string Verb(Handled first) => first.Outcome switch
    {
        Outcome.Failed => "FAILED to close",
        Outcome.OpenedAgain => "found reopened",
        Outcome.Revoked => "closed",
        Outcome.Observed => "would close",
        _ when first.Verdict.Decision == Decision.Undecided => "could not judge",
        _ => "found forbidden",
    };
}
