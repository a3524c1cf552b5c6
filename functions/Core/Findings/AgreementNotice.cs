using System.Globalization;
using Remediator.Changes;
using Remediator.Policies;
using Remediator.Waivers;

namespace Remediator.Findings;

/// <summary>What happens to a waiver or a lease → one notice. Reason, ticket and owner were written by somebody else and are made safe
/// here.</summary>
public static class AgreementNotice
{
    /// <param name="detail">Why, where the turn alone does not say: in a few words, as <see cref="Lease.Problem"/> is.</param>
    public static Notice Of(Agreement agreement, AgreementTurn turn, string? detail, DateTimeOffset now)
    {
        var id = Id(agreement, turn, detail);
        return new(id, Subject(agreement, turn), AgreementBody.Of(agreement, turn, detail, id, now), Attributes(agreement, turn, id));
    }

    /// <summary>The same for the same turn of the same agreement, however often it is told; another once its end was moved.</summary>
    private static string Id(Agreement agreement, AgreementTurn turn, string? detail) => StableHash.Of(
        "agreement", agreement.Waiver.Id, turn.ToString(), agreement.Waiver.Until.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), turn == AgreementTurn.Overdue ? detail ?? "" : "");

    /// <summary>As <see cref="NoticeSubject"/> has it: where room is short, what is open is cut and the group stays.</summary>
    private static string Subject(Agreement agreement, AgreementTurn turn)
    {
        var (start, after) = Words(agreement, turn);
        var end = $"{after} on {SafeText.Ascii(agreement.Waiver.Group.GroupId, 24)}";
        return start + SafeText.Ascii(AgreementText.What(agreement), NoticeSubject.Most - start.Length - end.Length) + end;
    }

    private static (string Start, string After) Words(Agreement agreement, AgreementTurn turn) => turn switch
    {
        AgreementTurn.EndsSoon when agreement.Lease is null => ("Remediator: soon no longer waived: ", ""),
        AgreementTurn.EndsSoon => ("Remediator will soon close leased ", ""),
        AgreementTurn.Ended => ("Remediator: no longer waived: ", ""),
        AgreementTurn.Closed => ("Remediator closed leased ", ""),
        AgreementTurn.Gone => ("Remediator found leased ", " gone"),
        AgreementTurn.Changed => ("Remediator left alone what was leased as ", ""),
        AgreementTurn.Overdue => ("Remediator did NOT close leased ", ""),
        _ => ("Remediator asks to review ", ""),
    };

    private static ImmutableSortedDictionary<string, string> Attributes(Agreement agreement, AgreementTurn turn, string id)
    {
        var attributes = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        attributes["noticeId"] = id;
        attributes["verdict"] = "waived";
        attributes["outcome"] = Outcome(turn);
        attributes["severity"] = Weight(turn).ToString().ToLowerInvariant();
        attributes["account"] = SafeText.Ascii(agreement.Waiver.Group.Account, 64);
        attributes["region"] = SafeText.Ascii(agreement.Waiver.Group.Region, 64);
        attributes["groupId"] = SafeText.Ascii(agreement.Waiver.Group.GroupId, 64);
        return attributes.ToImmutable();
    }

    /// <summary>Stable: programs filter by it.</summary>
    private static string Outcome(AgreementTurn turn) => turn switch
    {
        AgreementTurn.EndsSoon => "endsSoon",
        AgreementTurn.Ended => "ended",
        AgreementTurn.Closed => "closed",
        AgreementTurn.Gone => "gone",
        AgreementTurn.Changed => "changed",
        AgreementTurn.Overdue => "overdue",
        _ => "review",
    };

    private static Severity Weight(AgreementTurn turn) => turn switch
    {
        AgreementTurn.Overdue => Severity.High,
        AgreementTurn.Changed or AgreementTurn.Review => Severity.Medium,
        _ => Severity.Low,
    };
}
