using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies.Selectors;

namespace Remediator.Verdicts;

/// <summary>Something that is not known, and that a verdict may hang on.</summary>
/// <param name="Needs">What to read; nothing when it was read or asked for already, in vain.</param>
/// <param name="Text">For people: <c>the group's tags are not known</c>.</param>
/// <param name="About">The traffic for which it matters; null: all of it.</param>
internal sealed record Doubt(Needs Needs, string Text, TrafficSet? About)
{
    /// <summary>A selector that cannot choose the group itself.</summary>
    public static Doubt OfGroup(GroupSelector selector, GroupFacts group)
    {
        var lacks = selector.Needs(group);
        var readable = Unread(lacks, group);
        return new(Needs.Nothing with { Facts = readable }, $"the group's {Facts(lacks, readable)}", null);
    }

    /// <summary>A prefix list whose entries, name or owner is asked for.</summary>
    public static Doubt OfList(string idOrName, Situation situation) => situation.PrefixLists.ContainsKey(idOrName)
        ? new(Needs.Nothing, $"prefix list `{idOrName}` could not be read", null)
        : new(Needs.Nothing with { PrefixLists = [idOrName] }, $"prefix list `{idOrName}` was not read", null);

    /// <summary>A selector that cannot choose the group that is the peer.</summary>
    public static Doubt OfPeer(string groupId, Situation situation) => situation.PeerGroups.ContainsKey(groupId)
        ? new(Needs.Nothing, $"group `{groupId}` could not be read", null)
        : new(Needs.Nothing with { PeerGroups = [groupId] }, $"group `{groupId}` was not read", null);

    /// <summary>Whose addresses no read can tell: rules that name some private addresses and not others.</summary>
    public static Doubt OfMembers(string groupId) => new(Needs.Nothing, $"the addresses of the members of group `{groupId}` are not known", null);

    /// <summary>A fact that was read is not asked for again: a tag that this event changed stays a doubt.</summary>
    private static NeededFacts Unread(NeededFacts lacks, GroupFacts group)
    {
        if (group.Tags is not null) lacks &= ~NeededFacts.Tags;
        if (group.IsAttached is not null) lacks &= ~NeededFacts.Attached;
        return group is { Name: not null, VpcId: not null } ? lacks & ~NeededFacts.Fixed : lacks;
    }

    private static string Facts(NeededFacts lacks, NeededFacts readable)
    {
        var texts = new List<string>();
        if (readable.HasFlag(NeededFacts.Fixed)) texts.Add("name and VPC are not known");
        if (readable.HasFlag(NeededFacts.Tags)) texts.Add("tags are not known");
        else if (lacks.HasFlag(NeededFacts.Tags)) texts.Add("tags were changed just now");
        if (readable.HasFlag(NeededFacts.Attached)) texts.Add("interfaces are not known");
        return texts.Count == 0 ? "facts are not known" : string.Join(", its ", texts);
    }
}
