using Remediator.Findings;
using Remediator.Grants;
using Remediator.Groups;
using Remediator.Ledger;

namespace Remediator.Undos;

/// <summary>The record of an entry and what the group shows now → what is to be changed, or every reason why nothing is.</summary>
internal static class UndoPlanner
{
    /// <param name="facts">Of an entry that <see cref="Undoable"/> does not refuse.</param>
    public static UndoDecision Plan(UndoFacts facts)
    {
        var entry = Undoable.Entry(facts.Attempt)!;
        if (facts.Group is null) return new UndoDecision.Refused([GroupIsGone(entry)]);
        ImmutableArray<Permission> wanted = [.. entry.Undo.SelectMany(call => call.Permissions).Distinct().Select(p => p with { RuleId = null })];
        var returns = new Returns(facts, wanted);
        var removals = new Removals(facts.Group, wanted, [.. entry.UndoCreated.SelectMany(call => call.Permissions)]);
        ImmutableArray<Refusal> refusals = [.. returns.Refusals, .. removals.Refusals(facts.Request.For)];
        if (refusals.IsEmpty && wanted.IsEmpty && removals.ToTake.IsEmpty && !facts.IsContinued)
            refusals = [new($"nothing of what was put there stands any more: {string.Join("; ", removals.Remarks)}", "look at the group as it is now")];
        if (!refusals.IsEmpty) return new UndoDecision.Refused(refusals);
        var waivers = UndoWaivers.Of(facts, wanted, removals.Created);
        return new UndoDecision.Planned(new(facts.Request, entry)
        {
            ToGrant = [.. waivers.Except(facts.Agreements)],
            Granted = [.. waivers.Intersect(facts.Agreements)],
            PutBack = returns.Calls,
            BackAlready = returns.BackAlready,
            TakeAway = removals.Calls,
            Swaps = [.. returns.Missing.SelectMany(wide => removals.SwapsFor(entry.Progress.TrimOf(wide)))],
            IsContinued = facts.IsContinued,
            Remarks = [.. Remarks(facts), .. returns.Remarks, .. removals.Remarks],
        });
    }

    private static IEnumerable<string> Remarks(UndoFacts facts)
    {
        if (facts.IsContinued) yield return "an earlier run began this, and what it did is kept";
        if (LeftOutOf(facts.Attempt.Progress.LeftOut) is { } leftOut)
            yield return $"the record was too large for {leftOut}: what is put back has none";
        if (facts.Switch is { IsOn: true } on)
            yield return $"the kill switch is on, since {TimeText.Of(on.At)} by `{SafeText.Line(on.By, 200)}`: it does not stop what a person undoes";
    }

    private static string? LeftOutOf(LeftOut leftOut) => leftOut switch
    {
        LeftOut.Nothing => null,
        LeftOut.Tags => "the tags of permissions",
        _ => "the tags and descriptions of permissions",
    };

    private static Refusal GroupIsGone(Entry entry)
    {
        var group = entry.Claim.Plan.Group;
        return new($"EC2 does not find the group `{SafeText.Line(group.GroupId, 64)}` in `{SafeText.Line(group.Region, 40)}`: it was deleted", "what stood in it can only be opened in a new group, by whoever makes that");
    }
}
