using System.CommandLine;
using System.Text.Json;
using Remediator.Cli.Live;
using Remediator.Cli.Screens;
using Remediator.Findings;
using Remediator.Grants;
using Remediator.Ledger;

namespace Remediator.Cli.Grants;

/// <summary><c>remediator release KEY</c>: what a guardrail held back may go.</summary>
internal static class ReleaseCommand
{
    private const string Description = "Lets go what a limit held back: the schedule acts on it at its next run, whatever the limits say. Exits with 2 when nothing of it is held.";

    public static Command Create(Surroundings world)
    {
        var key = Keys.Entry();
        return new LiveVerb(new("release", Description) { key }, world).Acts((parsed, account, cancel) => Run(parsed.GetRequiredValue(key), account, cancel));
    }

    private static async Task<LiveAnswer> Run(string key, LiveAccount account, CancellationToken cancel)
    {
        var reading = await account.Books.Ledger.Earlier(key, cancel).ConfigureAwait(false);
        if (!reading.Succeeded) return Failed(key, $"entry {key} could not be read: {reading.Problem}");
        if (WhyNot(key, reading.Value, new(account.Clock)) is { } why) return LiveAnswer.Refused(json => Fill(json, key, false), why.ToProblem());
        return await account.Books.Ledger.LetGo(key, account.Caller.Arn, account.Clock.GetUtcNow(), cancel).ConfigureAwait(false) switch
        {
            RecordAnswer.Recorded => new(await Said(key, reading.Value!, account, cancel).ConfigureAwait(false), json => Fill(json, key, true)),
            RecordAnswer.Failed failed => Failed(key, $"entry {key} may not have been let go: {failed.Problem}"),
            _ => LiveAnswer.Refused(json => Fill(json, key, false), new Refusal($"entry {key} is not held any more", "the schedule was faster; its notice says what it did").ToProblem()),
        };
    }

    private static Refusal? WhyNot(string key, Attempt? attempt, LiveTime time) => attempt switch
    {
        null => new($"there is no entry {key} in this ledger", "take the id from the notice, and the table and region that it came from"),
        { HeldUntil: not null } => null,
        { FinishedAt: { } finished } => new($"nothing of entry {key} is held: it was finished {time.Of(finished)}", "nothing is left to let go"),
        _ => new($"nothing of entry {key} is held: it is being handled", "wait for its notice"),
    };

    private static async Task<ImmutableArray<Line>> Said(string key, Attempt attempt, LiveAccount account, CancellationToken cancel)
    {
        var kill = await account.Books.Switch.Read(cancel).ConfigureAwait(false);
        return
        [
            new Line().Add("✓ ", Tone.Good).Add($"{key}", Tone.Strong).Add($": let go what was held in {SafeText.Ascii(attempt.Claim.Plan.Group.GroupId, 80)}"),
            AgreementText.Detail("by", SafeText.Line(account.Caller.Arn, 300)),
            kill is { Succeeded: true, Value.IsOn: true }
                ? AgreementText.Detail("when", "the kill switch is on: at its next run the schedule only tells, and changes nothing")
                : AgreementText.Detail("when", "the schedule acts on it at its next run, within about five minutes"),
        ];
    }

    private static LiveAnswer Failed(string key, string what) => LiveAnswer.Failed(json => Fill(json, key, false), new Refusal(what, "run the same command again").ToProblem());

    private static void Fill(Utf8JsonWriter json, string key, bool released)
    {
        json.WriteString("key", key);
        json.WriteBoolean("released", released);
    }
}
