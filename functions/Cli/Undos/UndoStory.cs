using System.Text.Json;
using Remediator.Cli.Inputs;
using Remediator.Cli.Live;
using Remediator.Groups;
using Remediator.Undos;

namespace Remediator.Cli.Undos;

/// <summary>How an undo went, for people and programs.</summary>
internal sealed class UndoStory(string key, bool dryRun, TimeProvider clock)
{
    private readonly UndoText _text = new(key, clock);

    public LiveAnswer Planned(UndoPlan plan)
    {
        var (putBack, takeAway) = (Wanted(plan), Created(plan));
        return new(_text.Planned(plan, putBack, takeAway), json => Fill(json, "planned", plan, putBack, takeAway, plan.Remarks));
    }

    public LiveAnswer Done(UndoPlan plan, UndoResult.Done done)
    {
        ImmutableArray<string> remarks = [.. plan.Remarks, .. done.Remarks];
        return new(_text.Done(plan, done.PutBack, done.TakenAway, remarks), json => Fill(json, "done", plan, done.PutBack, done.TakenAway, remarks));
    }

    public LiveAnswer Refused(UndoPlan? plan, ImmutableArray<Problem> refusals) =>
        new([], json => Fill(json, "refused", plan, [], [], plan?.Remarks ?? [])) { Refusals = refusals };

    public LiveAnswer Failed(UndoPlan? plan, ImmutableArray<Problem> problems) =>
        new([], json => Fill(json, "failed", plan, [], [], plan?.Remarks ?? [])) { Problems = problems };

    private static ImmutableArray<Permission> Wanted(UndoPlan plan) => [.. plan.Wanted];

    private static ImmutableArray<Permission> Created(UndoPlan plan) => [.. plan.TakeAway.SelectMany(call => call.Permissions)];

    /// <summary>The same fields in every case; what was refused or failed shows no permission, since nobody can say what of it stands.</summary>
    private void Fill(Utf8JsonWriter json, string status, UndoPlan? plan, ImmutableArray<Permission> putBack, ImmutableArray<Permission> takenAway, ImmutableArray<string> remarks)
    {
        json.WriteString("key", key);
        json.WriteString("status", status);
        json.WriteBoolean("dryRun", dryRun);
        UndoJson.Write(json, plan, putBack, takenAway, remarks, clock.GetUtcNow());
    }
}
