using Remediator.Cli.Inputs;
using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Cli.Describe;

/// <summary>The four lists of peers of an entry of IpPermissions. A fifth that is not known here is a problem, never nothing.</summary>
internal static class PeersReader
{
    private static readonly string[] Known = ["IpProtocol", "FromPort", "ToPort", "IpRanges", "Ipv6Ranges", "PrefixListIds", "UserIdGroupPairs"];

    /// <param name="account">The owner of the group, whose id is left out of references to its own groups.</param>
    public static Peers Read(JsonPlace permission, string account, Complaints complaints)
    {
        var (peers, unread) = (new List<(Peer, string?)>(), false);
        foreach (var (list, read) in new (string, Func<JsonPlace, Complaints, Peer?>)[]
        {
            ("IpRanges", (range, to) => Block(range, "CidrIp", AddressFamily.IPv4, to)),
            ("Ipv6Ranges", (range, to) => Block(range, "CidrIpv6", AddressFamily.IPv6, to)),
            ("PrefixListIds", PrefixList),
            ("UserIdGroupPairs", (pair, to) => Group(pair, account, to)),
        })
        {
            foreach (var place in complaints.List(permission, list, "a list of peers"))
            {
                if (read(place, complaints) is { } peer) peers.Add((peer, place.Field("Description")?.Text()));
                else unread = true;
            }
        }

        return new(peers, unread | HasUnknown(permission, complaints));
    }

    private static bool HasUnknown(JsonPlace permission, Complaints complaints)
    {
        var unknown = permission.Fields().Where(field => !Known.Contains(field.Name) && !field.IsNothing).ToList();
        foreach (var field in unknown) complaints.Add(field, "the field is not known, and may name a peer that is not judged", "use a later version of this program, or judge the permission by hand");
        return unknown.Count > 0;
    }

    private static Peer? Block(JsonPlace range, string field, AddressFamily family, Complaints complaints)
    {
        var place = range.Field(field);
        if (Cidr.TryParse(place?.Text(), out var cidr) && cidr.Family == family) return new Peer.Block(cidr, place!.Text()!);
        Complain(range, place, field, family == AddressFamily.IPv4 ? "a block such as `203.0.113.0/24`" : "a block such as `2001:db8::/32`", complaints);
        return null;
    }

    private static Peer? PrefixList(JsonPlace entry, Complaints complaints)
    {
        var place = entry.Field("PrefixListId");
        if (Ids.Is(place?.Text(), "pl-")) return new Peer.PrefixList(place!.Text()!);
        Complain(entry, place, "PrefixListId", "an id such as `pl-0123456789abcdef0`", complaints);
        return null;
    }

    private static Peer? Group(JsonPlace pair, string account, Complaints complaints)
    {
        var place = pair.Field("GroupId");
        if (!Ids.Is(place?.Text(), "sg-"))
        {
            Complain(pair, place, "GroupId", "an id such as `sg-0123456789abcdef0`", complaints);
            return null;
        }

        var owner = pair.Field("UserId")?.TextOrNumber();
        return new Peer.Group(place!.Text()!, owner == account ? null : owner, pair.Field("VpcPeeringConnectionId")?.Text());
    }

    private static void Complain(JsonPlace peer, JsonPlace? field, string name, string needed, Complaints complaints)
    {
        if (field is not null) complaints.Not(field, needed);
        else if (peer.IsObject) complaints.Lacks(peer, name, needed);
        else complaints.Not(peer, $"an object with `{name}`");
    }
}
