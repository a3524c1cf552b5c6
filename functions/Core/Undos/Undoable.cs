using Remediator.Findings;
using Remediator.Grants;
using Remediator.Ledger;
using Remediator.Remediations;

namespace Remediator.Undos;

/// <summary>Whether an entry is one that can be undone, whatever the group shows.</summary>
internal static class Undoable
{
    private const int MostOfText = 200;

    /// <summary>The entry of an attempt that came to its end; null for any other.</summary>
    public static Entry? Entry(Attempt attempt) =>
        attempt.FinishedAt is { } at ? new(attempt.Claim, attempt.Progress, attempt.Progress.Calls, at) : null;

    public static Refusal NoKey(string key) => new(
        $"{Shown(key)} is no key of an entry", $"a key is {UndoKey.Form}; it stands in the notice as `noticeId`, and in the finding");

    /// <summary>Empty when it can.</summary>
    public static ImmutableArray<Refusal> WhyNot(UndoRequest request, Attempt? attempt)
    {
        if (attempt is null)
            return [new($"the table holds no entry {Shown(request.Key)}, and no measure of this id", "look for a typing error, and check that table and region are those of the function; entries are kept for 400 days")];
        var state = attempt switch
        {
            { Undone: { } undone } => Undone(undone, attempt),
            { HeldUntil: not null } => Held(attempt, request),
            { FinishedAt: null } => new Refusal("it is not finished: its event is still being handled, or comes again", "run the same command again when the notice says what was done"),
            _ => NothingDone(Entry(attempt)!, request),
        };
        var foreign = attempt.Claim.Plan.Group.Account == request.Account ? null : new Refusal(
            $"the group is in account `{SafeText.Line(attempt.Claim.Plan.Group.Account, 20)}`, and you are signed in to `{SafeText.Line(request.Account, 20)}`", "use credentials of the group's account");
        return [.. new[] { state, foreign }.OfType<Refusal>()];
    }

    private static Refusal Undone(Undoing undone, Attempt attempt)
    {
        var group = attempt.Claim.Plan.Group;
        var opened = Entry(attempt)?.Undo.SelectMany(r => r.Permissions).Select(p => OwnCommand.Lease(group, p, TimeSpan.FromHours(8))).OfType<string>().FirstOrDefault();
        var how = opened is null ? "look at the group as it is now" : $"to open it once more: `{opened}`";
        return new($"it was undone before, {TimeText.Of(undone.At)}, by `{SafeText.Line(undone.By, MostOfText)}`", how);
    }

    /// <summary>Some of it may have been done all the same; and against an attack no waiver holds that is granted before.</summary>
    private static Refusal Held(Attempt attempt, UndoRequest request)
    {
        var release = $"`remediator release {request.Key}` lets it go now";
        var done = new Entry(attempt.Claim, attempt.Progress, [], attempt.Claim.At).Undo.SelectMany(r => r.Permissions).ToList();
        if (done.Count == 0)
            return new("nothing was done yet: a guardrail holds it back", attempt.Claim.Threat is null ? $"{release}; to keep the hole open, grant a waiver before its time comes: {Waive(attempt, request.For)}" : release);
        var open = done.Select(p => OwnCommand.Lease(attempt.Claim.Plan.Group, p, request.For)).OfType<string>().FirstOrDefault();
        return new("a guardrail holds some of it back, and all of it can be undone once that is over", $"{release}, and the same command undoes it then{(open is null ? "" : $"; to open at once what was closed: `{open}`")}");
    }

    /// <summary>Null where something was done.</summary>
    private static Refusal? NothingDone(Entry entry, UndoRequest request)
    {
        if (!entry.Undo.IsEmpty || !entry.UndoCreated.IsEmpty) return null;
        var outcomes = entry.Progress.Handled.Select(h => h.Outcome).ToHashSet();
        var group = entry.Claim.Plan.Group;
        var first = entry.Claim.Verdicts.IsEmpty ? null : entry.Claim.Verdicts[0].Permission;
        var why = $"nothing was done, so that nothing can be undone: {string.Join("; ", outcomes.Order().Select(Said))}";
        if (first is null) return new("nothing was done, so that nothing can be undone", "look at the group as it is now");
        return new(why, outcomes.Contains(Outcome.Missing)
            ? Quoted("to open it", OwnCommand.Lease(group, first, request.For))
            : outcomes.Contains(Outcome.Gone) ? Quoted("to open it again", OwnCommand.Lease(group, first, request.For))
            : Quoted("to let it stay", OwnCommand.Waive(group, first, request.For)));
    }

    private static string Said(Outcome outcome) => outcome switch
    {
        Outcome.Observed => "it was only observed, and left as it was",
        Outcome.Told => "it was only told, and left as it was",
        Outcome.Failed => "acting on it failed",
        Outcome.Gone => "somebody else had put it right before",
        Outcome.Missing => "what was missing was not put back",
        Outcome.Held => "a guardrail held it back",
        _ => "what was done left nothing to undo",
    };

    private static string Waive(Attempt attempt, TimeSpan time)
    {
        var permission = attempt.Claim.Verdicts.Select(v => v.Permission).FirstOrDefault();
        return permission is null || OwnCommand.Waive(attempt.Claim.Plan.Group, permission, time) is not { } line ? "`remediator waive --help`" : $"`{line}`";
    }

    private static string Quoted(string what, string? line) => line is null ? "look at the group as it is now" : $"{what}: `{line}`";

    private static string Shown(string key) => $"`{SafeText.Ascii(key.Replace('`', '?'), 80)}`";
}
