using System.Buffers;
using Remediator.Changes;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Verdicts;

namespace Remediator.Findings;

/// <summary>The command line that opens a hole for a while, for whoever needs what was closed.</summary>
/// <remarks>It is pasted into a shell: made only of what cannot mean anything there. Nobody is offered the whole internet: where the
/// peer was wide it is the one address that the change came from, where that is known, else a word to fill in.</remarks>
internal static class LeaseCommand
{
    private const int Hours = 8;
    private const int MostOfId = 64;
    private const int NarrowIPv4 = 24;
    private const int NarrowIPv6 = 64;

    private static readonly SearchValues<char> Safe =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:/");

    /// <summary>Null where something in it could be read otherwise by a shell.</summary>
    public static string? Of(Report report, Verdict verdict)
    {
        var permission = verdict.Permission;
        var policy = report.Policy.Split('@')[0];
        if (Peer(report, permission) is not { } peer || Service(verdict) is not { } service) return null;
        if (!IsSafe(policy) || !IsSafe(report.Group.Region) || !IsSafe(report.Group.GroupId)) return null;
        var direction = permission.Direction == Direction.Egress ? " --direction egress" : "";
        return $"remediator lease open --policy {policy} --region {report.Group.Region} --group {report.Group.GroupId}{direction} --service {service} --peer {peer} --hours {Hours} --reason 'what it is for'";
    }

    /// <summary>A lease opens one service: the first that was forbidden.</summary>
    private static string? Service(Verdict verdict)
    {
        var services = verdict.Forbidden.Services.IsEmpty ? verdict.Permission.Services : verdict.Forbidden.Services;
        var text = services.Equals(ServiceSet.All) ? "all" : services.Stretches[0].ToString();
        return IsSafe(text) ? text : null;
    }

    private static string? Peer(Report report, Permission permission) => permission.Peer switch
    {
        Groups.Peer.Block block when block.Cidr.Length >= (block.Cidr.Family == AddressFamily.IPv4 ? NarrowIPv4 : NarrowIPv6) => block.Cidr.ToString(),
        Groups.Peer.Block block => OneAddress(report, permission, block.Cidr.Family),
        Groups.Peer.PrefixList list when IsSafe(list.Id) => list.Id,
        Groups.Peer.Group { Account: null, PeeringId: null } group when IsSafe(group.GroupId) => group.GroupId,
        _ => null,
    };

    private static string OneAddress(Report report, Permission permission, AddressFamily family)
    {
        var all = Cidr.Width(family);
        var known = Blame.IsCertain(report) && permission.Direction == Direction.Ingress && report.Change.Actor.Via != Channel.AwsService;
        return known && Cidr.TryParse(report.Change.Actor.SourceAddress, out var source) && source.Family == family && source.Length == all ? source.ToString() : $"ADDRESS/{all}";
    }

    private static bool IsSafe(string text) => text.Length is > 0 and <= MostOfId && !text.AsSpan().ContainsAnyExcept(Safe) && SafeText.Line(text, MostOfId) == text;
}
