using Remediator.Core.Tests.Pipelines;
using Remediator.Groups;
using Remediator.Threats;
using static Remediator.Core.Tests.Answers.AttackedAccount;

namespace Remediator.Core.Tests.Answers;

/// <summary>Random groups, policies and findings over few addresses and ports, so that they meet; and what has to go of them, one packet
/// after the other by hand.</summary>
internal static class RandomAttack
{
    /// <summary>Those of one interface.</summary>
    public static readonly string[] GroupIds = ["sg-web", "sg-two", "sg-three"];

    private static readonly string[] Peers = ["0.0.0.0/0", "198.51.100.0/24", "198.51.100.0/25", "198.51.100.7/32", "203.0.113.0/24", "10.0.0.0/8", "10.0.7.0/24", "192.0.2.0/24", "::/0", "2001:db8::/32", "sg-lb", "sg-app"];
    private static readonly string[] Attackers = ["198.51.100.7", "198.51.100.200", "203.0.113.9", "10.0.7.7", "10.9.9.9", "2001:db8::7"];
    private static readonly int[] Ports = [22, 80, 443, 3389, 8080];

    /// <summary>One of a policy that has no other than these.</summary>
    /// <param name="Tells">It asks to tell people, not to act.</param>
    public readonly record struct DenyRule(int Port, string Peer, bool Tells);

    public static List<DenyRule> Rules(Random random) =>
        [.. Enumerable.Range(1, random.Next(1, 4)).Select(_ => new DenyRule(Ports[random.Next(Ports.Length)], random.Next(3) == 0 ? "198.51.100.0/24" : "internet", random.Next(5) == 0)).DistinctBy(r => (r.Port, r.Peer))];

    public static string Text(List<DenyRule> rules) =>
        "rules:\n" + string.Concat(rules.Select((r, i) => $"- id: R{i}\n  name: r{i}\n  deny: {{ direction: ingress, service: tcp/{r.Port}, peer: {r.Peer} }}\n  why: because\n{(r.Tells ? "  action: notify\n" : "")}"));

    public static Threat Attack(Random random) =>
        Guessing([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => From(Attackers[random.Next(Attackers.Length)], random.Next(6) == 0 ? null : Ports[random.Next(Ports.Length)]))]);

    /// <summary>It let the attack in, and a rule that acts forbids it.</summary>
    public static bool MustGo(Permission permission, Threat threat, List<DenyRule> rules) =>
        threat.Contacts.Any(c => LetsIn(permission, c)) && rules.Exists(r => !r.Tells && Forbids(permission, r.Port, r.Peer));

    public static Permission Any(Random random)
    {
        var peer = Peers[random.Next(Peers.Length)];
        var direction = random.Next(6) == 0 ? Direction.Egress : Direction.Ingress;
        var from = Ports[random.Next(Ports.Length)];
        return random.Next(5) switch
        {
            0 => Account.Permission(direction, "-1", null, null, peer),
            1 => Account.Permission(direction, "udp", from, from, peer),
            2 => Account.Permission(direction, "tcp", Math.Max(0, from - random.Next(500)), from + random.Next(500), peer),
            _ => Account.Permission(direction, "tcp", from, from, peer),
        };
    }

    private static bool LetsIn(Permission permission, Contact contact)
    {
        if (permission.Direction != Direction.Ingress || permission.Protocol == "udp") return false;
        if (permission.Protocol == "tcp" && contact.LocalPort is { } port && (port < permission.FromPort || port > permission.ToPort)) return false;
        return permission.Peer is Peer.Block block ? Within(contact.Remote.ToString(), block.Spelling) : contact.Remote.ToString() == "10.0.7.7" && permission.Peer is Peer.Group { GroupId: "sg-lb" };
    }

    /// <summary>Of the addresses used here only those under 10 are private, and a group's members are.</summary>
    private static bool Forbids(Permission permission, int port, string denied)
    {
        if (permission.Direction != Direction.Ingress || permission.Protocol == "udp" || permission.Peer is not Peer.Block block) return false;
        if (permission.Protocol == "tcp" && (port < permission.FromPort || port > permission.ToPort)) return false;
        return denied == "internet" ? !block.Spelling.StartsWith("10.", StringComparison.Ordinal) : block.Spelling is "0.0.0.0/0" || block.Spelling.StartsWith("198.51.100.", StringComparison.Ordinal);
    }

    private static bool Within(string address, string block) => block switch
    {
        "0.0.0.0/0" => !address.Contains(':', StringComparison.Ordinal),
        "::/0" or "2001:db8::/32" => address.Contains(':', StringComparison.Ordinal),
        "198.51.100.0/25" or "198.51.100.7/32" => address == "198.51.100.7",
        "10.0.0.0/8" => address.StartsWith("10.", StringComparison.Ordinal),
        _ => block.EndsWith("/24", StringComparison.Ordinal) && address.StartsWith(block[..(block.LastIndexOf('.') + 1)], StringComparison.Ordinal),
    };
}
