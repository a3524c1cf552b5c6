namespace Remediator.Core.Tests.Verdicts.Model;

/// <summary>Whether words mean a group or an address: 0 no, 1 perhaps, 2 yes.</summary>
internal static class ModelChoice
{
    /// <summary>As it is now; perhaps, where it is not now and may have been before this event changed the tag.</summary>
    public static int Chooses(ModelSelector selector, ModelGroup group)
    {
        var now = Fits(selector, group);
        return now == 0 && group.Retagged && Fits(selector, group with { TagsKnown = false }) > 0 ? 1 : now;
    }

    /// <summary>Whether the word means this address of the permission's peer.</summary>
    public static int Means(ModelTerm term, ModelCase c, ModelPermission p, int address, bool excuses) => term.Kind switch
    {
        "anywhere" => 2,
        "internet" => Universe.IsPrivate(address) ? 0 : 2,
        "private" => Universe.IsPrivate(address) ? 2 : 0,
        "block" => Universe.Holds(term.Text, address) ? 2 : 0,
        "self" => p.Peer == c.Own.Id ? 2 : 0,
        "group" => p.Kind == "group" ? Chooses(term.Selector!, p.Peer == c.Own.Id ? c.Own : c.Peers.Single(g => g.Id == p.Peer)) : 0,
        "foreign" => p.Kind != "list" ? 0 : c.Lists.Single(l => l.Id == p.Peer) is { Entries: not null } read ? IsForeign(read) ? 2 : 0 : 1,
        _ => MeansList(term.Text, c, p, address, excuses),
    };

    private static int Fits(ModelSelector selector, ModelGroup group) => selector.Kind switch
    {
        "any" => 2,
        "id" => group.Id == selector.Text ? 2 : 0,
        "name" => group.Name is null ? 1 : group.Name.StartsWith(selector.Text, StringComparison.Ordinal) ? 2 : 0,
        "tag" => Tagged(selector.Text, group),
        "except" => 2 - Fits(selector.One!, group),
        "both" => Math.Min(Fits(selector.One!, group), Fits(selector.Other!, group)),
        _ => Math.Max(Fits(selector.One!, group), Fits(selector.Other!, group)),
    };

    private static int Tagged(string begin, ModelGroup group)
    {
        if (!group.TagsKnown) return 1;
        return group.Tier is not null && group.Tier.StartsWith(begin, StringComparison.Ordinal) ? 2 : 0;
    }

    private static int MeansList(string text, ModelCase c, ModelPermission p, int address, bool excuses)
    {
        var isId = text.StartsWith("pl-", StringComparison.Ordinal);
        bool Fits(ModelList l) => isId ? l.Id == text : l.Name == text && !(excuses && IsForeign(l));
        if (p.Peer == text) return 2;
        if (p.Kind == "list" && c.Lists.Single(l => l.Id == p.Peer) is var own)
        {
            if (own.Entries is null && !isId) return 1;
            if (own.Entries is not null && Fits(own)) return 2;
        }

        var read = c.Lists.Where(l => l.Entries is not null && Fits(l)).ToList();
        if (read.Count == 0) return 1;
        return read.Exists(l => l.Entries!.Any(block => Universe.Holds(block, address))) ? 2 : 0;
    }

    private static bool IsForeign(ModelList list) => list.Owner is not ("AWS" or "111122223333" or "444455556666");
}
