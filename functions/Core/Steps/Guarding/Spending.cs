using Remediator.Groups;
using Remediator.Ports;
using Remediator.Verdicts;

namespace Remediator.Steps.Guarding;

/// <summary>Takes what is to be removed out of the budgets: what fits is done, the most severe first; the rest is held.</summary>
internal sealed class Spending(ITallies tallies)
{
    /// <summary>A tally that others fill at the same time is asked again so often.</summary>
    private const int MostTries = 5;

    /// <summary>Which permissions are held and by which limit, or why nobody knows.</summary>
    public async Task<(ImmutableDictionary<Permission, string> Held, string? Problem)> Spend(
        GroupKey group, IReadOnlyCollection<Verdict> verdicts, Func<Verdict, ImmutableArray<Budget>> budgets, DateTimeOffset until, CancellationToken cancel)
    {
        var spent = verdicts
            .SelectMany(v => budgets(v).Select(budget => (Budget: budget, Verdict: v)))
            .GroupBy(b => b.Budget, b => b.Verdict)
            .Select(b => (Budget: b.Key, Permissions: b.Select(v => v.Permission).ToList(), Spent: Spend(b.Key, group, [.. b.OrderByDescending(v => v.Severity).Select(v => v.Permission)], until, cancel)))
            .ToList();
        var held = ImmutableDictionary.CreateBuilder<Permission, string>();
        string? problem = null;
        foreach (var one in spent)
        {
            var (over, why) = await one.Spent.ConfigureAwait(false);
            foreach (var (permission, words) in over) held[permission] = words;
            problem ??= why;
        }

        foreach (var one in spent) await GiveBack(one.Budget, group, [.. one.Permissions.Where(held.ContainsKey)], cancel).ConfigureAwait(false);
        return (held.ToImmutable(), problem);
    }

    /// <summary>What one limit holds uses up nothing of another: else cheap holes in one group would empty the account's.</summary>
    private async Task GiveBack(Budget budget, GroupKey group, ImmutableArray<Permission> held, CancellationToken cancel)
    {
        // What could not be given back counts for the rest of the hour, and is nobody's problem.
        if (!held.IsEmpty) await tallies.Remove(budget.Tally, [.. held.Select(p => Budget.Mark(group, p))], cancel).ConfigureAwait(false);
    }

    private async Task<(ImmutableDictionary<Permission, string> Held, string? Problem)> Spend(
        Budget budget, GroupKey group, ImmutableArray<Permission> permissions, DateTimeOffset until, CancellationToken cancel)
    {
        var marks = permissions.Select(p => Budget.Mark(group, p)).ToList();
        var fitting = marks.ToImmutableHashSet(StringComparer.Ordinal);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var answer = fitting.IsEmpty ? null : await tallies.Add(budget.Tally, fitting, budget.Most, until, cancel).ConfigureAwait(false);
            if (answer is TallyAnswer.Failed failed) return ([], failed.Problem);
            if (answer is not TallyAnswer.Full full) return (permissions.Zip(marks).Where(p => !fitting.Contains(p.Second)).ToImmutableDictionary(p => p.First, _ => budget.Words), null);
            var fresh = marks.Where(m => !full.All.Contains(m)).Distinct().Take(Math.Max(0, budget.Most - full.All.Count));
            var next = marks.Where(full.All.Contains).Concat(fresh).ToImmutableHashSet(StringComparer.Ordinal);
            if (full.All.IsSupersetOf(next)) return (permissions.Zip(marks).Where(p => !next.Contains(p.Second)).ToImmutableDictionary(p => p.First, _ => budget.Words), null);
            fitting = next;
        }

        return ([], $"the tally `{budget.Tally}` changed too fast to be written");
    }
}
