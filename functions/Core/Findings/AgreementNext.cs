using Remediator.Waivers;

namespace Remediator.Findings;

/// <summary>What the reader of a notice on a waiver or a lease does now.</summary>
internal static class AgreementNext
{
    public static IEnumerable<string> Lines(Agreement agreement, AgreementTurn turn) => turn switch
    {
        AgreementTurn.EndsSoon => Soon(agreement),
        AgreementTurn.Overdue => Overdue(agreement),
        AgreementTurn.Review => Review(agreement.Waiver),
        _ => Over(agreement, turn).Concat(agreement is { Waiver.ReviewBy: not null, ReviewToldAt: null } ? Review(agreement.Waiver) : []),
    };

    private static IEnumerable<string> Soon(Agreement agreement)
    {
        yield return agreement.Lease is null
            ? "After that, what it allowed is judged like anything else, and what the policy forbids of it is closed."
            : "After that, connections made through it go on, and no new one is let in.";
        yield return "Is it needed longer?";
        yield return agreement.Lease is null ? "Ask for another waiver: remediator waive" : $"remediator lease extend {SafeText.Ascii(agreement.Waiver.Id, 64)} --policy POLICY --hours HOURS";
    }

    private static IEnumerable<string> Over(Agreement agreement, AgreementTurn turn)
    {
        switch (turn)
        {
            case AgreementTurn.Ended:
                yield return "What stood because of it was judged by the policy. What was closed of it, or could not be, a notice of its own tells.";
                break;
            case AgreementTurn.Closed:
                yield return "Connections made while it was open go on: removing a permission does not cut them.";
                yield return "Is it needed again? Open another lease: remediator lease open";
                break;
            case AgreementTurn.Changed:
                yield return "Look at it: a lease closes only what it opened. What stands there is judged by the next change, or by the next sweep.";
                break;
            default:
                yield return $"Nothing. The {AgreementText.Noun(agreement)} is over.";
                break;
        }
    }

    private static IEnumerable<string> Overdue(Agreement agreement)
    {
        yield return "It is tried again every few minutes, as soon as nothing stands against it. To close it by hand:";
        if (agreement.Lease is { } lease && RevokeCommand.Of(agreement.Waiver.Group, lease.Permission) is { } command) yield return command;
    }

    private static IEnumerable<string> Review(Waiver waiver)
    {
        yield return "This was an emergency change: somebody else than whoever made it looks at what was open, and why, and notes the outcome.";
        if (!string.IsNullOrWhiteSpace(waiver.Ticket)) yield return $"Ticket: {SafeText.Quote(waiver.Ticket, 100)}";
    }
}
