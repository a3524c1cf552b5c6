using Remediator.Groups;
using Remediator.Ports;

namespace Remediator.Steps;

/// <summary>Takes away again what we created, by id: never what a read shows under that id with another content than we gave it.</summary>
internal sealed class TakingBack(World world, Invocation invocation, Journal journal)
{
    private readonly Acting _acting = new(world, invocation);

    /// <summary>Null when none of it is there any more; else what is wrong.</summary>
    public async Task<string?> Run(GroupKey group, Direction direction, ImmutableArray<Permission> created, CancellationToken cancel)
    {
        var settled = world.Clock.GetUtcNow() + Timing.Settled;
        string? refusal = null;
        for (var tries = 0; ; tries++)
        {
            var (inPlace, problem) = await _acting.Read(group, cancel).ConfigureAwait(false);
            var ids = problem is not null ? [] : tries == 0 ? NotContradicted(created, inPlace) : Shown(created, inPlace);
            if (problem is null && ids.IsEmpty && (tries == 0 || world.Clock.GetUtcNow() >= settled)) return null;
            var answer = ids.IsEmpty ? null : await _acting.RevokeOwn(group, direction, ids, cancel).ConfigureAwait(false);
            if (answer is not null) journal.Note($"RevokeSecurityGroup{direction}", answer.RequestId, answer.Said());
            if (answer is RevokeAnswer.Taken { Returned: true } taken && taken.Revoked.Length == ids.Length) return null;
            refusal = problem ?? (answer as RevokeAnswer.Refused)?.Problem ?? refusal;
            if (!await world.Clock.MayTryAgain(tries, invocation.ActUntil, cancel).ConfigureAwait(false))
                return $"it is gone, and the pieces that we created of it could not be taken away again: {refusal ?? Reads.NoAnswer}";
        }
    }

    /// <summary>A read may be too early to show what was created a moment ago.</summary>
    private static ImmutableArray<string> NotContradicted(ImmutableArray<Permission> created, Dictionary<Permission, Permission> inPlace)
    {
        var others = inPlace.Values.Where(p => !created.Contains(p)).Select(p => p.RuleId).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. created.Select(p => p.RuleId ?? inPlace.GetValueOrDefault(p)?.RuleId).OfType<string>().Where(id => !others.Contains(id))];
    }

    private static ImmutableArray<string> Shown(ImmutableArray<Permission> created, Dictionary<Permission, Permission> inPlace) =>
    [
        .. created
            .Where(inPlace.ContainsKey)
            .Where(p => p.RuleId is null || p.RuleId == inPlace[p].RuleId)
            .Select(p => inPlace[p].RuleId)
            .OfType<string>(),
    ];
}
