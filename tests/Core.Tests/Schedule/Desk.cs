using Remediator.Core.Tests.Measures;
using Remediator.Core.Tests.Pipelines;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Schedule;
using Remediator.Steps;
using Remediator.Waivers;

namespace Remediator.Core.Tests.Schedule;

/// <summary>A schedule with a world in memory around it, and every call it makes, in order.</summary>
internal sealed class Desk
{
    public const string Id = "0123456789ab";

    public static readonly GroupKey Group = new(Events.Account, "eu-west-1", FakeEc2.GroupId);

    /// <summary>What leases and waivers of these tests are about.</summary>
    public static readonly Permission Opened = Account.Ingress(22, "203.0.113.7/32") with { Description = LeaseDescription.Of(Id, Events.Time, null) };

    private readonly List<(string Name, Func<Invocation, CancellationToken, Task<StepReport>> Run)> _more = [];
    private readonly Mode _ceiling;
    private int _runs;

    public Desk(Mode ceiling = Mode.Enforce)
    {
        _ceiling = ceiling;
        Clock = new(Events.Time);
        (Ec2, Hub, Topic, Kept, Ledger) = (new(Calls), new(Calls), new(Calls), new(Calls), new(Calls));
        Books = new(Ledger, Kept, new ReadableSwitch(this), new InMemoryTallies(), Kept, Kept, new InMemoryMeasures());
    }

    public CallLog Calls { get; } = [];

    public AutoClock Clock { get; }

    public FakeEc2 Ec2 { get; }

    /// <summary>Interfaces and ACLs; no measure of these tests touches them.</summary>
    public NetworkModel Network { get; } = new();

    public FakeSecurityHub Hub { get; }

    public FakeTopic Topic { get; }

    public LoggedBooks Kept { get; }

    public LoggedLedger Ledger { get; }

    public InMemorySwitch Switch { get; } = new();

    /// <summary>Why the kill switch cannot be read; null when it can.</summary>
    public string? UnreadableSwitch { get; set; }

    public Books Books { get; }

    /// <summary>How what is held is judged again.</summary>
    public Func<Attempt, Invocation, CancellationToken, Task<Result>> Again { get; set; } = (_, _, _) => throw new InvalidOperationException("nothing is held");

    /// <summary>How what a waiver covered is judged at its end; null: by a pipeline.</summary>
    public Func<Waiver, Invocation, CancellationToken, Task<Result>>? After { get; set; }

    public TimeSpan Time { get; set; } = TimeSpan.FromMinutes(4);

    public Agreement this[string id] => Kept.Written.Last(a => a.Waiver.Id == id);

    public Desk With(string step, Func<Invocation, CancellationToken, Task<StepReport>> run)
    {
        _more.Add((step, run));
        return this;
    }

    public Task<RunReport> Run(CancellationToken cancel = default)
    {
        var world = new World(Ec2, Ec2, Ec2, Hub, Topic, Books, Clock);
        var run = new ScheduledRun(Account.AdminPorts(), _ceiling, new(world, Network, Network), Again, After ?? new Pipeline(Account.AdminPorts(), _ceiling, world).After, [.. _more]);
        return run.Run(new(Events.Account, "aws", Clock.GetUtcNow() + Time) { Holder = $"run-{++_runs}" }, cancel);
    }

    /// <summary>A run of which nothing fell short.</summary>
    public async Task<RunReport> RunWell()
    {
        var report = await Run();
        Assert.Empty(report.Problems);
        Assert.Null(report.HeldUntil);
        return report;
    }

    public static Waiver Waiver(string id = Id, double hours = 8) => new(
        id, Group, Direction.Ingress, ServiceSet.Ports(Protocol.Tcp, 22, 22), AddressSet.From(((Peer.Block)Opened.Peer).Cidr), [],
        "arn:aws:sts::111122223333:assumed-role/engineers/ana", "the migration of the database", "OPS-17", Events.Time, Events.Time + TimeSpan.FromHours(hours));

    public static Agreement Lease(LeaseState state = LeaseState.Open, string? ruleId = "sgr-lease", string id = Id, double hours = 8) =>
        new(Waiver(id, hours), 1) { Lease = new(Opened with { RuleId = null }, state, ruleId) };

    /// <summary>Recorded before the tests begin to count calls.</summary>
    public Desk Holding(params Agreement[] agreements)
    {
        foreach (var agreement in agreements) Assert.IsType<WriteAnswer.Written>(Kept.Write(agreement, default).Result);
        Calls.Clear();
        return this;
    }

    public Desk Standing(params Permission[] permissions)
    {
        Ec2.Permissions = [.. permissions];
        return this;
    }

    public Task Turn(bool on) => Switch.Turn(new KillSwitch(on, "arn:aws:iam::111122223333:user/ana", "we look", Clock.GetUtcNow()), default);

    private sealed class ReadableSwitch(Desk desk) : ISwitch
    {
        public Task<Reading<KillSwitch>> Read(CancellationToken cancel) => desk.Calls.Make("Switch Read", () =>
            desk.UnreadableSwitch is { } problem ? Task.FromResult(new Reading<KillSwitch>(null, problem)) : desk.Switch.Read(cancel));

        public Task<Answer> Turn(KillSwitch to, CancellationToken cancel) => throw new NotSupportedException("the schedule turns no switch");
    }
}
