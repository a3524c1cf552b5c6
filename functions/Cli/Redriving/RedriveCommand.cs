using System.CommandLine;
using System.Globalization;
using Remediator.Aws.DeadLetters;
using Remediator.Cli.Commands;
using Remediator.Cli.Inputs;
using Remediator.Cli.Live;
using Remediator.Cli.Screens;
using Remediator.Findings;

namespace Remediator.Cli.Redriving;

/// <summary><c>remediator redrive</c>: events that died are sent to the function again.</summary>
internal static class RedriveCommand
{
    private const string Description = "Sends the events of a dead-letter queue to the function again, with the same event id, and deletes each message once Lambda has its event. Exits with 1 when a message was left in the queue.";

    public static Command Create(Surroundings world)
    {
        var queue = new Option<string>("--queue") { Description = "the dead-letter queue", HelpName = "URL", Required = true };
        var function = new Option<string>("--function") { Description = "the function that the events are for, by its name or ARN", HelpName = "NAME", Required = true };
        var dryRun = new Option<bool>("--dry-run") { Description = "says what would be sent, and sends and deletes nothing" };
        var (most, region, format) = (Most(), LiveChoices.Region(), Choices.Format());
        var command = new Command("redrive", Description) { queue, function, dryRun, most, region, format };
        command.SetAction((parsed, cancel) =>
        {
            var problems = new List<Problem>();
            var place = RedrivePlaceReader.Read(parsed.GetRequiredValue(queue), parsed.GetRequiredValue(function), parsed.GetValue(region), world, problems);
            if (world.ConnectQueue is null) problems.Add(Problem.Error(null, "this process has no way to an AWS account", "run `remediator` as it was installed"));
            var json = parsed.GetValue(format) == Choices.Json;
            return problems.Count > 0
                ? Task.FromResult(Usage.Refuse(problems, json, world))
                : Run(place!, parsed.GetValue(most), parsed.GetValue(dryRun), json, world, cancel);
        });
        return command;
    }

    /// <summary>The ports of a live account. No client is made before its first call.</summary>
    public static RedrivePorts Connect(RedrivePlace place) => new(new SqsDeadLetters(place.Queue, place.Region), new InvokedFunction(place.Function, place.Region));

    private static async Task<int> Run(RedrivePlace place, int? most, bool dryRun, bool json, Surroundings world, CancellationToken cancel)
    {
        var result = await new Redriver(world.ConnectQueue!(place), world.Clock).Run(most, dryRun, cancel).ConfigureAwait(false);
        var lines = new RedriveText(world.Clock).Of(result, dryRun);
        var answer = new LiveAnswer(lines, page => RedriveJson.Write(page, place, dryRun, result)) { Problems = [.. Problems(result)] };
        return LiveVerb.Tell(answer, json, world);
    }

    private static IEnumerable<Problem> Problems(RedriveResult result)
    {
        if (result.Stopped is { } stopped)
            yield return Problem.Error(null, SafeText.Line(stopped, 600), "what was sent so far stands; run the same command again when this is repaired");
        if (result.Letters.Count(l => l is { Fate: LetterFate.Left, Event: null }) is > 0 and var strange)
            yield return Problem.Error(null, $"{Counted.Of(strange, "message")} without an event left in the queue", "look at it with `aws sqs receive-message`; no function can read it");
        if (result.Letters.Count(l => l is { Fate: LetterFate.Left, Event: not null }) is > 0 and var refused)
            yield return Problem.Error(null, $"{Counted.Of(refused, "event")} not accepted by the function, and left in the queue", "each says why");
        if (result.Count(LetterFate.SentNotDeleted) is > 0 and var twice)
            yield return Problem.Error(null, $"{Counted.Of(twice, "message")} sent, and not deleted", "run the same command again: an event that is sent twice is dealt with once");
    }

    private static Option<int?> Most() => new("--most")
    {
        Description = "ends after so many messages; all of them when it is left out",
        HelpName = "N",
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most > 0) return most;
            result.AddError($"option `--most` is `{result.Tokens[0].Value}`: expected a whole number from 1");
            return null;
        },
    };
}
