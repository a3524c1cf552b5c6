using Remediator.Cli.Live;
using Remediator.Cli.Screens;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Policies;
using Remediator.Undos;

namespace Remediator.Cli.Undos;

/// <summary>What <c>undo</c> shows.</summary>
internal sealed class UndoText(string key, TimeProvider clock)
{
    private const int Width = 11;

    public ImmutableArray<Line> Planned(UndoPlan plan, ImmutableArray<Permission> putBack, ImmutableArray<Permission> takeAway) =>
    [
        Head("· ", Tone.Doubt, "would be undone", plan),
        .. Waivers(plan, "would grant"),
        .. putBack.Select(p => Detail("would open", Described(p, plan.Group))),
        .. takeAway.Select(p => Detail("would take", Described(p, plan.Group))),
        .. After(plan, plan.Remarks),
        Line.Of("  nothing was changed; without --dry-run it is done", Tone.Quiet),
    ];

    public ImmutableArray<Line> Done(UndoPlan plan, ImmutableArray<Permission> putBack, ImmutableArray<Permission> takenAway, ImmutableArray<string> remarks) =>
    [
        Head("✓ ", Tone.Good, "undone", plan),
        .. Waivers(plan, "waiver"),
        .. putBack.Select(p => Detail("put back", Described(p, plan.Group))),
        .. takenAway.Select(p => Detail("took away", Described(p, plan.Group))),
        .. After(plan, remarks),
    ];

    private Line Head(string mark, Tone tone, string what, UndoPlan plan) => new Line().Add(mark, tone).Add(key, Tone.Strong)
        .Add($": {what} in {SafeText.Ascii(plan.Group.GroupId, 80)} ({SafeText.Ascii(plan.Group.Account, 20)}, {SafeText.Ascii(plan.Group.Region, 40)})");

    private IEnumerable<Line> Waivers(UndoPlan plan, string what)
    {
        var waivers = plan.Waivers.Select(a => a.Waiver).ToList();
        foreach (var waiver in waivers) yield return Detail(what, $"{SafeText.Ascii(waiver.Id, 40)}: {Grants.AgreementText.Scope(waiver)}");
        if (waivers.Count == 0) yield break;
        yield return Detail("until", new LiveTime(clock).Of(waivers.Min(w => w.Until)));
        yield return Detail("owner", SafeText.Line(waivers[0].Owner, 300));
        yield return Detail("reason", SafeText.Quote(waivers[0].Reason, 600));
    }

    private static IEnumerable<Line> After(UndoPlan plan, ImmutableArray<string> remarks)
    {
        foreach (var remark in remarks) yield return Detail("note", SafeText.Line(remark, 600));
        // The attack is no rule: the same finding does not come back to what was undone.
        var rules = plan.Entry.Claim.Verdicts.SelectMany(v => v.Rules.Except(v.Reasons.Where(r => r.Rule.Kind == RuleKind.Threat).Select(r => r.Rule.Id))).Distinct().Select(id => SafeText.Line(id, 64)).ToList();
        if (rules.Count > 0) yield return Detail("then", $"once the waiver ends, {string.Join(", ", rules.Take(5))}{(rules.Count > 5 ? " and others" : "")} may act on it again; `remediator lease close ID` ends a waiver earlier");
    }

    /// <summary>Somebody else wrote description and tags.</summary>
    private static string Described(Permission permission, GroupKey group)
    {
        var id = permission.RuleId is { } rule ? $" as {SafeText.Ascii(rule, 60)}" : "";
        var description = string.IsNullOrEmpty(permission.Description) ? "" : $" {SafeText.Quote(permission.Description, 260)}";
        var tags = permission.Tags.IsEmpty ? "" : $" [{string.Join(", ", permission.Tags.Select(t => $"{SafeText.Line(t.Key, 128)}={SafeText.Line(t.Value, 256)}"))}]";
        return $"{PermissionText.Of(permission, group)}{id}{description}{tags}";
    }

    private static Line Detail(string what, string text) => new Line().Add("  ").AddPadded(what, Width, Tone.Quiet).Add(text);
}
