namespace Remediator.Findings;

/// <summary>The part of a notice on what is not there though it should be.</summary>
internal static class NoticeMissing
{
    public static IEnumerable<string> Lines(Report report)
    {
        var lacks = AbsenceText.Order(report.Lacks);
        foreach (var lack in lacks.Take(NoticeWhat.MostListed))
        {
            yield return $"- {PermissionText.Of(lack.Permission, report.Group)}";
            yield return $"  {AbsenceText.Origin(lack)}";
            foreach (var line in AbsenceText.Against(lack)) yield return $"  {line}";
            if (SafeText.Line(lack.Why, 300) is { Length: > 0 } why) yield return $"  {why}";
            yield return $"  {AbsenceText.Ending(lack)}";
        }

        if (NoticeWhat.More(lacks.Length, "permission") is { } more) yield return more;
    }
}
