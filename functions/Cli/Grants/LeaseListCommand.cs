using System.CommandLine;
using Remediator.Cli.Live;
using Remediator.Cli.Screens;
using Remediator.Grants;
using Remediator.Ports;
using Remediator.Waivers;

namespace Remediator.Cli.Grants;

/// <summary><c>remediator lease list</c>: leases and waivers, those that end first on top.</summary>
internal static class LeaseListCommand
{
    private const string Description = "Shows leases and waivers that are not over; with --group those of one group alone.";

    public static Command Create(Surroundings world)
    {
        var group = LiveChoices.Group();
        group.Required = false;
        var all = new Option<bool>("--all") { Description = "show those that are over, too: with --group every one on record, else those whose end was not dealt with yet" };
        return new LiveVerb(new("list", Description) { group, all }, world).Acts(async (parsed, account, cancel) =>
            Tell(await Read(parsed.GetValue(group), account, cancel).ConfigureAwait(false), parsed.GetValue(all), account.Clock));
    }

    private static Task<Reading<ImmutableArray<Agreement>>> Read(string? group, LiveAccount account, CancellationToken cancel) =>
        group is null ? account.Books.Agreements.Open(cancel) : account.Books.Agreements.Of(account.KeyOf(group), cancel);

    private static LiveAnswer Tell(Reading<ImmutableArray<Agreement>> reading, bool all, TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        ImmutableArray<Agreement> shown = reading.Succeeded
            ? [.. reading.Value.Where(a => all || !AgreementWords.IsOver(a, now)).OrderBy(a => a.Waiver.Until).ThenBy(a => a.Waiver.Id, StringComparer.Ordinal)]
            : [];
        var text = new AgreementText(clock);
        ImmutableArray<Line> lines = !reading.Succeeded ? [] : shown.IsEmpty ? [Line.Of("no leases and no waivers")] : [.. shown.SelectMany(text.Listed)];
        return new(lines, json =>
        {
            json.WriteStartArray("agreements");
            foreach (var agreement in shown) AgreementJson.Write(json, agreement, now);
            json.WriteEndArray();
        })
        {
            Problems = reading.Succeeded ? [] : [new Refusal($"leases and waivers could not be read: {reading.Problem}", "try again").ToProblem()],
        };
    }
}
