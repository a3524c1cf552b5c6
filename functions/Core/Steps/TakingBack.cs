using Remediator.Groups;
using Remediator.Ports;

namespace Remediator.Steps;

/// <summary>Takes away again what we created, by id: only what a read shows under that id with the content that we gave it.</summary>
internal sealed class TakingBack(World world, Invocation invocation, Journal journal)
{
    private readonly Acting _acting = new(world, invocation);

    /// <summary>Null when none of it is there any more; else what is wrong.</summary>
    public async Task<string?> Run(GroupKey group, Direction direction, ImmutableArray<Permission> created, CancellationToken cancel)
    {
        string? refusal = null;
        for (var tries = 0; ; tries++)
        {
            var (inPlace, problem) = await _acting.Read(group, cancel).ConfigureAwait(false);
            ImmutableArray<string> ids = [.. created.Where(inPlace.ContainsKey).Select(p => (Piece: p, Shown: inPlace[p])).Where(x => x.Piece.RuleId is null || x.Piece.RuleId == x.Shown.RuleId).Select(x => x.Shown.RuleId).OfType<string>()];
            if (problem is null && ids.IsEmpty) return null;
            var answer = problem is null ? await _acting.RevokeOwn(group, direction, ids, cancel).ConfigureAwait(false) : null;
            if (answer is not null) journal.Note($"RevokeSecurityGroup{direction}", answer.RequestId, answer is RevokeAnswer.Taken ? $"{ids.Length} of our own" : answer.ToString());
            if (answer is RevokeAnswer.Taken { Returned: true } taken && taken.Revoked.Length == ids.Length) return null;
            refusal = problem ?? (answer as RevokeAnswer.Refused)?.Problem ?? refusal;
            if (!await world.Clock.MayTryAgain(tries, invocation.ActUntil, cancel).ConfigureAwait(false))
                return $"it is gone, and the pieces that we created of it could not be taken away again: {refusal ?? Reads.NoAnswer}";
        }
    }
}
