using Remediator.Cli.Audits;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Verdicts;

namespace Remediator.Cli.Screens;

/// <summary>What an audit tells of a group besides verdicts, one line each.</summary>
internal static class RemarksText
{
    public static void Write(Screen screen, GroupAudit audit)
    {
        var key = audit.Group.Key;
        foreach (var lack in audit.Lacks) screen.Write(Of(lack, key));
        foreach (var redundant in audit.Redundant)
        {
            screen.Write(new Line().Add("  = redundant  ", Tone.Quiet).Add(PermissionText.Of(redundant.Permission, key), Tone.Strong)
                .Add($"  admitted by {RemainderText.Of(redundant.Covers, key)}", Tone.Quiet));
        }

        foreach (var lapse in audit.Lapses) screen.Write(Of(lapse, key));
    }

    private static Line Of(Lack lack, GroupKey key)
    {
        var what = lack.Missing.IsEmpty ? "something" : RemainderText.Of(lack.Missing, key);
        var line = new Line().Add("  - missing    ", Tone.Doubt).Add(what, Tone.Strong)
            .Add($"  {SafeText.Line($"{lack.Baseline.Id} {lack.Entry.Id}", 120)}{(lack.Entry.Why.Length == 0 ? "" : $": {SafeText.Line(lack.Entry.Why, 200)}")}");
        if (lack.WhyNotRestored is { } why) return line.Add($"; not put back: {SafeText.Line(why, 300)}", Tone.Quiet);
        return lack.Baseline.Restore ? line.Add("; would be put back", Tone.Quiet) : line;
    }

    private static Line Of(Lapse lapse, GroupKey key)
    {
        var requirement = lapse.Requirement;
        var (sign, tone) = lapse.IsKnown ? ("  ! lapse      ", Tone.Doubt) : ("  ? not known  ", Tone.Quiet);
        var what = lapse.Permission is { } permission ? PermissionText.Of(permission, key) : "the group";
        return new Line().Add(sign, tone).Add(what, Tone.Strong)
            .Add($"  {SafeText.Line($"{requirement.Id} {requirement.Name}", 150)}: expected {SafeText.Line(lapse.Expected, 200)}, read {SafeText.Line(lapse.Read, 200)}");
    }
}
