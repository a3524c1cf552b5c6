using Remediator.Changes;
using Remediator.Grants;
using Remediator.Groups;
using Remediator.Waivers;

namespace Remediator.Undos;

/// <summary>The waivers that let stay what an undo changes. Their ids come from entry and scope, so that a second run finds those of
/// the first, and nothing is granted twice.</summary>
internal static class UndoWaivers
{
    /// <summary>The clock of whoever undoes may be ahead of the one that judges what comes of it.</summary>
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(2);

    /// <summary>What is put back; where nothing is, what was created: while a waiver is in force for the group, no baseline puts that
    /// back again.</summary>
    public static ImmutableArray<Agreement> Of(UndoFacts facts, ImmutableArray<Permission> wanted, ImmutableArray<Permission> created) =>
        [.. Scope.Of(wanted.IsEmpty ? created : wanted).Select(scope => Of(facts, scope))];

    /// <summary>The version that is to be written, or the one that is in force.</summary>
    private static Agreement Of(UndoFacts facts, Scope scope)
    {
        var waiver = New(facts, scope);
        if (facts.Agreements.FirstOrDefault(a => a.Waiver.Id == waiver.Id) is not { } known) return new(waiver, 1);
        if (known.EndedAt is null && known.Waiver.IsInForce(facts.Now)) return known;
        return new(waiver, known.Version + 1);
    }

    private static Waiver New(UndoFacts facts, Scope scope)
    {
        var (key, group) = (facts.Attempt.Claim.Key, facts.Attempt.Claim.Plan.Group);
        var id = StableHash.Of("undo", key, scope.Direction == Direction.Ingress ? "ingress" : "egress", scope.Services.ToString(), scope.Peers)[..AgreementId.Length];
        // What the ledger keeps of a time.
        var now = facts.Now.AddTicks(-(facts.Now.UtcTicks % TimeSpan.TicksPerMillisecond));
        var reason = facts.Request.Reason ?? $"undo of {key}";
        return new(
            id, group, scope.Direction, scope.Services, scope.Addresses, [.. scope.PeerKeys],
            facts.Request.By, reason, null, now - ClocksDiffer, now + facts.Request.For)
        { Undoes = key };
    }
}
