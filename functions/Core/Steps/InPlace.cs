using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Ports;

namespace Remediator.Steps;

/// <summary>Turns a wide rule into the piece that keeps most of it, where the group is full: by id, so only after a read that matches,
/// and verified by another.</summary>
internal sealed class InPlace(World world, Invocation invocation, Journal journal)
{
    private readonly Acting _acting = new(world, invocation);

    /// <summary>The piece that the rule is now and what is left to create; or no piece, and why.</summary>
    public async Task<(Permission? Piece, ImmutableArray<Permission> Left, string? WhyNot)> Run(GroupKey group, TrimProgress trim, ImmutableArray<Permission> missing, CancellationToken cancel)
    {
        // EC2 does not turn one kind of peer into another (ModifySecurityGroupRules).
        var piece = missing.Where(p => Kind(p.Peer) == Kind(trim.Wide.Peer)).MaxBy(Pieces.Size);
        if (piece is null) return (null, missing, "the group takes no more rules, and no piece has a peer of the same kind");
        var (inPlace, problem) = await _acting.Read(group, cancel).ConfigureAwait(false);
        if (problem is not null || !inPlace.TryGetValue(trim.Wide, out var shown) || shown.RuleId is not { } id) return (null, missing, null);
        piece = piece with { RuleId = id };
        await journal.Write(trim with { Stage = TrimStage.Modifying, Modified = piece }, cancel).ConfigureAwait(false);
        var answer = await _acting.Modify(group, id, piece, cancel).ConfigureAwait(false);
        journal.Note("ModifySecurityGroupRules", answer.RequestId, answer.Said());
        var isTaken = answer is ModifyAnswer.Taken or ModifyAnswer.Refused { PerhapsTaken: true } && await IsVerified(group, trim.Wide, piece, cancel).ConfigureAwait(false);
        if (isTaken) return (piece, [.. missing.Where(p => !p.Equals(piece))], null);
        return (null, missing, $"the group takes no more rules, and the rule could not be changed in place: {(answer as ModifyAnswer.Refused)?.Problem ?? "a read does not show it"}");
    }

    private async Task<bool> IsVerified(GroupKey group, Permission wide, Permission piece, CancellationToken cancel)
    {
        var until = world.Clock.GetUtcNow() + Timing.Settled;
        for (var tries = 0; ; tries++)
        {
            var (inPlace, problem) = await _acting.Read(group, cancel).ConfigureAwait(false);
            if (problem is null && !inPlace.ContainsKey(wide) && inPlace.TryGetValue(piece, out var shown) && shown.RuleId == piece.RuleId) return true;
            if (!await world.Clock.MayTryAgain(tries, until, cancel).ConfigureAwait(false)) return false;
        }
    }

    private static string Kind(Peer peer) => peer is Peer.Block block ? block.Cidr.Family.ToString() : peer.GetType().Name;
}
