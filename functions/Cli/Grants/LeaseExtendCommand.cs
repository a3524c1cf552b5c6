using System.CommandLine;
using Remediator.Cli.Inputs;
using Remediator.Cli.Live;
using Remediator.Cli.Screens;
using Remediator.Grants;
using Remediator.Network;
using Remediator.Ports;
using Remediator.Waivers;

namespace Remediator.Cli.Grants;

/// <summary><c>remediator lease extend ID</c>: a later end, within the limits counted from the first grant.</summary>
internal static class LeaseExtendCommand
{
    private const string Description = "Gives a lease or a waiver a later end. The policy's limits count from its first grant. Exits with 2 when they refuse it.";

    public static Command Create(Surroundings world)
    {
        var (id, hours) = (Keys.Agreement(), Hours.Option("how long from now it lasts"));
        return new LiveVerb(new("extend", Description) { id, hours }, world, underPolicy: true).Acts((parsed, file, account, cancel) => Run(parsed.GetRequiredValue(id), parsed.GetRequiredValue(hours), file, account, cancel));
    }

    private static async Task<LiveAnswer> Run(string id, TimeSpan hours, PolicyFile file, LiveAccount account, CancellationToken cancel)
    {
        var (refusals, problems) = (new List<Problem>(), new List<Problem>());
        var now = account.Clock.GetUtcNow();
        var kept = await account.Find(id, refusals, problems, cancel).ConfigureAwait(false);
        if (kept is not null) refusals.AddRange(Against(kept, now + hours, file, now).ToProblems());
        if (kept is null || refusals.Count > 0) return Answer(kept, [], now) with { Refusals = [.. refusals], Problems = [.. problems] };

        var until = Whole(now + hours);
        // People are told again before the new end comes.
        var extended = kept.Next() with { Waiver = kept.Waiver with { Until = until }, ForetoldAt = null };
        return await account.Books.Agreements.WriteSurely(extended, cancel).ConfigureAwait(false) switch
        {
            WriteAnswer.Written => Answer(extended, Lines(kept, extended, account), now),
            WriteAnswer.Failed failed => Answer(kept, [], now) with { Problems = [new Refusal($"the new end could not be recorded: {failed.Problem}", "run the same command again").ToProblem()] },
            _ => Answer(kept, [], now) with { Problems = [new Refusal($"{id} was changed by somebody else meanwhile", "run the same command again").ToProblem()] },
        };
    }

    /// <summary>All that stands against it. How wide it is was looked at when it was granted, and under another policy perhaps: again now.</summary>
    private static IEnumerable<Refusal> Against(Agreement kept, DateTimeOffset until, PolicyFile file, DateTimeOffset now)
    {
        var waiver = kept.Waiver;
        if (kept.EndedAt is not null || waiver.Until <= now || kept.Lease is { State: LeaseState.Closing or LeaseState.Closed or LeaseState.Refused })
        {
            yield return new($"{AgreementWords.Kind(kept)} {waiver.Id} is over", "ask for a new one");
            yield break;
        }

        if (until <= waiver.Until) yield return new($"{AgreementWords.Kind(kept)} {waiver.Id} lasts longer than that already", $"`remediator lease close {waiver.Id}` ends it");
        foreach (var refusal in new GrantLimits(file.Policy!.Waivers, file.Name).Check(waiver with { Until = until }, AddressSet.Empty, null, now)) yield return refusal;
    }

    private static ImmutableArray<Line> Lines(Agreement before, Agreement extended, LiveAccount account) =>
    [
        new Line().Add("✓ ", Tone.Good).Add($"{AgreementWords.Kind(extended)} {extended.Waiver.Id}", Tone.Strong).Add($": {AgreementText.Scope(extended.Waiver)}"),
        .. new AgreementText(account.Clock).Details(extended.Waiver),
        AgreementText.Detail("was", new LiveTime(account.Clock).Local(before.Waiver.Until)),
    ];

    private static DateTimeOffset Whole(DateTimeOffset time) => time.AddTicks(-(time.UtcTicks % TimeSpan.TicksPerMillisecond));

    private static LiveAnswer Answer(Agreement? agreement, ImmutableArray<Line> lines, DateTimeOffset now) => new(lines, json => AgreementJson.WriteField(json, agreement, now));
}
