using System.Text.Json;
using Remediator.Cli.Inputs;
using Remediator.Cli.Live;
using Remediator.Cli.Screens;
using Remediator.Containment;
using Remediator.Findings;
using Remediator.Undos;

namespace Remediator.Cli.Undos;

/// <summary>How taking a measure back went, for people and programs: the document of every undo.</summary>
internal sealed class MeasureStory(string key, bool dryRun, TimeProvider clock)
{
    private const int Width = 11;

    public LiveAnswer Planned(MeasureUndoDecision.Planned plan) => new(
        [
            Head("· ", Tone.Doubt, "would be undone", plan.Measure),
            .. What(plan, "would give", "would take"),
            .. plan.Remarks.Select(Note),
            Line.Of("  nothing was changed; without --dry-run it is done", Tone.Quiet),
        ],
        json => Fill(json, "planned", plan.Measure, plan.Remarks));

    public LiveAnswer Done(MeasureUndoDecision.Planned plan, Measure ended)
    {
        ImmutableArray<string> remarks = ended.Problem is { } found && !plan.Remarks.Contains(found) ? [.. plan.Remarks, found] : plan.Remarks;
        return new(
            [
                Head("✓ ", Tone.Good, "undone", ended),
                .. What(plan, "gave", "took"),
                .. remarks.Select(Note),
                Detail("then", "the same finding does not lead to it again, unless it grows more severe or names another port"),
            ],
            json => Fill(json, "done", ended, remarks));
    }

    public LiveAnswer Refused(Measure? measure, params ImmutableArray<Problem> refusals) => new([], json => Fill(json, "refused", measure, [])) { Refusals = refusals };

    public LiveAnswer Failed(Measure? measure, params ImmutableArray<Problem> problems) => new([], json => Fill(json, "failed", measure, [])) { Problems = problems };

    private Line Head(string mark, Tone tone, string what, Measure measure) => new Line().Add(mark, tone).Add(key, Tone.Strong)
        .Add($": {what}: {Noun(measure)} ({SafeText.Ascii(measure.Account, 20)}, {SafeText.Ascii(measure.Region, 40)})");

    private static string Noun(Measure measure) => measure switch
    {
        Isolation isolation => $"the isolation of {SafeText.Ascii(isolation.InterfaceId, 80)}",
        AclBlock block => $"the block of {block.Address.ToString().Split('/')[0]} in {SafeText.Ascii(block.AclId, 80)}",
        _ => "the suspension",
    };

    private static IEnumerable<Line> What(MeasureUndoDecision.Planned plan, string give, string take)
    {
        if (plan.What is { } what) yield return Detail(plan.Measure is Isolation ? give : take, what);
    }

    private static Line Note(string text) => Detail("note", SafeText.Line(text, 600));

    private static Line Detail(string what, string text) => new Line().Add("  ").AddPadded(what, Width, Tone.Quiet).Add(text);

    private void Fill(Utf8JsonWriter json, string status, Measure? measure, ImmutableArray<string> remarks)
    {
        json.WriteString("key", key);
        json.WriteString("status", status);
        json.WriteBoolean("dryRun", dryRun);
        UndoJson.Write(json, null, [], [], remarks, clock.GetUtcNow(), measure);
    }
}
