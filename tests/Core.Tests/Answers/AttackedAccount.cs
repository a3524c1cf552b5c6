using System.Net;
using Remediator.Containment;
using Remediator.Core.Tests.Pipelines;
using Remediator.Core.Tests.Policies;
using Remediator.Core.Tests.Sweeps;
using Remediator.Findings;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Steps;
using Remediator.Threats;

namespace Remediator.Core.Tests.Answers;

/// <summary>An account in memory that GuardDuty sees attacked, with every call that the answer makes, in order.</summary>
internal sealed class AttackedAccount
{
    public const string Attacker = "198.51.100.7";
    public const string Instance = "i-0123456789abcdef0";
    public const string Eni = "eni-0a";
    public const string Own = "10.0.1.9";

    /// <summary>SSH from the internet is forbidden, whoever wrote it.</summary>
    public const string NoSsh = "rules:\n- id: SG001\n  name: ssh\n  deny: { direction: ingress, service: tcp/22, peer: internet }\n  why: SSH is reached through the VPN\n";

    private int _deliveries;

    public AttackedAccount(string rest = NoSsh, Mode ceiling = Mode.Enforce)
    {
        (Ec2, Interfaces, Hub, Topic, Measures, Ledger) = (new(Calls), new(Calls), new(Calls), new(Calls), new(Calls), new(Calls));
        Books = Books.InMemory(TimeSpan.FromSeconds(15)) with { Ledger = Ledger, Measures = Measures, Tallies = new LoggedTallies(Calls) };
        World = new(Ec2, Ec2, Ec2, Hub, Topic, Books, Clock);
        Ceiling = ceiling;
        Say(rest);
        Interfaces.Put(Eni, Instance, [Own, "203.0.113.10"], "sg-web");
    }

    public CallLog Calls { get; } = [];

    public AutoClock Clock { get; } = new(Events.Time);

    public FakeRegion Ec2 { get; }

    public FakeInterfaces Interfaces { get; }

    public FakeSecurityHub Hub { get; }

    public FakeTopic Topic { get; }

    public LoggedMeasures Measures { get; }

    public LoggedLedger Ledger { get; }

    public Books Books { get; }

    public World World { get; }

    public Mode Ceiling { get; set; }

    public Policy Policy { get; private set; } = null!;

    /// <summary>Another policy from the next delivery on.</summary>
    public void Say(string rest, string mode = "enforce")
    {
        var reading = PolicyText.Read($"version: 1\nmode: {mode}\n{rest}");
        Assert.True(reading.Policy is not null, string.Join('\n', reading.Diagnostics));
        Policy = reading.Policy;
    }

    /// <summary>What an author cannot write.</summary>
    public void Change(Func<Policy, Policy> change) => Policy = change(Policy);

    public Pipeline Pipeline => new(Policy, Ceiling, World);

    public Invocation Invocation => new(Events.Account, "aws", Clock.GetUtcNow() + TimeSpan.FromSeconds(60)) { Region = Events.Region, Holder = $"holder-{++_deliveries}" };

    /// <summary>One delivery to one process.</summary>
    public Task<Result> Deliver(Threat threat) =>
        new ThreatPipeline(Policy, Ceiling, new(World, Interfaces, NoAcls.Here), Pipeline).Run(threat, Invocation, TestContext.Current.CancellationToken);

    public async Task<Result.Answered> Answer(Threat threat)
    {
        var answered = Assert.IsType<Result.Answered>(await Deliver(threat));
        Assert.Empty(answered.Problems);
        return answered;
    }

    /// <summary>Somebody guesses SSH passwords, as GuardDuty said three minutes ago.</summary>
    public static Threat Guessing(params Contact[] contacts) => new(
        "9eb1c2d3e4f5a6b7c8d9e0f1a2b3c4d5", new("UnauthorizedAccess:EC2/SSHBruteForce", "UnauthorizedAccess", "EC2", "SSHBruteForce"), 8, Events.Account, Events.Region, Events.Time - TimeSpan.FromMinutes(3))
    {
        Role = ThreatRole.Target,
        Direction = ThreatDirection.Inbound,
        InstanceIds = [Instance],
        Interfaces = [new(Eni, Instance, "vpc-0a", "subnet-0a") { GroupIds = ["sg-web"] }],
        Contacts = contacts.Length == 0 ? [From(Attacker)] : [.. contacts],
    };

    /// <summary>The same finding some minutes later.</summary>
    public static Threat Later(Threat threat, int minutes = 15) => threat with { UpdatedAt = threat.UpdatedAt.AddMinutes(minutes), Count = threat.Count + 1 };

    public static Contact From(string address, int? port = 22) => new(IPAddress.Parse(address), Protocol.Tcp, port);

    public static Permission Open(int port = 22, string peer = "0.0.0.0/0") => Account.Ingress(port, peer);

    public static Permission Range(int from, int to, string peer = "0.0.0.0/0") => Account.Permission(Direction.Ingress, "tcp", from, to, peer);

    public ImmutableArray<string> Standing(string group = "sg-web") => [.. Ec2.Groups[group].Permissions.Select(p => p.Content)];

    public static Outcome[] Outcomes(Result.Answered answered) => [.. answered.Groups.OfType<Result.Judged>().SelectMany(r => r.Handled).Select(h => h.Outcome)];

    public static string KeyOf(Threat threat, string group = "sg-web") => new Steps.Answering.Attack(threat, new(Events.Account, Events.Region, group), []).Key;

    public Notice OnlyNotice => Assert.Single(Topic.Notices);

    public Task<Suspension?> Suspended(Threat threat, string group = "sg-web") => Measures.Suspension(KeyOf(threat, group));
}
