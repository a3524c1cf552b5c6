using System.CommandLine;
using Remediator.Cli.Live;
using Remediator.Cli.Screens;
using Remediator.Grants;
using Remediator.Ports;
using Remediator.Waivers;

namespace Remediator.Cli.Grants;

/// <summary><c>remediator waive</c>: agrees to what somebody else opens, for a while.</summary>
internal static class WaiveCommand
{
    private const string Description = "Agrees to an exception: what it covers is left open until its end, whoever opens it. Opens nothing itself. Exits with 2 when a limit of the policy refuses it.";

    public static Command Create(Surroundings world)
    {
        var command = new Command("waive", Description);
        var emergency = new Option<bool>("--emergency") { Description = "an emergency change: at most a day, and somebody has to look at it by its end" };
        var options = new GrantOptions(command);
        command.Options.Add(emergency);
        return new LiveVerb(command, world, underPolicy: true).Acts(async (parsed, file, account, cancel) =>
        {
            var grant = await new GrantReader(options, file, account).Read(parsed, parsed.GetValue(emergency), cancel).ConfigureAwait(false);
            return grant.Waiver is { } waiver
                ? await Record(new(waiver, 1), account, cancel).ConfigureAwait(false)
                : new LiveAnswer([], json => AgreementJson.WriteField(json, null, account.Clock.GetUtcNow())) { Refusals = grant.Refusals, Problems = grant.Problems };
        });
    }

    private static async Task<LiveAnswer> Record(Agreement agreement, LiveAccount account, CancellationToken cancel)
    {
        var now = account.Clock.GetUtcNow();
        var why = await account.Books.Agreements.WriteSurely(agreement, cancel).ConfigureAwait(false) switch
        {
            WriteAnswer.Written => null,
            WriteAnswer.Failed failed => failed.Problem,
            _ => "another agreement has been given the same id",
        };
        if (why is not null) return LiveAnswer.Failed(json => AgreementJson.WriteField(json, null, now), new Refusal($"the waiver could not be recorded: {why}", "run the same command again").ToProblem());
        ImmutableArray<Line> lines =
        [
            new Line().Add("✓ ", Tone.Good).Add($"waiver {agreement.Waiver.Id}", Tone.Strong).Add($": {AgreementText.Scope(agreement.Waiver)}"),
            .. new AgreementText(account.Clock).Details(agreement.Waiver),
            Line.Of($"  nothing was opened: what is opened there is left open; `remediator lease close {agreement.Waiver.Id}` ends it earlier", Tone.Quiet),
        ];
        return new(lines, json => AgreementJson.WriteField(json, agreement, now));
    }
}
