using Remediator.Waivers;

namespace Remediator.Findings;

/// <summary>The text of a notice on a waiver or a lease, for a phone: the most important first.</summary>
internal static class AgreementBody
{
    public static string Of(Agreement agreement, AgreementTurn turn, string? detail, string noticeId, DateTimeOffset now)
    {
        var group = agreement.Waiver.Group;
        string[] sections =
        [
            Section([
                $"{Head(agreement, turn, now)}: {AgreementText.What(agreement)}",
                $"on {SafeText.Ascii(group.GroupId, 64)}, account {SafeText.Ascii(group.Account, 12)}, {SafeText.Ascii(group.Region, 32)}",
                .. Why(turn, detail)]),
            Section(["AGREED", .. Agreed(agreement.Waiver)]),
            Section(["WHAT NOW", .. AgreementNext.Lines(agreement, turn)]),
            Section(["RECORD", $"{AgreementText.Noun(agreement)} {SafeText.Ascii(agreement.Waiver.Id, 64)}", $"notice {noticeId}"]),
        ];
        return string.Join("\n\n", sections) + "\n";
    }

    private static string Section(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Head(Agreement agreement, AgreementTurn turn, DateTimeOffset now) => turn switch
    {
        AgreementTurn.EndsSoon when agreement.Lease is null => $"Waived for {TimeText.Span(now, agreement.Waiver.Until)} more",
        AgreementTurn.EndsSoon => $"Closed in {TimeText.Span(now, agreement.Waiver.Until)}",
        AgreementTurn.Ended => "No longer waived",
        AgreementTurn.Closed => "Closed, since its time is over",
        AgreementTurn.Gone => "Its time is over, and it is not open any more",
        AgreementTurn.Changed => "Its time is over, and something else stands in its place, left alone",
        AgreementTurn.Overdue => "NOT CLOSED, though its time is over",
        _ => "An emergency change waits for a review",
    };

    private static IEnumerable<string> Why(AgreementTurn turn, string? detail)
    {
        if (SafeText.Line(detail, 300) is not { Length: > 0 } why) yield break;
        yield return turn == AgreementTurn.Overdue ? $"Why not: {why}" : $"What stands there: {why}";
    }

    private static IEnumerable<string> Agreed(Waiver waiver)
    {
        yield return $"by {SafeText.Line(waiver.Owner, 200)}";
        yield return $"from {TimeText.Of(waiver.From)}";
        yield return $"until {TimeText.Of(waiver.Until)}";
        yield return $"because {SafeText.Quote(waiver.Reason, 300)}";
        if (!string.IsNullOrWhiteSpace(waiver.Ticket)) yield return $"ticket {SafeText.Quote(waiver.Ticket, 100)}";
        if (waiver.Undoes is { } undone) yield return $"so that what undo put back may stay (entry {SafeText.Ascii(undone, 64)})";
        if (waiver.ReviewBy is { } review) yield return $"an emergency change, to be reviewed by {TimeText.Of(review)}";
    }
}
