using Remediator.Core.Tests.Policies;
using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Ports;
using Remediator.Steps;

namespace Remediator.Core.Tests.Pipelines;

/// <summary>A pipeline with a world in memory around it, and every call it makes, in order.</summary>
internal sealed class Account
{
    private int _deliveries;

    public const string Ssh = "ingress tcp/22 0.0.0.0/0";

    public Account(Mode ceiling = Mode.Enforce, RuleAction action = RuleAction.Revoke, Mode? ruleMode = null, RuleAction undecided = RuleAction.Notify)
        : this(AdminPorts(action, ruleMode, undecided), ceiling)
    {
    }

    /// <param name="with">The table with something between it and the pipeline.</param>
    public Account(Policy policy, Mode ceiling = Mode.Enforce, bool ledgerIsLogged = false, Func<Books, Books>? with = null)
    {
        Clock = new(Events.Time + TimeSpan.FromSeconds(2));
        (Ec2, Hub, Topic) = (new(Calls), new(Calls), new(Calls));
        ILedger ledger = ledgerIsLogged ? new LoggedLedger(Calls) : new InMemoryLedger(TimeSpan.FromSeconds(15));
        Books = Books.InMemory(TimeSpan.FromSeconds(15)) with { Ledger = ledger, Outbox = Outbox };
        Books = with?.Invoke(Books) ?? Books;
        World = new(Ec2, Ec2, Ec2, Hub, Topic, Books, Clock);
        Pipeline = new(policy, ceiling, World);
    }

    public CallLog Calls { get; } = [];

    public AutoClock Clock { get; }

    public FakeEc2 Ec2 { get; }

    public FakeSecurityHub Hub { get; }

    public FakeTopic Topic { get; }

    public FakeOutbox Outbox { get; } = new();

    public Books Books { get; }

    public World World { get; }

    public Pipeline Pipeline { get; }

    public Task<Result> Deliver(byte[] utf8Event, string account = Events.Account, CancellationToken stopActing = default) =>
        Pipeline.Run(utf8Event, new(account, "aws", Clock.GetUtcNow() + TimeSpan.FromSeconds(30)) { StopActing = stopActing, Session = "OnSecurityGroupChange", Holder = $"holder-{++_deliveries}" }, TestContext.Current.CancellationToken);

    /// <summary>An account with a policy as an author writes it, in enforce mode.</summary>
    public static Account With(string rest, Mode ceiling = Mode.Enforce, Func<Books, Books>? with = null)
    {
        var reading = PolicyText.Read(PolicyText.Head + rest);
        Assert.True(reading.Policy is not null, string.Join('\n', reading.Diagnostics));
        return new(reading.Policy, ceiling, with: with);
    }

    public static Permission Permission(Direction direction, string protocol, int? from, int? to, string cidr, string? id = null)
    {
        Peer peer = cidr.StartsWith("pl-", StringComparison.Ordinal) ? new Peer.PrefixList(cidr) : Cidr.TryParse(cidr, out var block) ? new Peer.Block(block, cidr) : new Peer.Group(cidr, null, null);
        var permission = Remediator.Groups.Permission.Create(direction, protocol, from, to, peer, out var problem);
        Assert.Null(problem);
        return permission! with { RuleId = id };
    }

    public static Permission Ingress(int port, string cidr, string? id = null) => Permission(Direction.Ingress, "tcp", port, port, cidr, id);

    public static Policy AdminPorts(RuleAction action = RuleAction.Revoke, Mode? mode = null, RuleAction undecided = RuleAction.Notify)
    {
        AddressSet Block(params string[] texts) => AddressSet.From(texts.Select(t => Cidr.TryParse(t, out var c) ? c : throw new ArgumentException(t)));
        var unlisted = Block("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");
        var admin = ServiceSet.Ports(Protocol.Tcp, 22, 22).Union(ServiceSet.Ports(Protocol.Tcp, 3389, 3389));
        var rule = new Rule(
            "SG001", "admin-ports-from-internet", Direction.Ingress, TrafficSet.Of(admin, AddressSet.All.Minus(unlisted)), TrafficSet.Of(ServiceSet.All, Block(Events.Office)),
            Severity.Critical, action, undecided, mode, "SSH and RDP are reached through the VPN", ["EC2.13"], new Place("policy.yaml", 3, 5));
        return new(1, Mode.Enforce, unlisted, [rule], "policy.yaml", "0123456789ab");
    }
}
