using Remediator.Groups;
using Remediator.Remediations;

namespace Remediator.Steps;

/// <summary>Puts back what a baseline names and the group lacks. Each was judged: no rule forbids it.</summary>
/// <param name="isTakenOver">An earlier attempt may have done it already.</param>
internal sealed class PuttingBack(World world, Invocation invocation, Journal journal, bool isTakenOver)
{
    public const string ByAnEarlierAttempt = "it is there since an earlier attempt to put it back that did not end well";

    /// <summary>What became of each permission, by content.</summary>
    public async Task<IReadOnlyDictionary<Permission, Closing>> Run(Restoration call, CancellationToken cancel)
    {
        var creation = await new Creator(world, invocation, journal).Run(call, cancel).ConfigureAwait(false);
        journal.Keep(journal.Progress with { Restored = [.. journal.Progress.Restored, .. creation.Created] });
        return call.Permissions.ToDictionary(p => p, p => Ending(p, creation));
    }

    private Closing Ending(Permission permission, Creation creation)
    {
        if (creation.NotCreated.Contains(permission)) return new(Outcome.Missing, $"it could not be put back: {creation.WhyNot}");
        if (creation.Created.Contains(permission)) return new(Outcome.Restored, null);
        return isTakenOver ? new(Outcome.Restored, ByAnEarlierAttempt) : new(Outcome.Gone, "somebody else put it back");
    }
}
