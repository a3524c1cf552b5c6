using Remediator.Changes;
using Remediator.Containment;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Network;
using Remediator.Remediations;
using Remediator.Waivers;

namespace Remediator.Scenarios.Books;

/// <summary>Values to put into the ledger.</summary>
internal static class Some
{
    public static readonly GroupKey Group = new("111122223333", "eu-west-1", "sg-0a");

    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static string Key => Guid.NewGuid().ToString("N");

    public static Permission Ingress(int port)
    {
        Assert.True(Cidr.TryParse("203.0.113.0/24", out var block));
        var permission = Permission.Create(Direction.Ingress, "tcp", port, port, new Peer.Block(block, "203.0.113.0/24"), out var problem);
        Assert.True(permission is not null, problem);
        return permission;
    }

    /// <param name="port">What the plan revokes: by it one plan is told from another.</param>
    public static Claim Claim(string key, int port = 22) => new(
        key,
        new Change("event-" + key, "AuthorizeSecurityGroupIngress", Noon, "111122223333", "eu-west-1", new("sg-0a", null), new("arn:aws:iam::111122223333:user/alice", null, null, null, Channel.Unknown, null)),
        [],
        new Plan(Group, [new(Group, Direction.Ingress, [Ingress(port)])], []),
        Noon);

    public static int Port(this Claim claim) => claim.Plan.Calls[0].Permissions[0].FromPort!.Value;

    public static Progress Progress(params string[] requestIds) => Ledger.Progress.Begun with
    {
        ClosedAt = Noon.AddSeconds(2),
        Calls = [.. requestIds.Select(Call)],
    };

    public static CallMade Call(string requestId) => new("RevokeSecurityGroupIngress", requestId, "taken", Noon.AddSeconds(1));

    public static IEnumerable<string?> RequestIds(this Progress progress) => progress.Calls.Select(c => c.RequestId);

    public static Agreement Agreement(string id, int version = 1, GroupKey? group = null, int hours = 8) => new(
        new Waiver(id, group ?? Group, Direction.Ingress, ServiceSet.All, AddressSet.From(Address), [], "arn:aws:iam::111122223333:user/alice", "a test", null, Noon, Noon.AddHours(hours)), version);

    public static readonly Cause Cause = new("finding-1", null, "UnauthorizedAccess:EC2/SSHBruteForce", 8, [22, 443]);

    public static Isolation Isolation(string id) => new(id, Cause, Group.Account, Group.Region, "eni-1", "vpc-1", ["sg-0a", "sg-0b"], Noon, 1);

    public static AclBlock Block(string id) => new(id, Cause, Group.Account, Group.Region, "acl-1", Cidr.Around(Address.Family, Address.First, 32), Noon, Noon.AddHours(24), 1);

    public static Suspension Suspension(string id) => new(id, Cause, Group, [Ingress(22)], Noon, Noon.AddHours(24), 1);

    private static Cidr Address => Cidr.TryParse("203.0.113.0/24", out var block) ? block : default;
}
