using Remediator.Aws.Ec2;
using Remediator.Aws.Hosting;
using Remediator.Aws.Ledger;
using Remediator.Aws.SecurityHub;
using Remediator.Aws.Sns;
using Remediator.Policies;
using Remediator.Ports;

namespace Remediator.Aws.Tests.Hosting;

public sealed class WorldBuilderTests
{
    private const string Topic = "arn:aws:sns:eu-west-1:111122223333:remediator";

    [Theory]
    [InlineData(Topic, true, typeof(TopicNotices), typeof(HubFindings))]
    [InlineData(null, false, typeof(NoNotices), typeof(NoFindings))]
    public void Settings_decide_who_is_told_and_no_client_is_made_before_it_is_needed(string? topic, bool hub, Type notices, Type findings)
    {
        // A client without region or credentials would throw: none is made here.
        var world = WorldBuilder.Build(new Settings("policy.yaml", Mode.Enforce, topic, hub), TimeProvider.System, Assert.Fail);
        Assert.IsType(notices, world.Notices);
        Assert.IsType(findings, world.Findings);
        Assert.Same(TimeProvider.System, world.Clock);
        Assert.IsType<InMemoryLedger>(world.Ledger);
    }

    [Fact]
    public void An_answer_to_threats_has_the_same_world_and_measures_on_the_same_table()
    {
        var defence = WorldBuilder.BuildDefence(new Settings("policy.yaml", Mode.Enforce, Topic, true) { LedgerTable = "remediator-ledger" }, TimeProvider.System, Assert.Fail);
        Assert.IsType<TopicNotices>(defence.World.Notices);
        Assert.IsType<TableMeasures>(defence.Measures);
        Assert.IsType<Ec2NetworkInterfaces>(defence.Interfaces);
        Assert.IsType<Ec2NetworkAcls>(defence.Acls);
    }

    [Fact]
    public void A_table_is_opened_and_not_called_before_it_is_needed()
    {
        var world = WorldBuilder.Build(new Settings("policy.yaml", Mode.Enforce, null, false) { LedgerTable = "remediator-ledger" }, TimeProvider.System, Assert.Fail);
        Assert.IsType<TableLedger>(world.Ledger);
    }
}
