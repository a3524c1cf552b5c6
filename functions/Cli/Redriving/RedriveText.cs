using Remediator.Cli.Live;
using Remediator.Cli.Screens;
using Remediator.Findings;

namespace Remediator.Cli.Redriving;

/// <summary>What <c>redrive</c> shows.</summary>
internal sealed class RedriveText(TimeProvider clock)
{
    private const int Width = 8;
    private const int LongestId = 128;

    public ImmutableArray<Line> Of(RedriveResult result, bool dryRun) =>
    [
        .. result.Letters.SelectMany(Lines),
        Line.Of(Summary(result, dryRun), Tone.Strong),
    ];

    private IEnumerable<Line> Lines(HandledLetter handled)
    {
        var (mark, tone, said) = Said(handled.Fate);
        var id = SafeText.Ascii(handled.Event?.EventId ?? handled.Letter.Id, LongestId);
        yield return new Line().Add(mark, tone).Add(id, Tone.Strong).Add($": {said}");
        if (handled.Problem is { } problem) yield return Detail("problem", SafeText.Line(problem, 600));
        if (handled.Event is not null) yield return Detail("message", SafeText.Ascii(handled.Letter.Id, LongestId));
        if (handled.Letter.SentAt is { } at) yield return Detail("died", new LiveTime(clock).Of(at));
        if (handled.Event?.Why is { } why) yield return Detail("because", SafeText.Quote(why, 600));
    }

    private static (string Mark, Tone Tone, string Said) Said(LetterFate fate) => fate switch
    {
        LetterFate.Sent => ("✓ ", Tone.Good, "sent again"),
        LetterFate.SentNotDeleted => ("! ", Tone.Doubt, "sent again, and still in the queue: sent twice it does no harm, the ledger knows its id"),
        LetterFate.WouldSend => ("· ", Tone.Doubt, "would be sent again"),
        _ => ("✗ ", Tone.Bad, "left in the queue"),
    };

    private static string Summary(RedriveResult result, bool dryRun)
    {
        if (result.Letters.IsEmpty) return result.Stopped is null ? "nothing was in the queue" : "nothing was sent";
        var sent = Counted.Of(dryRun ? result.Count(LetterFate.WouldSend) : result.Sent, "event");
        return $"{sent} {(dryRun ? "would be sent" : "sent")} again, {Counted.Of(result.Count(LetterFate.Left), "message")} left in the queue";
    }

    private static Line Detail(string what, string text) => new Line().Add("  ").AddPadded(what, Width, Tone.Quiet).Add(text);
}
