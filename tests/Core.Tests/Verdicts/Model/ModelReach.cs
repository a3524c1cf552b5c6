namespace Remediator.Core.Tests.Verdicts.Model;

/// <summary>Which addresses a peer is, or may be.</summary>
internal sealed record ModelReach(bool[] Cells, bool IsExact, bool IsVacant)
{
    public static ModelReach Of(ModelCase c, ModelPermission p)
    {
        if (p.Kind == "group") return new([.. Universe.Addresses.Select((_, a) => Universe.IsPrivate(a))], false, false);
        if (p.Kind == "block") return new([.. Universe.Addresses.Select((_, a) => Universe.Holds(p.Peer, a))], true, false);
        var entries = c.Lists.Single(l => l.Id == p.Peer).Entries;
        if (entries is null or []) return new([.. Universe.Addresses.Select(_ => true)], false, entries is not null);
        return new([.. Universe.Addresses.Select((_, a) => entries.Any(block => Universe.Holds(block, a)))], true, false);
    }
}
