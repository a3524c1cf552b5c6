using Remediator.Cli.Audits;
using Remediator.Findings;
using Remediator.Verdicts;

namespace Remediator.Cli.Screens;

/// <summary>What <c>audit</c> shows: where it looked, what is wrong group by group, and the sums.</summary>
internal static class AuditText
{
    public static void Write(Screen screen, AuditReport audit, bool all)
    {
        WriteHead(screen, audit);
        var rows = audit.Groups.Select(group => (group, Rows: group.Verdicts.Where(v => all || v.Decision != Decision.Compliant)
            .Select(v => AuditRow.Of(v, group.Group.Key)).ToList())).ToList();
        var widths = AuditRow.Widths(rows.SelectMany(r => r.Rows));
        foreach (var (group, shown) in rows.Where(r => all || r.Rows.Count > 0 || r.group.HasRemarks))
        {
            screen.Blank();
            screen.Write(Title(group));
            foreach (var row in shown) row.Write(screen, widths);
            RemarksText.Write(screen, group);
        }

        screen.Blank();
        screen.Write(Sums(audit));
    }

    private static void WriteHead(Screen screen, AuditReport audit)
    {
        var policy = audit.Policy;
        screen.Write(new Line().Add("policy  ", Tone.Quiet)
            .Add($"{SafeText.Line(policy.Source, 200)} ({policy.Digest}): {Counted.Of(policy.Rules.Select(r => r.Id).Distinct().Count(), "rule")}, {(policy.Mode == Policies.Mode.Enforce ? "enforces" : "only observes")}"));
        screen.Write(new Line().Add("looked  ", Tone.Quiet)
            .Add($"{File(audit.Files.Groups!)}: {Counted.Of(audit.Groups.Length, "group")}, {Counted.Of(audit.Permissions, "permission")}; {Places(audit)}"));
        if (audit.Files.Rules is { } rules) screen.Write(new Line().Add("        ").Add($"{File(rules)}: ids and tags of rules"));
        if (audit.Files.PrefixLists is { } lists) screen.Write(new Line().Add("        ").Add($"{File(lists)}: prefix lists"));
        if (audit.Files.Interfaces is { } interfaces) screen.Write(new Line().Add("        ").Add($"{File(interfaces)}: network interfaces"));
    }

    private static string File(string path) => path == "-" ? "standard input" : SafeText.Line(path, 200);

    private static string Places(AuditReport audit) =>
        $"{Named("account", audit.Accounts)}, {Named("region", audit.Regions)}";

    private static string Named(string what, ImmutableArray<string> names) => names.Length switch
    {
        0 => $"no {what}",
        1 => $"{what} {SafeText.Line(names[0], 40)}",
        <= 4 => $"{what}s {string.Join(", ", names.Select(n => SafeText.Line(n, 40)))}",
        _ => Counted.Of(names.Length, what),
    };

    private static Line Title(GroupAudit audit)
    {
        var (group, line) = (audit.Group, Line.Of(audit.Group.Key.GroupId, Tone.Strong));
        if (group.Name is { } name) line.Add("  ").Add(SafeText.Line(name, 100));
        if (group.VpcId is { } vpc) line.Add("  ").Add(SafeText.Line(vpc, 40), Tone.Quiet);
        return audit.Exposure is { } exposure ? line.Add("  ").Add(ExposureText.Of(exposure), Tone.Quiet) : line;
    }

    private static Line Sums(AuditReport audit)
    {
        var (violations, undecided, waived) = (audit.Count(Decision.Violation), audit.Count(Decision.Undecided), audit.Count(Decision.Waived));
        var mark = Marks.Of(violations > 0 ? Decision.Violation : undecided > 0 ? Decision.Undecided : Decision.Compliant);
        var affected = audit.Groups.Count(g => !g.IsClean);
        var where = affected == 0 ? "" : $" in {Counted.Number(affected)} of {Counted.Of(audit.Groups.Length, "group")}";
        var others = $"{Counted.Number(undecided)} undecided{(waived > 0 ? $", {Counted.Number(waived)} waived" : "")}{where}, {Counted.Number(audit.Count(Decision.Compliant))} compliant";
        return new Line().Add($"{mark.Sign} ", mark.Tone).Add($"{Counted.Of(violations, "violation")}, {others}{Remarks(audit)}");
    }

    private static string Remarks(AuditReport audit)
    {
        var (missing, redundant, lapses) = (audit.Groups.Sum(g => g.Lacks.Length), audit.Groups.Sum(g => g.Redundant.Length), audit.Groups.Sum(g => g.Lapses.Length));
        var parts = new List<string>(3);
        if (missing > 0) parts.Add($"{Counted.Number(missing)} missing");
        if (redundant > 0) parts.Add($"{Counted.Number(redundant)} redundant");
        if (lapses > 0) parts.Add(Counted.Of(lapses, "lapse"));
        return parts.Count == 0 ? "" : $"; {string.Join(", ", parts)}";
    }
}
