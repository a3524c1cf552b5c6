using Remediator.Changes;
using Remediator.Groups;

namespace Remediator.Core.Tests.Changes;

/// <summary>A reading on one line, for tables.</summary>
internal static class Shown
{
    public static string Reading(ChangeReading reading) => reading switch
    {
        Ignored ignored => $"ignored, because {ignored.Why}",
        Unreadable unreadable => $"unreadable: {unreadable}",
        Change change => Change(change),
        Several several => string.Join("\n", several.Changes.Select(Change)),
        PrefixListChange list => $"{list.PrefixListId} changed",
        _ => throw new InvalidOperationException($"{reading.GetType()} is no ending"),
    };

    public static string Permissions(IEnumerable<Permission> permissions) =>
        string.Join("; ", permissions.Select(Permission));

    private static string Permission(Permission p) =>
        $"{(p.Direction == Direction.Egress ? "egress" : "ingress")} {p.Protocol} {p.FromPort}-{p.ToPort} {p.Peer.Text}"
        + (p.RuleId is null ? "" : p.RuleId.Replace("sgr-0000000000000000", " #", StringComparison.Ordinal));

    private static string Change(Change change) =>
        $"{change.Group}{(change.Kind == ChangeKind.Opened ? "" : $" {change.Kind.ToString().ToLowerInvariant()}")} [{Permissions(change.Kind == ChangeKind.Closed ? change.Closed : change.Permissions)}]"
        + (change.AtMost is { } most ? $" at most [{Permissions(most)}]" : "")
        + string.Concat(change.Retagged.Select(tag => tag.Value is null ? $" {tag.Key} taken" : $" {tag.Key}={tag.Value}")) + (change.AnyTagRetagged ? " any tag" : "")
        + (change.DirectionKnown ? "" : " either way")
        + (change.WholeGroupBecause is null ? "" : $" whole group, because {change.WholeGroupBecause}");
}
