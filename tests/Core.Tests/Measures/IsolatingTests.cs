using Remediator.Containment;
using Remediator.Core.Tests.Pipelines;
using Remediator.Core.Tests.Policies;
using Remediator.Groups;
using Remediator.Measures;
using Remediator.Policies;
using Remediator.Ports;

namespace Remediator.Core.Tests.Measures;

public sealed class IsolatingTests
{
    private readonly MeasureDesk _desk = MeasureDesk.Begin();

    private NetworkModel Network => _desk.Network;

    [Fact]
    public async Task Isolating_moves_the_interface_to_a_group_that_holds_nothing_and_records_what_it_had_first()
    {
        var report = Assert.Single(await _desk.Isolate());

        Assert.Equal(MeasureResult.Taken, report.Result);
        Assert.Empty(report.Problems);
        Assert.Equal("isolate interface eni-0a", report.What);
        Assert.Equal([_desk.QuarantineId], Network.GroupsOf(MeasureDesk.Eni));
        Assert.Empty(Network.Holds(_desk.QuarantineId));
        var kept = Assert.IsType<Isolation>(Assert.Single(_desk.Kept.All));
        Assert.Equal((MeasureState.Standing, _desk.QuarantineId, (DateTimeOffset?)null), (kept.State, kept.QuarantineId, kept.Until));
        Assert.Equal(["sg-ssh", "sg-web"], kept.Groups.Order());
        Assert.Equal(kept, report.Measure);
    }

