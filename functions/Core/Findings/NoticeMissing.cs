namespace Remediator.Findings;

/// <summary>The part of a notice on what is not there though it should be.</summary>
internal static class NoticeMissing
{
    public static IEnumerable<string> Lines(Report report)
    {
        var lacks = AbsenceText.Order(report.Lacks);
        foreach (var lack in lacks.Take(NoticeWhat.MostListed))
        {
            foreach (var permission in lack.Permissions.Take(NoticeWhat.MostListed)) yield return $"- {PermissionText.Of(permission, report.Group)}";
            if (NoticeWhat.More(lack.Permissions.Length, "permission") is { } rest) yield return $"  {rest}";
            if (lack.Permissions.IsEmpty) yield return $"- {AbsenceText.What(lack, report.Group)}";
            yield return $"  {AbsenceText.Origin(lack)}";
            if (SafeText.Line(lack.Why, 300) is { Length: > 0 } why) yield return $"  {why}";
            yield return $"  {AbsenceText.Ending(lack)}";
        }

        if (NoticeWhat.More(lacks.Length, "gap") is { } more) yield return more;
    }
}
