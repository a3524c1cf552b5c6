using Remediator.Changes;
using Remediator.Policies;

namespace Remediator.Steps;

/// <summary>Whether an event is a call of our own. Only baselines and change control make a difference: no deny rule does.</summary>
internal sealed class Ownership(Policy policy, World world, Invocation invocation, Change change)
{
    private bool _isAsked;

    private bool Matters => !(policy.Baselines.IsEmpty && policy.Changes.IsEmpty);

    /// <summary>Whether to ask together with the claim.</summary>
    public bool MayBeOurs => !_isAsked && Matters;

    /// <summary>Asked before judging where that saves reads: a call in our own session's name, and anything that was closed. What another
    /// person opened is not kept waiting.</summary>
    public async Task<(bool IsOwn, string? Unknown)> AskFirst(CancellationToken cancel)
    {
        if (!Matters || !(change.Kind == ChangeKind.Closed || invocation.MayBe(change.Actor))) return (false, null);
        _isAsked = true;
        var group = new Groups.GroupKey(change.Account, change.Region, change.Group.Id ?? "");
        var answer = await world.Ledger.IsOurs(change.RequestId, group, change.Permissions, world.Clock.GetUtcNow(), cancel).ConfigureAwait(false);
        return (answer.Value, answer.Problem is { } problem ? $"whether this was a call of our own could not be read: {problem}" : null);
    }
}