    [Fact]
    public async Task The_record_is_written_before_the_interface_is_touched()
    {
        var gate = new Gate();
        await gate.Run(() => _desk.Isolate());
        Assert.True(gate.Calls.FindIndex(c => c.StartsWith("WriteMeasure", StringComparison.Ordinal)) < gate.Calls.FindIndex(c => c.StartsWith("SetGroups", StringComparison.Ordinal)));
        Assert.Equal(1, gate.Calls.Count(c => c.StartsWith("SetGroups", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_second_delivery_tells_the_same_and_a_later_state_of_the_finding_knows_it()
    {
        await _desk.Isolate();
        Assert.Equal(MeasureResult.Taken, Assert.Single(await _desk.Isolate()).Result);
        Assert.Equal(MeasureResult.Known, Assert.Single(await _desk.Isolate(MeasureDesk.Threat(updated: 60))).Result);
        Assert.Single(_desk.Kept.All);
        Assert.Single(Network.History);
    }

    [Fact]
    public async Task Cutting_connections_goes_through_the_group_that_tracks_nothing_and_leaves_it_closed()
    {
        var opened = new List<int>();
        Network.BeforeSet = _ => opened.Add(Network.Groups.Values.Where(g => g.Name == OwnGroup.Untracked).Sum(g => g.Permissions.Length));

        var report = Assert.Single(await _desk.Isolate(response: MeasureDesk.Response() with { CutsConnections = true }));

        Assert.Equal((MeasureResult.Taken, null), (report.Result, report.Detail));
        var untracked = Network.Groups.Values.Single(g => g.Name == OwnGroup.Untracked);
        Assert.Equal([untracked.Key.GroupId, _desk.QuarantineId], Network.History.Select(h => Assert.Single(h.GroupIds)));
        Assert.Equal([4, 4], opened);
        Assert.Empty(untracked.Permissions);
    }

    [Fact]
    public async Task An_untracked_group_that_cannot_be_opened_keeps_nothing_from_being_isolated_and_is_told()
    {
        Network.ObjectsToAuthorize = () => new AuthorizeAnswer.Refused("req", "UnauthorizedOperation", false);
        var report = Assert.Single(await _desk.Isolate(response: MeasureDesk.Response() with { CutsConnections = true }));
        Assert.Equal(MeasureResult.Taken, report.Result);
        Assert.Contains("established connections were not cut", report.Detail, StringComparison.Ordinal);
        Assert.Equal([_desk.QuarantineId], Network.GroupsOf(MeasureDesk.Eni));
    }

    [Fact]
    public async Task An_interface_that_cannot_reach_quarantine_gets_its_groups_back()
    {
        Network.ObjectsToSet = (_, groups) => groups is [var one] && one == _desk.QuarantineId ? new InterfaceAnswer.Refused("req", "UnauthorizedOperation", false) : null;
        var report = Assert.Single(await _desk.Isolate(response: MeasureDesk.Response() with { CutsConnections = true }));
        Assert.Equal(MeasureResult.Failed, report.Result);
        Assert.Contains("UnauthorizedOperation", Assert.Single(report.Problems), StringComparison.Ordinal);
        Assert.Equal(["sg-ssh", "sg-web"], Network.GroupsOf(MeasureDesk.Eni));
        Assert.Equal(MeasureState.Taking, Assert.Single(_desk.Kept.All).State);
        Assert.Empty(Network.Groups.Values.Single(g => g.Name == OwnGroup.Untracked).Permissions);

        Network.ObjectsToSet = (_, _) => null;
        Assert.Equal(MeasureResult.Taken, Assert.Single(await _desk.Isolate()).Result);
    }

    [Theory]
    [InlineData("somebody else's", "not the tag")]
    [InlineData("cannot be emptied", "could not be removed")]
    [InlineData("cannot be made", "could not be made")]
    public async Task A_quarantine_group_that_cannot_be_used_declines_it_and_touches_nothing(string situation, string told)
    {
        if (situation == "somebody else's") Network.AddGroup("sg-theirs", OwnGroup.Quarantine);
        if (situation == "cannot be emptied") Network.ObjectsToRevoke = () => new RevokeAnswer.Refused("req", "UnauthorizedOperation", false);
        if (situation == "cannot be made") Network.ObjectsToMake = "UnauthorizedOperation";
        var report = Assert.Single(await _desk.Isolate());
        Assert.Equal(MeasureResult.Declined, report.Result);
        Assert.Contains(told, report.Detail, StringComparison.Ordinal);
        Assert.Empty(Network.History);
        Assert.Empty(_desk.Kept.All);
    }

    [Fact]
    public async Task What_somebody_put_into_the_quarantine_group_is_removed_before_it_is_used()
    {
        await _desk.Isolate();
        Network.Groups[_desk.QuarantineId] = Network.Groups[_desk.QuarantineId] with { Permissions = [Account.Ingress(22, "0.0.0.0/0")] };
        Network.Add("eni-0b", "sg-db");
        await _desk.Isolate();
        Assert.Empty(Network.Holds(_desk.QuarantineId));
        Assert.Equal([_desk.QuarantineId], Network.GroupsOf("eni-0b"));
    }

    [Fact]
    public async Task A_managed_interface_is_declined_by_what_is_read_and_by_what_EC2_answers()
    {
        Network.Interfaces[MeasureDesk.Eni] = Network.Interfaces[MeasureDesk.Eni] with { IsManaged = true };
        Assert.Contains("service manages it", Assert.Single(await _desk.Isolate()).Detail, StringComparison.Ordinal);
        Assert.Empty(_desk.Kept.All);

        Network.Add("eni-0b", "sg-db");
        Network.ObjectsToSet = (_, _) => new InterfaceAnswer.Managed("req", "OperationNotPermitted");
        var report = (await _desk.Isolate())[1];
        Assert.Equal(MeasureResult.Declined, report.Result);
        Assert.Equal((MeasureState.Refused, true), (report.Measure!.State, report.Measure.EndedAt is not null));
    }

    [Fact]
    public async Task An_interface_in_a_protected_group_is_declined()
    {
        _desk.Policy = PolicyText.Good($"{PolicyText.Head}guardrails: {{ protected: {{ name: ssh }} }}\nrules:\n- id: R1\n  name: a rule\n  why: because\n  deny: {{ service: ssh, peer: internet }}\n");
        var report = Assert.Single(await _desk.Isolate());
        Assert.Equal((MeasureResult.Declined, "the policy protects its group `sg-ssh`"), (report.Result, report.Detail));
        Assert.Empty(Network.History);
    }

    [Fact]
    public async Task Another_finding_about_an_isolated_interface_knows_it_and_records_nothing()
    {
        await _desk.Isolate();
        var report = Assert.Single(await _desk.Isolate(MeasureDesk.Threat("f2")));
        Assert.Equal((MeasureResult.Known, null), (report.Result, report.Measure));
        Assert.Single(_desk.Kept.All);
    }

    [Theory]
    [InlineData("observing", MeasureResult.Observed, "the mode is observe")]
    [InlineData("switched off", MeasureResult.Observed, "the kill switch is on")]
    [InlineData("unreadable", MeasureResult.Failed, "the kill switch could not be read")]
    public async Task While_nothing_may_be_changed_nothing_is(string situation, MeasureResult result, string told)
    {
        if (situation == "observing") _desk.Ceiling = Mode.Observe;
        if (situation == "switched off") await _desk.Turn(true);
        if (situation == "unreadable") _desk.Kept.UnreadableSwitch = "AccessDenied";
        foreach (var report in (await _desk.Isolate()).Concat(await _desk.Block()))
        {
            Assert.Equal(result, report.Result);
            Assert.Contains(told, report.Detail, StringComparison.Ordinal);
        }

        Assert.Empty(_desk.Kept.All);
        Assert.Empty(Network.History);
        Assert.Equal(3, Network.Groups.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_begun_and_not_moved_is_left_while_nothing_may_be_changed_and_does_not_fire_afterwards(bool isChanged)
    {
        var gate = new Gate();
        (gate.Calls.EndsAt, gate.Calls.EndsAfter) = (1 + (await Calls()).FindIndex(c => c.StartsWith("WriteMeasure Isolation Taking 1", StringComparison.Ordinal)), true);
        await Assert.ThrowsAsync<ProcessEndedException>(() => gate.Run(() => _desk.Isolate()));
        if (isChanged) Network.Add(MeasureDesk.Eni, "sg-db");
        await _desk.Turn(true);

        Assert.Equal((MeasureResult.Observed, "the kill switch is on"), (await _desk.Isolate()) is [var report] ? (report.Result, report.Detail) : default);
        await _desk.Turn(false);
        _desk.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Empty((await _desk.RunStep()).Problems);

        Assert.Empty(Network.History);
        Assert.Equal(MeasureState.Refused, Assert.Single(_desk.Kept.All).State);
        Assert.Equal(MeasureResult.Taken, Assert.Single(await _desk.Isolate(MeasureDesk.Threat(updated: 60))).Result);
    }

    [Fact]
    public async Task A_group_that_somebody_called_as_ours_is_called_is_no_quarantine()
    {
        Network.AddGroup("sg-theirs", OwnGroup.Untracked, Account.Ingress(22, "0.0.0.0/0"));
        Network.Add(MeasureDesk.Eni, "sg-theirs");
        Assert.Equal(MeasureResult.Taken, Assert.Single(await _desk.Isolate()).Result);
        Assert.Equal([_desk.QuarantineId], Network.GroupsOf(MeasureDesk.Eni));
        Assert.IsType<MeasureEnd.Over>(await _desk.Undo());
        Assert.Equal(["sg-theirs"], Network.GroupsOf(MeasureDesk.Eni));
    }

    [Fact]
    public async Task An_interface_that_is_on_another_instance_by_now_is_declined()
    {
        Network.Interfaces[MeasureDesk.Eni] = Network.Interfaces[MeasureDesk.Eni] with { InstanceId = "i-healthy" };
        var threat = MeasureDesk.Threat() with { Interfaces = [new(MeasureDesk.Eni, "i-attacked", null, null)] };
        var report = Assert.Single(await _desk.Isolate(threat));
        Assert.Equal((MeasureResult.Declined, "it is on `i-healthy` now, and the finding is about `i-attacked`"), (report.Result, report.Detail));
        Assert.Empty(Network.History);
    }

    private static async Task<List<string>> Calls()
    {
        var gate = new Gate();
        await gate.Run(() => MeasureDesk.Begin().Isolate());
        return gate.Calls;
    }

    [Fact]
    public async Task Only_so_many_are_taken_in_an_hour_and_a_second_delivery_counts_nothing_twice()
    {
        Network.Add("eni-0b", "sg-db");
        Network.Add("eni-0c", "sg-db");
        var response = MeasureDesk.Response() with { MostAnHour = 2 };
        var results = await _desk.Isolate(response: response);
        Assert.Equal([MeasureResult.Taken, MeasureResult.Taken, MeasureResult.Declined], results.Select(r => r.Result));
        Assert.Contains("2 measures", results[2].Detail, StringComparison.Ordinal);
        Assert.Equal(MeasureResult.Declined, (await _desk.Isolate(response: response))[2].Result);
        _desk.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(MeasureResult.Taken, (await _desk.Isolate(response: response))[2].Result);
    }

    [Fact]
    public async Task Groups_that_somebody_changed_between_the_record_and_the_call_are_what_is_recorded()
    {
        var stale = Network.Interfaces[MeasureDesk.Eni];
        Network.Add(MeasureDesk.Eni, "sg-db", "sg-web");
        var report = Assert.Single(await _desk.Taker.Isolate(MeasureDesk.Threat(), MeasureDesk.Response(), [stale], TestContext.Current.CancellationToken));
        Assert.Equal(["sg-db", "sg-web"], Assert.IsType<Isolation>(report.Measure).Groups.Order());
        Assert.Equal([_desk.QuarantineId], Network.GroupsOf(MeasureDesk.Eni));
    }

    [Fact]
    public async Task Reads_that_lag_behind_an_earlier_move_never_record_what_is_not_the_original()
    {
        Network.Lag = 1;
        Network.Loses = call => call.StartsWith("SetGroups", StringComparison.Ordinal);
        var report = Assert.Single(await _desk.Isolate());
        Assert.Equal(MeasureResult.Taken, report.Result);
        Assert.Equal(["sg-ssh", "sg-web"], Assert.IsType<Isolation>(report.Measure).Groups.Order());
    }

    [Fact]
    public async Task An_interface_that_is_gone_is_told_and_recorded_as_over()
    {
        Network.BeforeSet = id => Network.Interfaces.Remove(id);
        var report = Assert.Single(await _desk.Isolate());
        Assert.Equal((MeasureResult.Declined, "the interface is gone", MeasureState.Refused), (report.Result, report.Detail, report.Measure!.State));
    }

    [Fact]
    public async Task An_interface_that_somebody_moved_by_hand_is_left_until_the_finding_grows()
    {
        await _desk.Isolate();
        Network.Add(MeasureDesk.Eni, "sg-web");
        var known = Assert.Single(await _desk.Isolate(MeasureDesk.Threat(updated: 60)));
        Assert.Equal(MeasureResult.Known, known.Result);
        Assert.Contains("somebody gave it the groups `sg-web` since", known.Detail, StringComparison.Ordinal);
        Assert.Equal(["sg-web"], Network.GroupsOf(MeasureDesk.Eni));

        var grown = Assert.Single(await _desk.Isolate(MeasureDesk.Threat(severity: 9, updated: 90)));
        Assert.Equal(MeasureResult.Taken, grown.Result);
        Assert.Equal(["sg-web"], Assert.IsType<Isolation>(grown.Measure).Groups);
        Assert.Equal([MeasureState.Standing, MeasureState.Ended], _desk.Kept.All.Select(m => m.State).Order());
    }

    [Fact]
    public async Task A_lost_write_is_no_lost_record()
    {
        _desk.Kept.LosesWrite = _ => true;
        Assert.Equal(MeasureResult.Taken, Assert.Single(await _desk.Isolate()).Result);
        Assert.Equal(MeasureState.Standing, Assert.Single(_desk.Kept.All).State);
    }

    [Fact]
    public async Task Permissions_of_the_groups_it_had_are_never_touched()
    {
        var before = new[] { "sg-web", "sg-ssh", "sg-db" }.ToDictionary(id => id, id => Network.Groups[id]);
        await _desk.Isolate(response: MeasureDesk.Response() with { CutsConnections = true });
        Assert.All(before, g => Assert.Equal(g.Value, Network.Groups[g.Key]));
        Assert.Equal(Direction.Ingress, before["sg-web"].Permissions[0].Direction);
    }
}
