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
        .. lacks.OrderBy(l => l.Outcome == Outcome.Missing ? 0 : 1).ThenByDescending(l => l.Severity)
            .ThenBy(l => l.RuleId, StringComparer.Ordinal).ThenBy(l => l.Permission.Content, StringComparer.Ordinal),
    ];

    /// <summary>Begins a subject: what was done.</summary>
    public static string Verb(Absence lack) => lack.Outcome == Outcome.Restored ? "put back" : "found missing";

    public static string Ending(Absence lack)
    {
        var detail = SafeText.Line(lack.Detail, MostOfDetail);
        if (lack.Outcome == Outcome.Restored) return $"put back, and verified to be there{(detail.Length > 0 ? $" ({detail})" : "")}";
        return $"still missing: {(detail.Length > 0 ? detail : $"{SafeText.Line(lack.RuleId, 64)} asks to tell, not to act")}";
    }

    public static string Origin(Absence lack) => lack.Kind == RuleKind.Baseline
        ? $"baseline {SafeText.Line(lack.RuleId, 64)} names it in entry {SafeText.Line(lack.Entry, 64)}"
        : Forbids(lack.RuleId);

    /// <summary>The change controls that it was closed against, one line each.</summary>
    public static IEnumerable<string> Against(Absence lack) => lack.Against.Take(NoticeWhat.MostListed).Select(Forbids);

    private static string Forbids(string changeControl) => $"{SafeText.Line(changeControl, 64)} does not allow whoever closed it to change this group";
}
