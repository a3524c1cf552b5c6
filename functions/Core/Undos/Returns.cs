using Remediator.Findings;
using Remediator.Grants;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Remediations;

namespace Remediator.Undos;

/// <summary>What is put back, seen against what stands in the group now.</summary>
internal sealed class Returns
{
    private const string Reserved = "aws:";
    private const int MostShown = 5;

    private readonly UndoFacts _facts;
    private readonly ImmutableArray<Permission> _wanted;
    private readonly ILookup<bool, Permission> _byStanding;
    private readonly Dictionary<Permission, Permission> _standing;

    public Returns(UndoFacts facts, ImmutableArray<Permission> wanted)
    {
        (_facts, _wanted) = (facts, wanted);
        _standing = facts.Group!.Permissions.DistinctBy(p => p).ToDictionary(p => p);
        _byStanding = wanted.ToLookup(_standing.ContainsKey);
    }

    public IEnumerable<Permission> Missing => _byStanding[false];

    public ImmutableArray<Permission> BackAlready => [.. _byStanding[true].Select(p => _standing[p])];

    /// <summary>All of one call get the same tags, and <c>aws:</c> tags cannot be written.</summary>
    public ImmutableArray<Restoration> Calls =>
    [
        .. Missing
            .GroupBy(p => (p.Direction, Tags: TagsOf(p)))
            .OrderBy(g => g.Key.Direction)
            .SelectMany(g => g.Chunk(Revocation.MostPermissions))
            .Select(chunk => new Restoration(_facts.Group!.Key, chunk[0].Direction, [.. chunk])),
    ];

    /// <summary>What stands was put back by our own earlier run, or by somebody else: then there is nothing to put back.</summary>
    public IEnumerable<Refusal> Refusals => _facts.IsContinued ? [] : BackAlready.Select(Refuse);

    public IEnumerable<string> Remarks
    {
        get
        {
            var tags = _wanted.SelectMany(p => p.Tags).Select(t => t.Key).Where(IsReserved).Distinct().Select(key => $"`{SafeText.Line(key, 128)}`").ToList();
            if (tags.Count > 0) yield return $"tags of AWS's own cannot be written, and do not come back: {string.Join(", ", tags.Take(MostShown))}{(tags.Count > MostShown ? " and more" : "")}";
            if (_facts.Attempt.Progress.LeftOut == LeftOut.TagsAndDescriptions) yield break;
            foreach (var wanted in _byStanding[true].Where(p => (p.Description ?? "") != (_standing[p].Description ?? "")))
                yield return $"`{Text(wanted)}` stands there with another description than it had";
        }
    }

    private Refusal Refuse(Permission standing)
    {
        var line = OwnCommand.Waive(_facts.Group!.Key, standing, _facts.Request.For);
        var id = standing.RuleId is { } rule ? $", as `{SafeText.Line(rule, 64)}`" : "";
        return new($"`{Text(standing)}` is there already{id}: somebody put it back", line is null ? "grant it a waiver, so that it stays" : $"so that it stays: `{line}`");
    }

    private string Text(Permission permission) => PermissionText.Of(permission, _facts.Group!.Key);

    private static string TagsOf(Permission permission) =>
        string.Join('\n', permission.Tags.Where(t => !IsReserved(t.Key)).Select(t => $"{t.Key.Length}:{t.Key}={t.Value}").Order(StringComparer.Ordinal));

    private static bool IsReserved(string key) => key.StartsWith(Reserved, StringComparison.OrdinalIgnoreCase);
}
