using Remediator.Findings;
using Remediator.Groups;
using Remediator.Verdicts;

namespace Remediator.Cli.Screens;

/// <summary>One permission in the columns of an audit, and the lines below it.</summary>
internal sealed record AuditRow(Verdict Verdict, GroupKey Group, string Severity, string Service, string Peer, string Action, string Rules)
{
    /// <summary>Longer texts are not padded for: one odd row must not push all others off the screen.</summary>
    private const int Widest = 44;

    private const int MostListed = 4;

    public static AuditRow Of(Verdict verdict, GroupKey group) => new(
        verdict,
        group,
        verdict.Decision == Decision.Compliant ? "" : Words.Of(verdict.Severity),
        PermissionText.Service(verdict.Permission),
        $"{(verdict.Permission.Direction == Direction.Ingress ? "from" : "to")} {PermissionText.Peer(verdict.Permission.Peer, group)}",
        ActionText(verdict),
        string.Join(", ", verdict.Reasons.Take(MostListed).Select(r => RuleText.Of(r.Rule))) + (verdict.Reasons.Length > MostListed ? $" and {verdict.Reasons.Length - MostListed} more" : ""));

    public static (int Severity, int Service, int Peer, int Action) Widths(IEnumerable<AuditRow> rows)
    {
        var widths = (Severity: 0, Service: 0, Peer: 0, Action: 0);
        foreach (var row in rows)
        {
            widths = (Math.Max(widths.Severity, row.Severity.Length), Math.Max(widths.Service, Math.Min(Widest, row.Service.Length)),
                Math.Max(widths.Peer, Math.Min(Widest, row.Peer.Length)), Math.Max(widths.Action, row.Action.Length));
        }

        return widths;
    }

    public void Write(Screen screen, (int Severity, int Service, int Peer, int Action) widths)
    {
        var (sign, tone) = Marks.Of(Verdict.Decision);
        var line = new Line().Add("  ").Add(sign, tone).Add(" ").AddPadded(Severity, widths.Severity, Marks.Of(Verdict.Severity)).Add("  ")
            .AddPadded(Service, widths.Service, Tone.Strong).Add("  ").AddPadded(Peer, widths.Peer, Tone.Strong).Add("  ");
        screen.Write(line.AddPadded(Action, widths.Action).Add("  ").Add(Rules));
        var indent = new string(' ', 4 + widths.Severity + 2);
        foreach (var detail in Details()) screen.Write(new Line().Add(indent).Add(detail, Tone.Quiet));
    }

    private IEnumerable<string> Details()
    {
        if (Verdict.Decision == Decision.Compliant) yield break;
        if (ExtentText.Of(Verdict) is { } extent) yield return $"{(Verdict.Decision == Decision.Violation ? "forbidden" : "at most")}: {extent}";
        if (!Verdict.Remainder.IsEmpty) yield return $"keeps {RemainderText.Of(Verdict.Remainder, Group)}";
        foreach (var need in NeedsText.Lines(Verdict.Needs)) yield return need;
    }

    private static string ActionText(Verdict verdict)
    {
        if (Asked.Of(verdict) is not { } action) return "";
        return verdict.Action is null ? $"({Words.Of(action)})" : Words.Of(action);
    }
}
