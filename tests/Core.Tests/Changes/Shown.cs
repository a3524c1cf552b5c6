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
        _ => throw new InvalidOperationException($"{reading.GetType()} is no ending"),
    };

    public static string Permissions(IEnumerable<Permission> permissions) =>
        string.Join("; ", permissions.Select(Permission));

    private static string Permission(Permission p) =>
        $"{(p.Direction == Direction.Egress ? "egress" : "ingress")} {p.Protocol} {p.FromPort}-{p.ToPort} {p.Peer.Text}"
        + (p.RuleId is null ? "" : p.RuleId.Replace("sgr-0000000000000000", " #", StringComparison.Ordinal));

    private static string Change(Change change) =>
        $"{change.Group} [{Permissions(change.Permissions)}]{(change.DirectionKnown ? "" : " either way")}"
        + (change.WholeGroupBecause is null ? "" : $" whole group, because {change.WholeGroupBecause}");
}
