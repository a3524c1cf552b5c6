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
            foreach (var line in Details(report, handled)) yield return $"  {line}";
        }

        if (More(told.Length, "permission") is { } more) yield return more;
    }

    /// <summary>The line that counts what was not listed; null when everything was.</summary>
    public static string? More(int all, string what) => all <= MostListed
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"and {all - MostListed} more {what}{(all - MostListed == 1 ? "" : "s")}");

    private static IEnumerable<string> Details(Report report, Handled handled)
    {
        if (ExtentText.Of(handled.Verdict) is { } extent) yield return $"{(DoorText.IsAllowed(handled.Verdict) ? "admits" : RuleText.Label(handled.Verdict))}: {extent}";
        yield return OutcomeText.Of(handled);
        foreach (var line in TrimText.Lines(handled, report.Group)) yield return line;
        foreach (var waiver in handled.Verdict.Waivers.Take(MostListed))
            yield return $"part of it is waived until {TimeText.Of(waiver.Until)} by {SafeText.Line(waiver.Owner, 200)}: {SafeText.Quote(waiver.Reason, 200)}";
        if (!string.IsNullOrWhiteSpace(handled.Verdict.Permission.Description))
            yield return $"described as {SafeText.Quote(handled.Verdict.Permission.Description, 200)}";
    }
}
