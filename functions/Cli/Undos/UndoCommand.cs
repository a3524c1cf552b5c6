using System.CommandLine;
using Remediator.Cli.Grants;
using Remediator.Cli.Inputs;
using Remediator.Cli.Live;
using Remediator.Findings;
using Remediator.Grants;
using Remediator.Measures;
using Remediator.Undos;

namespace Remediator.Cli.Undos;

/// <summary><c>remediator undo KEY</c>: what was done about one event is taken back, under a waiver, so that it stays; or a measure
/// against an attack is.</summary>
internal static class UndoCommand
{
    private const string Description = "Puts back what was removed, with description and tags, or takes away what was added, and grants a waiver so that it stays; of a measure against an attack, gives an interface its groups back or lets an address in again. Exits with 2 when the world has changed since.";

    public static Command Create(Surroundings world)
    {
        var (key, hours, reason) = (Keys.Entry(), Eight(), Reason());
        var dryRun = new Option<bool>("--dry-run") { Description = "says what would be done, exactly, and changes nothing" };
        var withoutMissing = new Option<bool>("--without-missing") { Description = "of an isolation: leaves out the groups that are gone by now" };
        var keepGroups = new Option<bool>("--keep-groups") { Description = "of an isolation: where somebody gave the interface other groups since, leaves it so and ends the isolation" };
        var command = new Command("undo", Description) { key, hours, reason, dryRun, withoutMissing, keepGroups };
        var verb = new LiveVerb(command, world, underPolicy: true, needsPolicy: false);
        return verb.ActsPerhapsUnder((parsed, file, account, cancel) =>
        {
            var request = new UndoRequest(parsed.GetRequiredValue(key), account.Caller.Arn, account.Caller.Account, parsed.GetValue(hours), parsed.GetValue(reason));
            return Run(request, parsed.GetValue(dryRun), new(parsed.GetValue(withoutMissing), parsed.GetValue(keepGroups)), file, account, cancel);
        });
    }

    private static async Task<LiveAnswer> Run(UndoRequest request, bool dryRun, IsolationChoices choices, PolicyFile? file, LiveAccount account, CancellationToken cancel)
    {
        // A suspension has the id of its entry, and ends with it.
        var entry = await account.Books.Ledger.Earlier(request.Key, cancel).ConfigureAwait(false);
        if (entry is { Succeeded: true, Value: null } && await new MeasureUndo(request, dryRun, choices, account).Run(cancel).ConfigureAwait(false) is { } told) return told;
        return await Run(request, dryRun, file, account, cancel).ConfigureAwait(false);
    }

    private static async Task<LiveAnswer> Run(UndoRequest request, bool dryRun, PolicyFile? file, LiveAccount account, CancellationToken cancel)
    {
        var story = new UndoStory(request.Key, dryRun, account.Clock);
        var undoer = new Undoer(new(account.Ports.Groups, account.Ports.Edits, account.Books, account.Clock));
        switch (await undoer.Look(request, cancel).ConfigureAwait(false))
        {
            case UndoDecision.Refused refused:
                return story.Refused(null, refused.Refusals.ToProblems());
            case UndoDecision.Unknown unknown:
                return story.Failed(null, Problems(unknown.Problems, "nothing was changed; run the same command again"));
            case UndoDecision.Planned { Plan: var plan }:
                var under = new UndoUnderPolicy(file, account, plan);
                var (refusals, problems) = await under.Check(cancel).ConfigureAwait(false);
                if (!problems.IsEmpty) return story.Failed(plan, problems);
                if (!refusals.IsEmpty) return story.Refused(plan, refusals);
                plan = plan with { Remarks = [.. plan.Remarks, .. await under.Remarks(cancel).ConfigureAwait(false)] };
                return dryRun ? story.Planned(plan) : Tell(story, plan, await undoer.CarryOut(plan, cancel).ConfigureAwait(false));
            case var other:
                throw new InvalidOperationException($"unknown decision {other}");
        }
    }

    private static LiveAnswer Tell(UndoStory story, UndoPlan plan, UndoResult result) => result switch
    {
        UndoResult.Done done => story.Done(plan, done),
        UndoResult.Refused refused => story.Refused(plan, refused.Refusals.ToProblems()),
        UndoResult.Failed failed => story.Failed(plan, Problems(failed.Problems, failed.IsBegun ? "run the same command again, which goes on where this one stopped" : "nothing was changed, and no waiver is left; run the same command again")),
        _ => throw new InvalidOperationException($"unknown result {result}"),
    };

    private static ImmutableArray<Problem> Problems(ImmutableArray<string> problems, string help) => [.. problems.Select(p => Problem.Error(null, SafeText.Line(p, 600), help))];

    private static Option<TimeSpan> Eight()
    {
        var hours = Hours.Option("how long what is put back may stay, from now; 8 when it is left out");
        hours.Required = false;
        hours.DefaultValueFactory = _ => TimeSpan.FromHours(8);
        return hours;
    }

    private static Option<string> Reason()
    {
        var reason = new Option<string>("--reason") { Description = "why, for whoever reads the waiver later", HelpName = "TEXT" };
        reason.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (string.IsNullOrWhiteSpace(token.Value) || token.Value.Length > GrantLimits.LongestReason))
                result.AddError($"option `--reason` has {token.Value.Trim().Length} characters: expected 1 to {GrantLimits.LongestReason}");
        });
        return reason;
    }
}
