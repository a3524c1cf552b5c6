using System.CommandLine;
using Remediator.Cli.Inputs;
using Remediator.Cli.Live;
using Remediator.Cli.Screens;
using Remediator.Grants;
using Remediator.Ports;
using Remediator.Waivers;

namespace Remediator.Cli.Grants;

/// <summary><c>remediator lease close ID</c>: before its end.</summary>
internal static class LeaseCloseCommand
{
    private const string Description = "Closes a lease now: only the rule that it opened, and only while that still holds what it opened. Ends a waiver now.";

    public static Command Create(Surroundings world)
    {
        var id = Keys.Agreement();
        return new LiveVerb(new("close", Description) { id }, world).Acts((parsed, account, cancel) => Run(parsed.GetRequiredValue(id), account, cancel));
    }

    private static async Task<LiveAnswer> Run(string id, LiveAccount account, CancellationToken cancel)
    {
        var (refusals, problems) = (new List<Problem>(), new List<Problem>());
        if (await account.Find(id, refusals, problems, cancel).ConfigureAwait(false) is not { } kept)
            return Answer(null, account) with { Refusals = [.. refusals], Problems = [.. problems] };
        var result = kept.Lease is null ? await End(kept, account, cancel).ConfigureAwait(false) : await new LeaseClosing(account.World, account.Run()).Run(kept, cancel).ConfigureAwait(false);
        return result switch
        {
            LeaseResult.Closed closed => Answer(closed.Agreed, account, Done(closed)),
            LeaseResult.Refused refused => Answer(refused.Recorded, account) with { Refusals = [refused.Why.ToProblem()] },
            LeaseResult.Failed failed => Answer(failed.Recorded, account) with { Problems = [failed.Why.ToProblem()] },
            _ => throw new InvalidOperationException("closing a lease opens none"),
        };
    }

    /// <summary>A waiver opened nothing, so nothing is closed; whoever tells of ends tells of this one.</summary>
    private static async Task<LeaseResult> End(Agreement waiver, LiveAccount account, CancellationToken cancel)
    {
        var now = account.Clock.GetUtcNow();
        if (AgreementWords.IsOver(waiver, now)) return new LeaseResult.Refused(waiver, new($"waiver {waiver.Waiver.Id} is over", "nothing is left to end"));
        var ended = waiver.Next() with { Waiver = waiver.Waiver with { Until = now } };
        return await account.Books.Agreements.WriteSurely(ended, cancel).ConfigureAwait(false) switch
        {
            WriteAnswer.Written => new LeaseResult.Closed(ended, WasGone: false),
            WriteAnswer.Failed failed => new LeaseResult.Failed(waiver, new($"its end could not be recorded: {failed.Problem}", "run the same command again")),
            _ => new LeaseResult.Failed(waiver, new("it was changed by somebody else meanwhile", "run the same command again")),
        };
    }

    private static Line Done(LeaseResult.Closed closed)
    {
        var (waiver, lease) = (closed.Agreed.Waiver, closed.Agreed.Lease);
        var what = lease is null ? "ended; what was opened under it is judged as if it had never been agreed to"
            : closed.WasGone ? "closed; its rule was gone already"
            : $"closed {AgreementText.Scope(waiver)}";
        return new Line().Add("✓ ", Tone.Good).Add($"{AgreementWords.Kind(closed.Agreed)} {waiver.Id}", Tone.Strong).Add($": {what}");
    }

    private static LiveAnswer Answer(Agreement? agreement, LiveAccount account, params ImmutableArray<Line> lines) =>
        new(lines, json => AgreementJson.WriteField(json, agreement, account.Clock.GetUtcNow()));
}
