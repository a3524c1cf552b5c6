using System.Collections.Immutable;
using System.Globalization;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Verdicts;

namespace Remediator.Benchmarks.Measures;

/// <summary>Groups as an account has them: 1,000 with 20 permissions each, most of them harmless. The same on every run.</summary>
internal sealed class JudgedGroups
{
    public const int Groups = 1000;
    public const int PermissionsEach = 20;

    private static readonly int[] InnerPorts = [22, 80, 443, 3306, 5432, 6379, 8000, 8080, 9200];

    private readonly Random _random = new(20);

    /// <param name="publicPeer">A block outside the private addresses, as text, for the permission with this number.</param>
    public JudgedGroups(Func<Random, string> publicPeer)
    {
        var groups = ImmutableArray.CreateBuilder<(Situation, ImmutableArray<Permission>)>(Groups);
        for (var g = 0; g < Groups; g++)
        {
            ImmutableArray<Permission> permissions = [.. Enumerable.Range(0, PermissionsEach).Select(_ => Next(publicPeer))];
            groups.Add((new Situation(Facts(g), DateTimeOffset.UnixEpoch) { Standing = permissions, IsSweep = true }, permissions));
        }

        All = groups.MoveToImmutable();
    }

    public ImmutableArray<(Situation Situation, ImmutableArray<Permission> Permissions)> All { get; }

    /// <summary>All that a sweep knows of a group.</summary>
    private static GroupFacts Facts(int group) => new(new GroupKey("111122223333", "eu-west-1", Id(group)))
    {
        Name = string.Create(CultureInfo.InvariantCulture, $"app-{group}"),
        Description = "an application",
        VpcId = "vpc-0123456789abcdef0",
        Tags = [new("Environment", "prod"), new("Owner", "team")],
        IsAttached = true,
    };

    private static string Id(int group) => "sg-" + group.ToString("x17", CultureInfo.InvariantCulture);

    private Permission Next(Func<Random, string> publicPeer) => _random.Next(20) switch
    {
        < 8 => Opening(Direction.Ingress, "tcp", InnerPorts[_random.Next(InnerPorts.Length)], Block($"10.{_random.Next(256)}.{_random.Next(256)}.0/24")),
        < 13 => Opening(Direction.Ingress, "tcp", InnerPorts[_random.Next(InnerPorts.Length)], new Peer.Group(Id(_random.Next(Groups)), null, null)),
        < 16 => Opening(Direction.Ingress, "tcp", _random.Next(2) == 0 ? 80 : 443, Block(_random.Next(2) == 0 ? "0.0.0.0/0" : "::/0")),
        < 17 => Opening(Direction.Egress, "-1", -1, Block("0.0.0.0/0")),
        < 19 => Opening(Direction.Ingress, "tcp", 443, Block(publicPeer(_random))),
        _ => Opening(Direction.Ingress, "tcp", 22, Block(publicPeer(_random))),
    };

    private static Peer.Block Block(string text) => Cidr.TryParse(text, out var cidr)
        ? new(cidr, text)
        : throw new BenchmarkException($"`{text}` is no block");

    private static Permission Opening(Direction direction, string protocol, int port, Peer peer) =>
        Permission.Create(direction, protocol, port, port, peer, out var problem) ?? throw new BenchmarkException(problem!);
}
