using Remediator.Ports;
using Remediator.Waivers;

namespace Remediator.Grants;

/// <summary>Writes agreements so that a lost answer is no lost write.</summary>
public static class AgreementWriter
{
    private const int MostTries = 3;

    /// <summary>As <see cref="IAgreements.Write"/>; where nobody knows whether it was written, a read tells, and it is written again where
    /// it was not. A conflict with our own earlier try is none.</summary>
    public static async Task<WriteAnswer> WriteSurely(this IAgreements agreements, Agreement agreement, CancellationToken cancel)
    {
        WriteAnswer answer = new WriteAnswer.Conflict();
        for (var tries = 0; tries < MostTries; tries++)
        {
            answer = await agreements.Write(agreement, cancel).ConfigureAwait(false);
            if (answer is WriteAnswer.Written || (answer is WriteAnswer.Conflict && tries == 0)) return answer;
            var kept = await agreements.Find(agreement.Waiver.Id, cancel).ConfigureAwait(false);
            if (!kept.Succeeded) return answer;
            if (kept.Value is { } there && IsSame(there, agreement)) return WriteAnswer.Ok;
            if (kept.Value?.Version >= agreement.Version) return new WriteAnswer.Conflict();
        }

        return answer;
    }

    /// <summary>By what a write of ours changes: two runs never write the same version with the same words at the same time.</summary>
    private static bool IsSame(Agreement one, Agreement other) =>
        (one.Version, one.Waiver.Owner, one.Waiver.Until, one.EndedAt, one.Lease?.State, one.Lease?.RuleId)
        == (other.Version, other.Waiver.Owner, other.Waiver.Until, other.EndedAt, other.Lease?.State, other.Lease?.RuleId);
}
