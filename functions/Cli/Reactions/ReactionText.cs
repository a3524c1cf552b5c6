using Remediator.Cli.Screens;
using Remediator.Findings;
using Remediator.Policies;
using Remediator.Threats;

namespace Remediator.Cli.Reactions;

/// <summary>What <c>explain</c> shows of a finding.</summary>
internal static class ReactionText
{
    private const int MostContacts = 5;

    public static void Write(Screen screen, Reaction reaction)
    {
        if (reaction.IgnoredBecause is { } why) screen.Write(new Line().Add("✓ ", Tone.Good).Add($"ignored, because {SafeText.Line(why, 400)}"));
        if (reaction.Threat is { } threat) screen.Write(Tree(reaction, threat));
    }

    private static Branch Tree(Reaction reaction, Threat threat)
    {
        var about = ReactionWords.About(threat) is { } names ? $" {Role(threat)} {names}," : "";
        var root = new Branch(new Line().Add(SafeText.Line(threat.Type.Text, 200), Tone.Strong).Add($", severity {ReactionWords.Of(threat.Severity)},{about} account {SafeText.Line(threat.Account, 20)}, {SafeText.Line(threat.Region, 30)}"));
        if (threat.Title is { Length: > 0 } title) root.Add(SafeText.Line(title, 200), Tone.Quiet);
        foreach (var contact in threat.Contacts.Take(MostContacts)) root.Add(ReactionWords.Of(contact, threat), Tone.Quiet);
        if (threat.Contacts.Length > MostContacts) root.Add($"and {Counted.Of(threat.Contacts.Length - MostContacts, "more address", "more addresses")}", Tone.Quiet);
        foreach (var response in reaction.Asked) Hang(root, reaction, response);
        if (reaction.Default is { } answer) Hang(root, answer);
        foreach (var response in reaction.TooSevere)
            root.Add($"not {ReactionWords.Of(response.Answer)} ({response.Place}): it is for severity {ReactionWords.Of(response.MinimumSeverity)} and more", Tone.Quiet);
        root.Add(ReactionWords.Doors, Tone.Quiet);
        if (reaction.Policy.Mode == Mode.Observe) root.Add("the policy observes: people are told what would have been done", Tone.Quiet);
        return root;
    }

    private static void Hang(Branch root, Reaction reaction, ThreatResponse response)
    {
        var line = new Line().Add(ReactionWords.Of(response.Answer), Tone.Strong).Add($" ({response.Place}): {ReactionWords.Done(response)}");
        var branch = root.Add(line);
        if (reaction.WhyNot(response) is { } why) branch.Add(new Line().Add("? ", Tone.Doubt).Add($"not for this finding: {why}"));
    }

    private static void Hang(Branch root, (bool Closes, string Why) answer)
    {
        var branch = root.Add(new Line().Add(answer.Closes ? "close" : "notify", Tone.Strong).Add($" (no entry of `threats` matches): {(answer.Closes ? ReactionWords.Closed : "people are told, and nothing is changed")}"));
        branch.Add($"because {answer.Why}", Tone.Quiet);
    }

    private static string Role(Threat threat) => threat.Role switch
    {
        ThreatRole.Target => "against",
        ThreatRole.Actor => "by",
        _ => "about",
    };
}
