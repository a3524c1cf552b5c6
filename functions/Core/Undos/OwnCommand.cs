using System.Buffers;
using System.Globalization;
using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Undos;

/// <summary>The lines of our own command line that do what an undo does not.</summary>
/// <remarks>As <see cref="Findings.RevokeCommand"/>: made only of what means nothing to a shell.</remarks>
internal static class OwnCommand
{
    private static readonly SearchValues<char> Safe =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:/");

    /// <summary>Opens it, and lets it stay. Null where it cannot be written safely.</summary>
    public static string? Lease(GroupKey group, Permission permission, TimeSpan time) => Of("lease open", group, permission, time);

    /// <summary>Lets stay what is open already.</summary>
    public static string? Waive(GroupKey group, Permission permission, TimeSpan time) => Of("waive", group, permission, time);

    private static string? Of(string verb, GroupKey group, Permission permission, TimeSpan time)
    {
        if (Service(permission.Services) is not { } service || Peer(permission.Peer) is not { } peer || !IsSafe(group.GroupId) || !IsSafe(group.Region)) return null;
        var direction = permission.Direction == Direction.Egress ? " --direction egress" : "";
        var hours = Math.Ceiling(time.TotalHours).ToString(CultureInfo.InvariantCulture);
        return $"remediator {verb} --policy POLICY --region {group.Region} --group {group.GroupId} --service {service} --peer {peer}{direction} --hours {hours} --reason WHY";
    }

    /// <summary>As a policy writes it; one permission has one stretch of services, or all.</summary>
    private static string? Service(ServiceSet services)
    {
        if (services.Equals(ServiceSet.All)) return "all";
        if (services.Stretches is not [var one] || one.First != one.Last) return null;
        return one.IsWhole ? one.First.ToString() : one.ToString();
    }

    private static string? Peer(Peer peer) => peer switch
    {
        Peer.Block block => block.Text,
        Peer.PrefixList list when IsSafe(list.Id) => list.Id,
        Peer.Group group when IsSafe(group.GroupId) => group.GroupId,
        _ => null,
    };

    private static bool IsSafe(string text) => text.Length is > 0 and <= 40 && !text.AsSpan().ContainsAnyExcept(Safe);
}
