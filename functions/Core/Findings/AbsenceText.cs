using System.Globalization;
using Remediator.Groups;
using Remediator.Policies;
using Remediator.Remediations;

namespace Remediator.Findings;

/// <summary>What is not there though it should be, and what became of it.</summary>
internal static class AbsenceText
{
    private const int MostOfDetail = 300;

    /// <summary>The most urgent first.</summary>
    public static ImmutableArray<Absence> Order(ImmutableArray<Absence> lacks) =>
    [
        .. lacks.OrderBy(l => l.Outcome switch { Outcome.Failed => 0, Outcome.Missing => 1, Outcome.Restored => 2, _ => 3 })
            .ThenByDescending(l => l.Severity).ThenBy(l => l.RuleId, StringComparer.Ordinal).ThenBy(l => l.Entry, StringComparer.Ordinal),
    ];

    /// <summary>Begins a line or a subject: what was done.</summary>
    public static string Verb(Absence lack) => lack.Outcome switch
    {
        Outcome.Restored => "put back",
        Outcome.Failed => "FAILED to put back",
        Outcome.Observed => "would put back",
        _ => "found missing",
    };

    /// <summary>One permission by itself, several by their number, and where none can be told, the baseline's entry.</summary>
    public static string What(Absence lack, GroupKey own) => lack.Permissions.Length switch
    {
        0 => $"what entry {SafeText.Ascii(lack.Entry, 64)} names",
        1 => PermissionText.Of(lack.Permissions[0], own),
        var count => string.Create(CultureInfo.InvariantCulture, $"{count} permissions"),
    };

    public static string Ending(Absence lack) => lack.Outcome switch
    {
        Outcome.Restored => "put back, and verified to be there",
        Outcome.Failed => $"not put back: that failed{Detail(lack, " (", ")")}",
        Outcome.Observed => $"not put back{Detail(lack, ": ", "")}; it would have been",
        _ => $"not put back: {(Detail(lack, "", "") is { Length: > 0 } detail ? detail : $"{SafeText.Line(lack.RuleId, 64)} asks to tell, not to act")}",
    };

    public static string Origin(Absence lack) => lack.Kind == RuleKind.Baseline
        ? $"baseline {SafeText.Line(lack.RuleId, 64)} names it in entry {SafeText.Line(lack.Entry, 64)}"
        : $"{SafeText.Line(lack.RuleId, 64)} does not allow whoever closed it to change this group";

    private static string Detail(Absence lack, string before, string after) =>
        SafeText.Line(lack.Detail, MostOfDetail) is { Length: > 0 } detail ? $"{before}{detail}{after}" : "";
}
