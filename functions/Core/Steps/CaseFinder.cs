using Remediator.Changes;
using Remediator.Ports;

namespace Remediator.Steps;

/// <summary>An event → the groups that it is about. Which groups refer to a prefix list, only a read tells.</summary>
internal sealed class CaseFinder(TagInterest tags, World world, Invocation invocation)
{
    /// <summary>A mark that is no group's id.</summary>
    private const string NoGroup = "none";

    /// <summary>As many as a tally takes at once.</summary>
    private const int MostMarks = 1_000;

    /// <summary>Longer than an event stays in a dead-letter queue, which is 14 days at most.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(15);

    /// <summary>Perhaps no case at all; or a problem, when the groups could not be found.</summary>
    public async Task<(ImmutableArray<Case> Cases, string? Problem)> Find(ChangeReading reading, CancellationToken cancel) => reading switch
    {
        Change change => ([new(change)], null),
        Several several => (await Retagged(several, cancel).ConfigureAwait(false), null),
        PrefixListChange list => await Referring(list, cancel).ConfigureAwait(false),
        _ => throw new InvalidOperationException($"unknown reading {reading}"),
    };

    /// <summary>Null when the event is of the account that is acted on.</summary>
    public string? WhyNotOurs(ChangeReading reading)
    {
        var account = reading switch
        {
            Change change => change.Account,
            Several several => several.Changes[0].Account,
            PrefixListChange list => list.Account,
            _ => invocation.Account,
        };
        return account == invocation.Account
            ? null
            : $"the event is of account `{account}`, and this function acts on its own account `{invocation.Account}` only: take its events off this rule";
    }

    /// <summary>One call may name a thousand groups: they are read two hundred at a time, else there would never be time for the last of
    /// them. One that this does not show is read by itself.</summary>
    private async Task<ImmutableArray<Case>> Retagged(Several several, CancellationToken cancel)
    {
        var first = several.Changes[0];
        if (tags.Touched(first).IsEmpty) return [.. several.Changes.Select(change => new Case(change))];
        await world.Clock.Settle(first.Time, cancel).ConfigureAwait(false);
        var ids = several.Changes.Select(change => change.Group.Id).OfType<string>().ToImmutableHashSet();
        var reading = await new Reads(world, invocation).Groups(ids, first.Account, first.Region, cancel).ConfigureAwait(false);
        var found = reading is GroupsReading.Found all ? all.Groups.DistinctBy(g => g.Key.GroupId).ToDictionary(g => g.Key.GroupId) : [];
        return [.. several.Changes.Select(change => new Case(change, found.GetValueOrDefault(change.Group.Id ?? "")))];
    }

    private async Task<(ImmutableArray<Case> Cases, string? Problem)> Referring(PrefixListChange change, CancellationToken cancel)
    {
        await world.Clock.Settle(change.Time, cancel).ConfigureAwait(false);
        var reads = new Reads(world, invocation);
        var entries = reads.PrefixList(change.PrefixListId, change.Account, change.Region, cancel);
        var referring = await reads.Referring(change.PrefixListId, change.Account, change.Region, cancel).ConfigureAwait(false);
        var list = (await entries.ConfigureAwait(false) as PrefixListReading.Found)?.List;
        if (referring is GroupsReading.Found found)
        {
            var ids = found.Groups.Select(group => group.Key.GroupId).ToImmutableHashSet();
            var earlier = (await Remembered(change, ids, cancel).ConfigureAwait(false)).Except(ids);
            return ([.. found.Groups.Select(group => new Case(change.For(group.Key.GroupId), group, list)), .. earlier.Select(id => new Case(change.For(id), null, list))], null);
        }

        return ([], $"the groups that refer to prefix list `{change.PrefixListId}` could not be read: {(referring as GroupsReading.Failed)?.Problem ?? Reads.NoAnswer}");
    }

    /// <summary>The groups that any attempt at the event found: one that an earlier attempt closed does not refer to the list any more, and
    /// may not have been told of yet. Those of this attempt alone, when the ledger does not say.</summary>
    private async Task<ImmutableHashSet<string>> Remembered(PrefixListChange change, ImmutableHashSet<string> found, CancellationToken cancel)
    {
        var (name, all) = ($"groups/{StableHash.Of(change.EventId, change.Account, change.Region)}", found);
        // No tally is empty, and most events are about no group at all.
        foreach (var marks in found.Add(NoGroup).Chunk(MostMarks))
        {
            var answer = await world.Books.Tallies.Add(name, [.. marks], null, world.Clock.GetUtcNow() + Kept, cancel).ConfigureAwait(false);
            if (answer is TallyAnswer.Added added) all = all.Union(added.All);
        }

        return all.Remove(NoGroup);
    }
}
