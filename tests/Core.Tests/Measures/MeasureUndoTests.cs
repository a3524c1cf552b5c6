using Remediator.Containment;
using Remediator.Measures;
using Remediator.Ports;
using static Remediator.Core.Tests.Pipelines.Account;

namespace Remediator.Core.Tests.Measures;

public sealed class MeasureUndoTests(ITestOutputHelper output)
{
    private readonly MeasureDesk _desk = MeasureDesk.Begin();

    private NetworkModel Network => _desk.Network;

    [Fact]
    public async Task Isolation_and_its_undo_restore_exactly_the_groups_of_each_interface()
    {
        const int Seed = 5;
        output.WriteLine($"seed {Seed}");
        var random = new Random(Seed);
        for (var round = 0; round < 100; round++)
        {
            var desk = MeasureDesk.Begin();
            desk.Network.Interfaces.Clear();
            foreach (var i in Enumerable.Range(0, 15)) desk.Network.AddGroup($"sg-{i:x4}", Ingress(i + 1, "10.0.0.0/8"));
            var before = Enumerable.Range(0, random.Next(1, 5)).ToDictionary(
                i => $"eni-{i}", i => desk.Network.Add($"eni-{i}", [.. Enumerable.Range(0, 15).OrderBy(_ => random.Next()).Take(random.Next(1, 17)).Select(g => $"sg-{g:x4}")]).GroupIds.Order().ToList());
            var permissions = desk.Network.Groups.ToDictionary();

            var reports = await desk.Isolate(response: MeasureDesk.Response() with { CutsConnections = round % 2 == 0 });
            Assert.All(reports, r => Assert.Equal(MeasureResult.Taken, r.Result));
            Assert.All(before.Keys, id => Assert.Equal([desk.QuarantineId], desk.Network.GroupsOf(id)));
            desk.Clock.Advance(TimeSpan.FromHours(1));
            foreach (var measure in desk.Kept.All) Assert.IsType<MeasureEnd.Over>(await desk.Undo(measure: measure));

            Assert.All(before, b => Assert.Equal(b.Value, desk.Network.GroupsOf(b.Key)));
            Assert.All(permissions, g => Assert.Equal(g.Value, desk.Network.Groups[g.Key]));
        }
    }

    [Fact]
    public async Task What_a_person_took_back_stays_so_until_the_finding_grows()
    {
        await _desk.Isolate();
        await Undo();
        var known = Assert.Single(await _desk.Isolate(MeasureDesk.Threat(updated: 90)));
        Assert.Equal(MeasureResult.Known, known.Result);
        Assert.Contains(MeasureDesk.Bob, known.Detail, StringComparison.Ordinal);
        Assert.Equal(["sg-ssh", "sg-web"], Network.GroupsOf(MeasureDesk.Eni));
        var grown = Assert.Single(await _desk.Isolate(MeasureDesk.Threat(updated: 100, contacts: [(MeasureDesk.Attacker, 3389)])));
        Assert.Equal(MeasureResult.Taken, grown.Result);
        Assert.Equal([_desk.QuarantineId], Network.GroupsOf(MeasureDesk.Eni));
    }

    [Fact]
    public async Task An_undo_counts_against_the_finding_as_it_was_by_then()
    {
        await _desk.Isolate();
        Assert.Equal(MeasureResult.Known, Assert.Single(await _desk.Isolate(MeasureDesk.Threat(severity: 9, updated: 60))).Result);
        await Undo();
        Assert.Equal(MeasureResult.Known, Assert.Single(await _desk.Isolate(MeasureDesk.Threat(severity: 9, updated: 90))).Result);
        Assert.Equal(["sg-ssh", "sg-web"], Network.GroupsOf(MeasureDesk.Eni));
    }

