using Remediator.Changes;
using Remediator.Groups;
using Remediator.Ports;

namespace Remediator.Steps.Answering;

/// <summary>Which suspensions there may be in a group: found by the group, without a look at those of all others.</summary>
internal sealed class SuspendedIn(Books books, GroupKey group)
{
    /// <summary>What could not be put back in time is tried again for as long as this, and is then somebody's own business.</summary>
    private static readonly TimeSpan Overdue = TimeSpan.FromDays(30);

    private string Tally => $"suspended/{StableHash.Of(group.ToString())}";

    /// <summary>Before it is recorded itself. Null, or why it could not be.</summary>
    public async Task<string?> Note(string suspensionId, DateTimeOffset until, CancellationToken cancel) =>
        await books.Tallies.Add(Tally, [suspensionId], null, until + Overdue, cancel).ConfigureAwait(false) is TallyAnswer.Failed failed ? failed.Problem : null;

    /// <summary>Why nothing may be put back into the group: what an answer to a threat took away may be what a baseline names. Null where
    /// nothing is suspended in it.</summary>
    public async Task<string?> WhyNotPutBack(DateTimeOffset now, CancellationToken cancel)
    {
        if (await books.Tallies.Add(Tally, [], null, now + Overdue, cancel).ConfigureAwait(false) is not TallyAnswer.Added known) return Unknown("the ledger did not say");
        foreach (var id in known.All)
        {
            var found = await books.Measures.Find(id, cancel).ConfigureAwait(false);
            if (found.Problem is { } problem) return Unknown(problem);
            if (found.Value is { EndedAt: null }) return "an answer to a threat took something out of the group for a time";
        }

        return null;
    }

    private static string Unknown(string problem) => $"whether an answer to a threat took something out of the group could not be read: {problem}";
}
