using Remediator.Cli.Tests.Live;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Waivers;

namespace Remediator.Cli.Tests.Grants;

/// <summary>An account, a ledger and a policy with limits, and the verbs as somebody types them.</summary>
internal sealed class GrantDesk : IDisposable
{
    public const string Limits = "waivers: { max-hours: 72, emergency-hours: 12, approver-differs-from-actor: true, widest: /24 }\n";

    public static readonly GroupKey Group = new(LiveDesk.Account, LiveDesk.Region, "sg-0a");

    public GrantDesk(string limits = Limits) => Policy = Desk.File("policy.yaml", Sample.Policy + "\n" + limits);

    public LiveDesk Desk { get; } = new();

    public string Policy { get; }

    public List<Permission> Standing => Desk.Ec2.Standing["sg-0a"];

    public IReadOnlyList<Agreement> Recorded => Desk.Books.Agreements.Of(Group, default).GetAwaiter().GetResult().Value;

    public Answer Waive(params string[] more) => Desk.Run(["waive", .. Asked(more)]);

    public Answer Open(params string[] more) => Desk.Run(["lease", "open", .. Asked(more)]);

    public Answer Extend(string id, string hours, params string[] more) => Desk.Run(["lease", "extend", id, "--policy", Policy, "--hours", hours, .. more]);

    public Answer Close(string id, params string[] more) => Desk.Run(["lease", "close", id, .. more]);

    public Answer List(params string[] more) => Desk.Run(["lease", "list", .. more]);

    /// <summary>The first agreement on record becomes what somebody else made of it.</summary>
    public void Rewrite(Func<Agreement, Agreement> with) =>
        Assert.Equal(Ports.WriteAnswer.Ok, Desk.Books.Agreements.Write(with(Recorded[0]).Next(), default).GetAwaiter().GetResult());

    /// <summary>Opens the usual lease, and says its id.</summary>
    public string Leased()
    {
        var answer = Open("--format", "json");
        Assert.Equal((0, ""), (answer.Exit, answer.Error));
        return answer.Json.GetProperty("agreement").GetProperty("id").GetString()!;
    }

    public static Permission Ssh(string cidr)
    {
        Assert.True(Cidr.TryParse(cidr, out var block));
        return Permission.Create(Direction.Ingress, "tcp", 22, 22, new Peer.Block(block, cidr), out _)!;
    }

    public void Dispose() => Desk.Dispose();

    /// <summary>tcp/22 from one address for eight hours, but for what is said otherwise.</summary>
    private IEnumerable<string> Asked(string[] more)
    {
        (string Option, string Value)[] usual = [("--policy", Policy), ("--group", "sg-0a"), ("--service", "tcp/22"), ("--peer", "203.0.113.7/32"), ("--hours", "8"), ("--reason", "vendor visit")];
        return [.. usual.Where(u => !more.Contains(u.Option)).SelectMany(u => new[] { u.Option, u.Value }), .. more];
    }
}
