using System.Globalization;
using Remediator.Changes;
using Remediator.Groups;

namespace Remediator.Findings;

/// <summary>What the call did, where it did not simply open something. Keys and values of tags were written by somebody else.</summary>
internal static class HappenedText
{
    private const int MostTags = 3;

    /// <summary>Completes "alice …"; null for a call that opened something.</summary>
    public static string? Of(Change change, GroupKey own) => change.Kind switch
    {
        ChangeKind.Closed => $"closed {Closed(change, own)}",
        ChangeKind.Created => "created the group",
        ChangeKind.Retagged => Tags(change),
        ChangeKind.PeerChanged => $"changed the entries of prefix list {SafeText.Ascii(change.PrefixListId, 64)}",
        _ => null,
    };

    /// <summary>What follows from it.</summary>
    /// <param name="change">The call.</param>
    /// <param name="opened">Whether something is told that is open: who opened that is another question.</param>
    public static IEnumerable<string> Consequences(Change change, bool opened)
    {
        if (change.Kind == ChangeKind.Created) yield return "A new group lets everything out until somebody narrows it.";
        if (change.Kind == ChangeKind.Retagged) yield return "Other rules may choose the group by its new tags.";
        if (change.Kind == ChangeKind.PeerChanged) yield return "The group refers to that list, so that its permissions admit something else now.";
        if (opened && change.Kind is ChangeKind.Closed or ChangeKind.Retagged) yield return "Who opened what is told here is not known.";
    }

    private static string Closed(Change change, GroupKey own) => change.Closed.Length switch
    {
        0 => "something in the group",
        1 => PermissionText.Of(change.Closed[0], own),
        var count => string.Create(CultureInfo.InvariantCulture, $"{count} permissions"),
    };

    private static string Tags(Change change)
    {
        var tags = change.Retagged.Take(MostTags).Select(t => t.Value is null ? $"took {SafeText.Quote(t.Key, 60)}" : $"set {SafeText.Quote(t.Key, 60)} to {SafeText.Quote(t.Value, 60)}").ToList();
        if (change.Retagged.Length > MostTags) tags.Add(string.Create(CultureInfo.InvariantCulture, $"{change.Retagged.Length - MostTags} more"));
        if (change.AnyTagRetagged) tags.Add(tags.Count == 0 ? "any of them" : "perhaps more");
        return $"changed the group's tags: {string.Join(", ", tags)}";
    }
}
