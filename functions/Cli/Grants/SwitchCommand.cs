using System.CommandLine;
using System.Text.Json;
using Remediator.Cli.Live;
using Remediator.Cli.Screens;
using Remediator.Findings;
using Remediator.Grants;
using Remediator.Remediations;

namespace Remediator.Cli.Grants;

/// <summary><c>remediator switch on|off|show</c>: the kill switch in the ledger.</summary>
internal static class SwitchCommand
{
    private const int LongestWhy = 500;

    public static Command Create(Surroundings world) => new("switch", "The kill switch: while it is on, everything is judged, recorded and told, and nothing is changed.")
    {
        Turn("on", "Stops all acting. What is told meanwhile does not fire afterwards.", true, world),
        Turn("off", "Lets acting go on, for new events.", false, world),
        new LiveVerb(new("show", "Says whether it is on, since when, by whom and why."), world).Looks(async (_, ports, cancel) => (await ports.Books.Switch.Read(cancel).ConfigureAwait(false)) switch
        {
            { Succeeded: false } failed => Failed($"the kill switch could not be read: {failed.Problem}"),
            { Value: var now } => Answer(now, Said(now, world.Clock)),
        }),
    };

    private static Command Turn(string name, string description, bool on, Surroundings world)
    {
        var why = new Option<string>("--why") { Description = "for whoever looks at it later", HelpName = "TEXT", Required = on };
        return new LiveVerb(new(name, description) { why }, world).Acts((parsed, account, cancel) => Turn(on, parsed.GetValue(why) ?? "", account, cancel));
    }

    private static async Task<LiveAnswer> Turn(bool on, string why, LiveAccount account, CancellationToken cancel)
    {
        if ((on && string.IsNullOrWhiteSpace(why)) || why.Length > LongestWhy)
            return LiveAnswer.Refused(json => json.WriteNull("switch"), new Refusal($"--why says nothing, or more than {LongestWhy} characters", "say in a sentence why acting stops").ToProblem());
        var before = await account.Books.Switch.Read(cancel).ConfigureAwait(false);
        // An earlier reason is not written over; a switch that cannot be read is turned all the same.
        if (before is { Succeeded: true, Value: var now } && (now?.IsOn ?? false) == on)
            return Answer(now, [Line.Of($"nothing was changed: the kill switch was {(on ? "on" : "off")} already"), .. Said(now, account.Clock)]);
        var to = new KillSwitch(on, account.Caller.Arn, why, account.Clock.GetUtcNow());
        var answer = await account.Books.Switch.Turn(to, cancel).ConfigureAwait(false);
        return answer.Succeeded ? Answer(to, Said(to, account.Clock)) : Failed($"the kill switch may not have been turned: {answer.Problem}");
    }

    private static ImmutableArray<Line> Said(KillSwitch? now, TimeProvider clock) =>
    [
        new Line().Add("the kill switch is ").Add(now is { IsOn: true } ? "on" : "off", now is { IsOn: true } ? Tone.Bad : Tone.Good)
            .Add(now is { IsOn: true } ? ": nothing is changed until it is off" : now is null ? ": nobody ever turned it" : ": what the policy enforces is acted on"),
        .. now is null ? [] : Details(now, clock),
    ];

    private static IEnumerable<Line> Details(KillSwitch now, TimeProvider clock)
    {
        yield return AgreementText.Detail("since", new LiveTime(clock).Of(now.At));
        yield return AgreementText.Detail("by", SafeText.Line(now.By, 300));
        if (now.Why.Length > 0) yield return AgreementText.Detail("why", SafeText.Quote(now.Why, 600));
    }

    private static LiveAnswer Answer(KillSwitch? now, ImmutableArray<Line> lines) => new(lines, json => Fill(json, now));

    private static LiveAnswer Failed(string what) =>
        LiveAnswer.Failed(json => json.WriteNull("switch"), new Refusal(what, "try again; REMEDIATOR_MODE=observe on the functions stops them without the ledger").ToProblem());

    private static void Fill(Utf8JsonWriter json, KillSwitch? now)
    {
        json.WriteStartObject("switch");
        json.WriteBoolean("on", now is { IsOn: true });
        if (now is not null)
        {
            json.WriteString("by", now.By);
            json.WriteString("why", now.Why);
            json.WriteString("at", now.At);
        }

        json.WriteEndObject();
    }
}
