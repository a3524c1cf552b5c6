using Remediator.Cli.Inputs;
using Remediator.Diagnostics;
using Remediator.Groups;

namespace Remediator.Cli.Describe;

/// <summary>One entry of IpPermissions → a permission for each of its peers.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html</remarks>
internal static class PermissionReader
{
    public static void Read(JsonPlace place, Direction direction, string account, ImmutableArray<Permission>.Builder permissions, Complaints complaints)
    {
        if (!place.IsObject)
        {
            complaints.Not(place, "a permission");
            return;
        }

        var before = permissions.Count;
        var peers = PeersReader.Read(place, account, complaints);
        if (!TryRead(place, complaints, out var protocol, out var from, out var to)) return;
        foreach (var (peer, description) in peers.Known)
        {
            if (Permission.Create(direction, protocol, from, to, peer, out var problem) is { } permission)
            {
                permissions.Add(permission with { Description = description });
                continue;
            }

            complaints.Add(place, problem!, "EC2 prints no such permission: save its answer again");
            return;
        }

        if (permissions.Count == before && !peers.AnyUnread)
            complaints.Add(place, "the permission names no peer, expected a range, a group or a prefix list", $"the file should be {GroupsReader.Expected}, with nothing left out by `--query`");
    }

    private static bool TryRead(JsonPlace place, Complaints complaints, out string protocol, out int? from, out int? to)
    {
        protocol = place.Field("IpProtocol")?.TextOrNumber() ?? "";
        if (protocol.Length == 0) complaints.Lacks(place, "IpProtocol", "a protocol such as `tcp`, `-1` or `50`");
        var portsRead = Port(place, "FromPort", complaints, out from) & Port(place, "ToPort", complaints, out to);
        return portsRead && protocol.Length > 0;
    }

    private static bool Port(JsonPlace place, string name, Complaints complaints, out int? port)
    {
        var field = place.Field(name);
        port = field?.Number();
        if (field is null || port is not null) return true;
        complaints.Add(field, $"{field.Seen}, expected a port as a number", $"the file should be {GroupsReader.Expected}; {UserText.Quote(name)} is a number there");
        return false;
    }
}
