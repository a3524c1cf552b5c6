using Remediator.Groups;
using Remediator.Remediations;

namespace Remediator.Steps;

/// <summary>Finds out whether a revoke that EC2 took had its effect.</summary>
/// <param name="close">Takes what became of permissions.</param>
internal sealed class Verifier(TimeProvider clock, Acting acting, Action<IEnumerable<Permission>, Closing> close)
{
    /// <summary>EC2 took the call and did not list what it removed: read until it is gone, for as long as reads may lag.</summary>
    public async Task Run(Revocation call, CancellationToken cancel)
    {
        var until = clock.GetUtcNow() + Timing.Settled;
        for (var tries = 0; ; tries++)
        {
            var (inPlace, problem) = await acting.Read(call.Group, cancel).ConfigureAwait(false);
            if (problem is null) call = call with { Permissions = StillOpen(call.Permissions, inPlace) };
            if (call.Permissions.IsEmpty) return;
            if (await clock.MayTryAgain(tries, until, cancel).ConfigureAwait(false)) continue;
            close(call.Permissions, new(Outcome.Failed, problem is null
                ? "EC2 took the call, and still shows the permission after five seconds"
                : $"EC2 took the call, but the group could not be read to verify it: {problem}"));
            return;
        }
    }

    private ImmutableArray<Permission> StillOpen(ImmutableArray<Permission> permissions, Dictionary<Permission, Permission> inPlace)
    {
        var open = ImmutableArray.CreateBuilder<Permission>();
        foreach (var permission in permissions)
        {
            if (!inPlace.TryGetValue(permission, out var shown)) close([permission], new(Outcome.Revoked, null));
            else if (shown.RuleId is { } now && permission.RuleId is { } was && now != was) close([permission], new(Outcome.OpenedAgain, $"opened again as {now}"));
            else open.Add(permission);
        }

        return open.ToImmutable();
    }
}
