using Remediator.Core.Tests.Pipelines;
using Remediator.Core.Tests.Verdicts;
using Remediator.Grants;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Ports;
using Remediator.Steps;
using Remediator.Waivers;

namespace Remediator.Core.Tests.Grants;

/// <summary>One group in memory, and somebody who wants tcp/22 from one address in it for eight hours.</summary>
internal sealed class LeaseStory
{
    public const string Alice = "arn:aws:sts::111122223333:assumed-role/Engineer/alice";

    public static readonly GroupKey Group = new(Events.Account, Events.Region, FakeEc2.GroupId);

    public static readonly Permission Ssh = Given.Opening("tcp", 22, 22, "203.0.113.7/32");

    public LeaseStory()
    {
        (Ec2, Agreements, Ledger) = (new(Calls), new(Calls), new(Calls));
        World = new(Ec2, Ec2, Ec2, new FakeSecurityHub(Calls), new FakeTopic(Calls), Books.InMemory(TimeSpan.FromSeconds(15)) with { Agreements = Agreements, Ledger = Ledger }, Clock);
    }

    public CallLog Calls { get; } = [];

    public AutoClock Clock { get; } = new(Events.Time);

    public FakeEc2 Ec2 { get; }

    public LoggedAgreements Agreements { get; }

    public LoggedLedger Ledger { get; }

    public World World { get; }

    /// <summary>One run of a command, from now on.</summary>
    public static Invocation Run(World world) => new(Events.Account, "aws", world.Clock.GetUtcNow() + TimeSpan.FromSeconds(30));

    /// <summary>Those of the group, the latest end last.</summary>
    public IReadOnlyList<Agreement> Recorded => Agreements.Of(Group, default).GetAwaiter().GetResult().Value;

    /// <summary>The command, as it is run now: its id hangs on the time.</summary>
    public Agreement Proposal(string owner = Alice)
    {
        var now = Clock.GetUtcNow();
        var waiver = new Waiver("", Group, Direction.Ingress, ServiceSet.Ports(Protocol.Tcp, 22, 22), Given.Blocks("203.0.113.7/32"), [], owner, "vendor visit", null, now, now.AddHours(8));
        waiver = waiver with { Id = AgreementId.Of(waiver) };
        return new(waiver, 1) { Lease = new(Ssh with { Description = LeaseDescription.Of(waiver.Id, waiver.Until, null) }, LeaseState.Opening, null) };
    }

    /// <summary>A minute later than whatever was before, as somebody types it.</summary>
    public Task<LeaseResult> Open(string owner = Alice)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        return new LeaseOpening(World, Run(World)).Run(Proposal(owner), TestContext.Current.CancellationToken);
    }

    public Task<LeaseResult> Close(Agreement agreement)
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        return new LeaseClosing(World, Run(World)).Run(agreement, TestContext.Current.CancellationToken);
    }
}
