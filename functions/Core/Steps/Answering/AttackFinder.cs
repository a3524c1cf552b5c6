using Remediator.Groups;
using Remediator.Threats;

namespace Remediator.Steps.Answering;

/// <summary>Doors → what the threat has to do with each group; and the groups in which an earlier delivery did not come to its end.</summary>
internal sealed class AttackFinder(World world, Threat threat, Scene scene, ImmutableArray<Door> doors, ImmutableArray<string> remarks, ToldMarks told)
{
    public async Task<ImmutableArray<Attack>> Find(CancellationToken cancel)
    {
        var attacks = doors.GroupBy(d => d.Group).Select(own => Of(own.Key, [.. own])).ToList();
        // What an earlier delivery closed is no door any more; its group may even be detached since.
        var known = attacks.Select(a => a.Group).ToHashSet();
        var others = scene.Groups.Select(g => g.Key.GroupId).Concat(threat.Interfaces.SelectMany(i => i.GroupIds)).Distinct(StringComparer.Ordinal)
            .Select(id => new GroupKey(threat.Account, threat.Region, id)).Where(key => !known.Contains(key)).Select(key => Of(key, [])).ToList();
        var asked = others.Select(a => (Attack: a, Earlier: world.Ledger.Earlier(a.Key, cancel))).ToList();
        foreach (var (attack, asking) in asked)
        {
            var earlier = await asking.ConfigureAwait(false);
            if (earlier.Problem is not null || earlier.Value is not null) attacks.Add(attack);
        }

        return [.. attacks];
    }

    private Attack Of(GroupKey group, ImmutableArray<Door> own) => new(Attack.Kept(threat, own.Select(d => d.Contact)), group, [.. own.Select(d => d.Permission).Distinct()])
    {
        Shown = scene.Groups.FirstOrDefault(g => g.Key == group),
        Told = told,
        Problems = scene.ProblemsOf(group),
        Remarks = remarks,
    };
}
