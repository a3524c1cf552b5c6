using Remediator.Findings;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Steps;

namespace Remediator.Undos;

/// <summary>Takes away what we created, by id, and only while a read shows the content that we gave it; then looks whether it is gone.</summary>
internal sealed class Taking(UndoPorts ports, UndoPlan plan)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly UndoReads _reads = new(ports);
    private readonly List<Permission> _gone = [];
    private readonly List<string> _remarks = [];

    public async Task<Taken> Run(CancellationToken cancel)
    {
        string? problem = null;
        foreach (var call in plan.TakeAway) problem ??= await Take(call, cancel).ConfigureAwait(false);
        return new([.. _gone], problem, [.. _remarks]);
    }

    private async Task<string?> Take(Revocation call, CancellationToken cancel)
    {
        var until = ports.Clock.GetUtcNow() + Patience;
        string? refusal = null;
        for (var tries = 0; ; tries++)
        {
            var (standing, unread) = await _reads.Standing(plan.Group, cancel).ConfigureAwait(false);
            var byId = standing.Where(p => p.RuleId is not null).DistinctBy(p => p.RuleId).ToDictionary(p => p.RuleId!);
            ImmutableArray<Permission> left = [.. call.Permissions.Where(p => byId.GetValueOrDefault(p.RuleId!)?.Equals(p) == true)];
            if (unread is null && left.IsEmpty) return Settle(call, byId);
            if (!left.IsEmpty) refusal = await Revoke(call.Direction, left, cancel).ConfigureAwait(false) ?? refusal;
            if (await ports.Clock.MayTryAgain(tries, until, cancel).ConfigureAwait(false)) continue;
            return $"what was put there could not be taken away again: {unread ?? refusal ?? "EC2 took the call, and a read still shows it"}";
        }
    }

    /// <summary>What has another content by now was changed by somebody else, or is what was put back in its place.</summary>
    private string? Settle(Revocation call, Dictionary<string, Permission> byId)
    {
        var wanted = plan.Wanted.ToHashSet();
        foreach (var permission in call.Permissions)
        {
            if (!byId.TryGetValue(permission.RuleId!, out var shown) || wanted.Contains(shown)) _gone.Add(permission);
            else _remarks.Add($"`{SafeText.Line(permission.RuleId, 64)}` holds `{PermissionText.Of(shown, plan.Group)}` since a moment ago, and stays");
        }

        return null;
    }

    /// <summary>What EC2 had against it; null when it took the call.</summary>
    private async Task<string?> Revoke(Direction direction, ImmutableArray<Permission> left, CancellationToken cancel)
    {
        var answer = await ports.Edits.RevokeOwn(plan.Group, direction, [.. left.Select(p => p.RuleId!)], cancel).ConfigureAwait(false);
        // Then nobody takes the event of this call for somebody's closing of what a baseline names. It costs nothing where it fails: the
        // waiver keeps a baseline from putting it back.
        if (answer is RevokeAnswer.Taken && answer.RequestId is { } request)
            await ports.Books.Ledger.NoteCall(request, ports.Clock.GetUtcNow(), cancel).ConfigureAwait(false);
        return (answer as RevokeAnswer.Refused)?.Problem;
    }
}
