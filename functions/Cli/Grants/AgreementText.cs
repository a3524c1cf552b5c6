using Remediator.Cli.Live;
using Remediator.Cli.Screens;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Waivers;

namespace Remediator.Cli.Grants;

/// <summary>A waiver or lease for people.</summary>
internal sealed class AgreementText(TimeProvider clock)
{
    private const int MostPeers = 5;

    private readonly LiveTime _time = new(clock);

    /// <summary><c>tcp/22 from 203.0.113.7/32 in sg-0a</c>.</summary>
    public static string Scope(Waiver waiver)
    {
        var peers = AgreementWords.Peers(waiver).Select(peer => SafeText.Ascii(peer, 80)).ToList();
        var shown = string.Join(", ", peers.Take(MostPeers)) + (peers.Count > MostPeers ? $" and {Counted.Number(peers.Count - MostPeers)} more" : "");
        return $"{waiver.Services} {(waiver.Direction == Direction.Ingress ? "from" : "to")} {shown} in {SafeText.Ascii(waiver.Group.GroupId, 80)}";
    }

    /// <summary>What stands below the line that says what it is.</summary>
    public IEnumerable<Line> Details(Waiver waiver)
    {
        yield return Detail("until", _time.Of(waiver.Until));
        if (waiver.ReviewBy is { } review) yield return Detail("review", $"somebody has to have looked at it by {_time.Local(review)}");
        yield return Detail("owner", SafeText.Line(waiver.Owner, 300));
        yield return Detail("reason", SafeText.Quote(waiver.Reason, 600));
        if (waiver.Ticket is { } ticket) yield return Detail("ticket", SafeText.Quote(ticket, 120));
    }

    /// <summary>One of a list.</summary>
    public IEnumerable<Line> Listed(Agreement agreement)
    {
        var waiver = agreement.Waiver;
        var state = AgreementWords.State(agreement, clock.GetUtcNow());
        yield return new Line()
            .Add(SafeText.Ascii(waiver.Id, 40), Tone.Strong)
            .Add($" {AgreementWords.Kind(agreement)} ")
            .Add(state, state is "refused" ? Tone.Bad : state is "open" or "in-force" ? Tone.Good : Tone.Plain)
            .Add($": {Scope(waiver)} ({SafeText.Ascii(waiver.Group.Account, 20)}, {SafeText.Ascii(waiver.Group.Region, 40)}){(agreement.Lease?.RuleId is { } rule ? $" as {SafeText.Ascii(rule, 60)}" : "")}");
        foreach (var line in Details(waiver)) yield return line;
        if (agreement.Lease?.Problem is { } problem) yield return Detail("problem", SafeText.Line(problem, 400));
    }

    public static Line Detail(string what, string text) => new Line().Add("  ").AddPadded(what, 7, Tone.Quiet).Add(text);
}
