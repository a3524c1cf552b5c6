using System.Net;
using Remediator.Containment;
using Remediator.Core.Tests.Pipelines;
using Remediator.Diagnostics;
using Remediator.Measures;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Policies.Selectors;
using Remediator.Remediations;
using Remediator.Steps;
using Remediator.Threats;

namespace Remediator.Core.Tests.Measures;

/// <summary>Measures with a network in memory around them.</summary>
internal sealed class MeasureDesk
{
    public const string Eni = "eni-0a";
    public const string Attacker = "203.0.113.9";

    public NetworkModel Network { get; } = new();

    public GatedBooks Kept { get; } = new();

    public AutoClock Clock { get; } = new(Events.Time);

    public FakeSecurityHub Hub { get; } = new([]);

    public FakeTopic Topic { get; } = new([]);

    public Policy Policy { get; set; } = Account.AdminPorts();

    public Mode Ceiling { get; set; } = Mode.Enforce;

    public Defence Defence => new(new World(Network, Network, Network, Hub, Topic, Kept.Books, Clock), Network, Network);

    public Invocation Invocation => new(Events.Account, "aws", Clock.GetUtcNow() + TimeSpan.FromMinutes(4)) { Region = Events.Region, Holder = "one" };

    public MeasureTaker Taker => new(Policy, Ceiling, Defence, Invocation);

    /// <summary>An instance with two groups in a subnet under an ACL that lets everything in.</summary>
    public static MeasureDesk Begin()
    {
        var desk = new MeasureDesk();
        desk.Network.AddGroup("sg-web", Account.Ingress(443, "0.0.0.0/0"));
        desk.Network.AddGroup("sg-ssh", Account.Ingress(22, "0.0.0.0/0"));
        desk.Network.AddGroup("sg-db", Account.Ingress(3306, "10.0.0.0/8"));
        desk.Network.Add(Eni, "sg-web", "sg-ssh");
        desk.Network.AddAcl("acl-0a", "subnet-0a", NetworkModel.Allow(100));
        return desk;
    }

    public static Threat Threat(string id = "f1", double severity = 8, int updated = 0, params (string Address, int Port)[] contacts) =>
        new(id, new("UnauthorizedAccess:EC2/SSHBruteForce", "UnauthorizedAccess", "EC2", "SSHBruteForce"), severity, Events.Account, Events.Region, Events.Time.AddMinutes(updated - 5))
        {
            Role = ThreatRole.Target,
            Direction = ThreatDirection.Inbound,
            Contacts = [.. (contacts.Length == 0 ? [(Attacker, 22)] : contacts).Select(c => new Contact(IPAddress.Parse(c.Address), Protocol.Tcp, c.Port) { Owner = new("64500", "EXAMPLE", "Example Hosting", null) })],
        };

    public static ThreatResponse Response(ThreatAnswer answer = ThreatAnswer.Isolate, string type = "UnauthorizedAccess:EC2/*") => new([new Pattern(type)], 7, answer, new Place("policy.yaml", 1, 1));

    public Task<ImmutableArray<MeasureReport>> Isolate(Threat? threat = null, ThreatResponse? response = null) =>
        Taker.Isolate(threat ?? Threat(), response ?? Response(), [.. Network.Interfaces.Values], TestContext.Current.CancellationToken);

    public Task<ImmutableArray<MeasureReport>> Block(Threat? threat = null, ThreatResponse? response = null) =>
        Taker.Block(threat ?? Threat(), response ?? Response(ThreatAnswer.Block), [.. Network.Interfaces.Values], TestContext.Current.CancellationToken);

    public string QuarantineId => Network.Groups.Values.Single(g => g.Name == OwnGroup.Quarantine).Key.GroupId;

    public Task Turn(bool on) => Kept.Turn(new KillSwitch(on, "arn:aws:iam::111122223333:user/ana", "we look", Clock.GetUtcNow()), default);
}
