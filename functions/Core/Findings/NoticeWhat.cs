using System.Globalization;
using Remediator.Remediations;

namespace Remediator.Findings;

/// <summary>Each permission, how much of the internet it let in, and what became of it.</summary>
internal static class NoticeWhat
{
    /// <summary>How many of anything a notice lists before it counts the rest.</summary>
    public const int MostListed = 10;

    public static IEnumerable<string> Lines(Report report, ImmutableArray<Handled> told)
    {
        foreach (var handled in told.Take(MostListed))
        {
            yield return $"- {PermissionText.Of(handled.Verdict.Permission, report.Group)}";
            foreach (var line in Details(handled)) yield return $"  {line}";
        }

        if (More(told.Length, "permission") is { } more) yield return more;
    }

    /// <summary>The line that counts what was not listed; null when everything was.</summary>
    public static string? More(int all, string what) => all <= MostListed
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"and {all - MostListed} more {what}{(all - MostListed == 1 ? "" : "s")}");

    private static IEnumerable<string> Details(Handled handled)
    {
        if (ExtentText.Of(handled.Verdict) is { } extent) yield return $"forbidden: {extent}";
        yield return OutcomeText.Of(handled);
        if (!string.IsNullOrWhiteSpace(handled.Verdict.Permission.Description))
            yield return $"described as {SafeText.Quote(handled.Verdict.Permission.Description, 200)}";
    }
}
