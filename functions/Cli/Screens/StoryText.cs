using Remediator.Changes;
using Remediator.Cli.Explanations;
using Remediator.Findings;
using Remediator.Verdicts;

namespace Remediator.Cli.Screens;

/// <summary>What <c>explain</c> shows: a tree for each group that the event is about.</summary>
internal static class StoryText
{
    public static void Write(Screen screen, Story story)
    {
        if (story.Reading is Ignored ignored) screen.Write(new Line().Add("✓ ", Tone.Good).Add($"ignored, because {SafeText.Line(ignored.Why, 400)}"));
        if (story.Open is { } open) screen.Write(new Line().Add("? ", Tone.Doubt).Add($"{SafeText.Line(open.Message, 400)}; {open.Help}"));
        foreach (var explanation in story.Explanations)
        {
            screen.Write(Tree(story, explanation));
            screen.Blank();
        }

        if (story.Explanations.Length > 0) screen.Write(Sums(story));
    }

    private static Branch Tree(Story story, Explanation explanation)
    {
        var root = new Branch(EventText.Headline(explanation));
        root.Add(EventText.Circumstances(explanation.Change), Tone.Quiet);
        if (EventText.Group(explanation) is { } group) root.Add(group, Tone.Quiet);
        foreach (var closed in explanation.Change.Closed) root.Add(new Line().Add("- ", Tone.Quiet).Add(PermissionText.Of(closed, explanation.Key), Tone.Strong).Add(": closed"));
        foreach (var verdict in explanation.Own) VerdictText.Hang(root, story.Policy!, explanation, verdict, isOwn: true);
        foreach (var verdict in explanation.Others) VerdictText.Hang(root, story.Policy!, explanation, verdict, isOwn: false);
        foreach (var shortfall in explanation.Shortfalls) ShortfallText.Hang(root, explanation, shortfall);
        foreach (var question in explanation.Open)
            root.Add(new Line().Add("? ", Tone.Doubt).Add("not decided: ").Add(question.Message)).Add(question.Help, Tone.Quiet);
        return root;
    }

    private static Line Sums(Story story)
    {
        var verdicts = story.Explanations.SelectMany(e => e.Verdicts).ToList();
        var (violations, undecided, waived) = (Count(Decision.Violation), Count(Decision.Undecided), Count(Decision.Waived));
        var (open, missing) = (story.Explanations.Any(e => !e.Open.IsEmpty), story.Explanations.Sum(e => e.Shortfalls.Length));
        var mark = Marks.Of(story.Explanations.Any(e => e.HasViolations) ? Decision.Violation : undecided > 0 || open ? Decision.Undecided : Decision.Compliant);
        return new Line().Add($"{mark.Sign} ", mark.Tone).Add(
            $"{Counted.Of(violations, "violation")}, {undecided} undecided, {(waived > 0 ? $"{waived} waived, " : "")}{Count(Decision.Compliant)} compliant{(missing > 0 ? $", {missing} missing" : "")}{(open ? "; not everything could be judged" : "")}");

        int Count(Decision decision) => verdicts.Count(v => v.Decision == decision);
    }
}