    [Fact]
    public async Task An_interface_that_was_moved_meanwhile_is_refused_and_nothing_is_changed()
    {
        await _desk.Isolate();
        Network.Add(MeasureDesk.Eni, "sg-db");
        var refused = Assert.IsType<MeasureEnd.Refused>(await Undo());
        Assert.Contains("`sg-db`", Assert.Single(refused.Refusals).What, StringComparison.Ordinal);
        Assert.Equal(["sg-db"], Network.GroupsOf(MeasureDesk.Eni));
        Assert.Equal(MeasureState.Standing, Assert.Single(_desk.Kept.All).State);

        var over = Assert.IsType<MeasureEnd.Over>(await _desk.Undo(new(false, KeepGroups: true)));
        Assert.Contains("it keeps the groups `sg-db`", over.Measure.Problem, StringComparison.Ordinal);
        Assert.Equal(["sg-db"], Network.GroupsOf(MeasureDesk.Eni));
    }

    [Fact]
    public async Task Where_no_group_is_left_it_says_how_to_go_on()
    {
        await _desk.Isolate();
        Network.Groups.Remove("sg-web");
        Network.Groups.Remove("sg-ssh");
        foreach (var choices in new[] { IsolationChoices.None, new(WithoutMissing: true, false) })
            Assert.Contains("give it groups by hand", Assert.Single(Assert.IsType<MeasureEnd.Refused>(await Undo(choices)).Refusals).Help, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interface_that_is_gone_ends_it()
    {
        await _desk.Isolate();
        Network.Interfaces.Clear();
        Assert.Equal("the interface is gone", Assert.IsType<MeasureEnd.Over>(await Undo()).Measure.Problem);
    }

    [Fact]
    public async Task An_interface_that_somebody_gave_its_groups_back_ends_it_without_a_call()
    {
        await _desk.Isolate();
        Network.Add(MeasureDesk.Eni, "sg-ssh", "sg-web");
        Assert.Empty(Assert.IsType<MeasureEnd.Over>(await Undo()).Calls);
    }

    [Fact]
    public async Task An_answer_that_is_lost_is_verified_by_a_read()
    {
        await _desk.Isolate();
        Network.Loses = _ => true;
        Assert.Single(Assert.IsType<MeasureEnd.Over>(await Undo()).Calls);
        Assert.Equal(["sg-ssh", "sg-web"], Network.GroupsOf(MeasureDesk.Eni));
    }

    [Fact]
    public async Task Neither_the_kill_switch_nor_the_mode_stops_a_person()
    {
        await _desk.Isolate();
        await _desk.Turn(true);
        Assert.IsType<MeasureEnd.Over>(await Undo());
        Assert.Equal(["sg-ssh", "sg-web"], Network.GroupsOf(MeasureDesk.Eni));
    }

    [Fact]
    public async Task What_a_person_began_the_schedule_brings_to_its_end_even_while_nothing_else_may_change()
    {
        await _desk.Isolate();
        Network.ObjectsToSet = (_, _) => new InterfaceAnswer.Refused("req", "RequestLimitExceeded", false);
        Assert.IsType<MeasureEnd.Failed>(await Undo());
        Network.ObjectsToSet = (_, _) => null;
        await _desk.Turn(true);
        Assert.Empty((await _desk.RunStep()).Problems);
        Assert.Equal(["sg-ssh", "sg-web"], Network.GroupsOf(MeasureDesk.Eni));
        Assert.Equal((MeasureState.Ended, MeasureDesk.Bob), (_desk.Kept.All[0].State, _desk.Kept.All[0].EndedBy));
    }

    [Fact]
    public async Task A_block_that_a_person_ended_stays_so_until_the_finding_grows()
    {
        await _desk.Block();
        Assert.IsType<MeasureEnd.Over>(await Undo());
        Assert.Empty(Network.Denied("acl-0a"));
        Assert.Equal(MeasureResult.Known, Assert.Single(await _desk.Block(MeasureDesk.Threat(updated: 90))).Result);
        Assert.Empty(Network.Denied("acl-0a"));
        Assert.Equal(MeasureResult.Taken, Assert.Single(await _desk.Block(MeasureDesk.Threat(severity: 9, updated: 100))).Result);
    }

    private async Task<MeasureEnd> Undo(IsolationChoices? choices = null)
    {
        _desk.Clock.Advance(TimeSpan.FromHours(1));
        return await _desk.Undo(choices);
    }
}
