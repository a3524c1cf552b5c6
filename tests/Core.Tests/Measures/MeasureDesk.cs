using System.Net;
using Remediator.Changes;
using Remediator.Containment;
using Remediator.Core.Tests.Pipelines;
using Remediator.Core.Tests.Remediations;
using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Measures;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Policies.Selectors;
using Remediator.Remediations;
using Remediator.Schedule;
using Remediator.Steps;
using Remediator.Threats;
using Remediator.Undos;

namespace Remediator.Core.Tests.Measures;

/// <summary>Measures with a network in memory around them.</summary>
internal sealed class MeasureDesk
{
    public const string Bob = "arn:aws:sts::111122223333:assumed-role/Platform/bob";
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

    /// <summary>One run of the schedule's step.</summary>
    public Task<StepReport> RunStep() => new MeasuresStep(Policy, Ceiling, Defence).Run(Invocation, TestContext.Current.CancellationToken);

    /// <summary>A person undoes the one measure of this kind, as the command line does.</summary>
    public async Task<MeasureEnd> Undo(IsolationChoices? choices = null, Measure? measure = null)
    {
        var chosen = choices ?? IsolationChoices.None;
        var undoer = new MeasureUndoer(Defence, Invocation);
        var request = new UndoRequest((measure ?? Kept.All.Single()).Id, Bob, Events.Account, TimeSpan.FromHours(8), null);
        var found = (await undoer.Find(request.Key, TestContext.Current.CancellationToken)).Value!;
        var decision = await undoer.Look(found, request, chosen, TestContext.Current.CancellationToken);
        return decision switch
        {
            MeasureUndoDecision.Planned => await undoer.CarryOut(found, request, chosen, TestContext.Current.CancellationToken),
            MeasureUndoDecision.Refused refused => new MeasureEnd.Refused(found, [.. refused.Refusals.Select(r => new MeasureRefusal(r.What, r.Help))]),
            MeasureUndoDecision.Unknown unknown => new MeasureEnd.Failed(found, string.Join("; ", unknown.Problems)),
            _ => throw new InvalidOperationException($"unknown decision {decision}"),
        };
    }

    /// <summary>Recorded as the pipeline records it: the entry says that these were revoked, and they stand no more.</summary>
    public async Task<Suspension> Suspend(string groupId, params Permission[] permissions)
    {
        var group = new GroupKey(Events.Account, Events.Region, groupId);
        var now = Clock.GetUtcNow();
        var change = new Change("guardduty/f1@1", "Attacked", now, Events.Account, Events.Region, new(groupId, null), new("guardduty", null, null, null, Channel.Unknown, null)) { Kind = ChangeKind.Attacked };
        var claim = new Claim(change.KeyIn(group), change, [.. permissions.Select(p => Some.Verdict(p))], new(group, [], []), now);
        await Kept.Ledger.Claim(claim, "function", now, TestContext.Current.CancellationToken);
        var progress = Progress.Begun with { Handled = [.. claim.Verdicts.Select(v => new Handled(v, Outcome.Revoked))] };
        await Kept.Ledger.Finish(new(claim, progress, [], now), "function", TestContext.Current.CancellationToken);
        var suspension = new Suspension(claim.Key, Cause.Of(Threat()), group, [.. permissions], now, now.AddHours(24), 1) { State = MeasureState.Standing };
        await Kept.Write(suspension, TestContext.Current.CancellationToken);
        return suspension;
    }

    public string QuarantineId => Network.Groups.Values.Single(g => g.Name == OwnGroup.Quarantine).Key.GroupId;

    public Task Turn(bool on) => Kept.Turn(new KillSwitch(on, "arn:aws:iam::111122223333:user/ana", "we look", Clock.GetUtcNow()), default);
}
