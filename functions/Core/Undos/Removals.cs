using Remediator.Findings;
using Remediator.Grants;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Network;
using Remediator.Remediations;

namespace Remediator.Undos;

/// <summary>What we created and take away again, seen against what stands in the group now: only a rule with the id that EC2 gave us
/// and the content that we gave it.</summary>
internal sealed class Removals
{
    private readonly SecurityGroup _group;
    private readonly Dictionary<string, Permission> _byId;
    private readonly HashSet<Permission> _wanted;

    public Removals(SecurityGroup group, ImmutableArray<Permission> wanted, ImmutableArray<Permission> created)
    {
        (_group, _wanted, Created) = (group, [.. wanted], created);
        _byId = group.Permissions.Where(p => p.RuleId is not null).DistinctBy(p => p.RuleId).ToDictionary(p => p.RuleId!);
        ToTake = [.. created.Where(p => Shown(p)?.Equals(p) == true).DistinctBy(p => p.RuleId)];
    }

    public ImmutableArray<Permission> Created { get; }

    public ImmutableArray<Permission> ToTake { get; }

    public ImmutableArray<Revocation> Calls =>
    [
        .. ToTake
            .GroupBy(p => p.Direction)
            .OrderBy(g => g.Key)
            .SelectMany(g => g.Chunk(Revocation.MostPermissions).Select(chunk => new Revocation(_group.Key, g.Key, [.. chunk]))),
    ];

    /// <summary>What is gone is no reason to refuse: then there is nothing to take away.</summary>
    public IEnumerable<string> Remarks => Created.Where(p => Shown(p) is null).Select(Gone);

    /// <summary>What has our id and another content is somebody else's work by now; what is put back may have it, see <see cref="Swap"/>.</summary>
    public IEnumerable<Refusal> Refusals(TimeSpan time) =>
        from created in Created
        let shown = Shown(created)
        where shown is not null && !shown.Equals(created) && !_wanted.Contains(shown)
        select Refuse(created, shown, time);

    /// <summary>The rules that may become the wide permission of their trim: EC2 does not turn one kind of peer into another.</summary>
    public IEnumerable<Swap> SwapsFor(TrimProgress? trim)
    {
        if (trim is null) return [];
        var pieces = trim.Modified is { } modified ? trim.Created.Insert(0, modified) : trim.Created;
        return pieces.Where(p => p.RuleId is not null && ToTake.Contains(p) && Kind(p.Peer) == Kind(trim.Wide.Peer)).Take(1).Select(p => new Swap(trim.Wide with { RuleId = null }, p));
    }

    private Permission? Shown(Permission created) => created.RuleId is { } id ? _byId.GetValueOrDefault(id) : null;

    private string Gone(Permission created)
    {
        var text = PermissionText.Of(created, _group.Key);
        if (_group.Permissions.FirstOrDefault(p => p.Equals(created)) is not { } another) return $"`{text}`, which was put there, is gone already";
        var id = SafeText.Line(another.RuleId, 64) is { Length: > 0 } known ? $" as `{known}`" : "";
        return $"`{text}` stands there{id}, and is not known to be the rule that was put there: it stays";
    }

    private Refusal Refuse(Permission created, Permission shown, TimeSpan time)
    {
        var id = SafeText.Line(created.RuleId, 64);
        var take = RevokeCommand.OfRule(_group.Key, shown.Direction, created.RuleId!);
        var open = _wanted.Select(p => OwnCommand.Lease(_group.Key, p, time)).OfType<string>().ToList();
        var how = string.Join("; ", new[] { take is null ? null : $"if it is to go: `{take}`", open.Count == 0 ? null : $"to open what was closed: `{open[0]}`" }.OfType<string>());
        return new($"`{id}` holds `{PermissionText.Of(shown, _group.Key)}` now, and held `{PermissionText.Of(created, _group.Key)}` when it was put there", how.Length == 0 ? "look at the group as it is now" : how);
    }

    private static string Kind(Peer peer) => peer is Peer.Block { Cidr.Family: AddressFamily.IPv4 } ? "IPv4" : peer is Peer.Block ? "IPv6" : peer.GetType().Name;
}
