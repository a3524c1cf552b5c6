using Remediator.Containment;
using Remediator.Core.Tests.Pipelines;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Ports;
using Remediator.Waivers;
using static Remediator.Core.Tests.Pipelines.Account;

namespace Remediator.Core.Tests.Measures;

public sealed class MeasuresStepTests
{
    private static readonly Permission Https = Ingress(443, "203.0.113.0/24", "sgr-1") with { Description = "the shop", Tags = [KeyValuePair.Create("Owner", "ana"), KeyValuePair.Create("aws:x", "y")] };

    private readonly MeasureDesk _desk = MeasureDesk.Begin();

    private NetworkModel Network => _desk.Network;

    private IEnumerable<string?> Outcomes => _desk.Topic.Notices.Select(n => n.Attributes["outcome"]);

    [Fact]
    public async Task A_block_stands_until_its_time_is_over_and_then_its_entry_goes_and_that_is_told_once()
    {
        await _desk.Block();
        _desk.Clock.Advance(TimeSpan.FromHours(23.9));
        Assert.Equal(new Remediator.Schedule.StepReport("measures"), await _desk.RunStep());
        Assert.Single(Network.Denied("acl-0a"));

        _desk.Clock.Advance(TimeSpan.FromHours(0.2));
        var report = await _desk.RunStep();

        Assert.Empty(report.Problems);
        Assert.EndsWith(": ended", Assert.Single(report.Did), StringComparison.Ordinal);
        Assert.Empty(Network.Denied("acl-0a"));
        await _desk.RunStep();
        Assert.Single(_desk.Topic.Notices);
        var kept = Assert.Single(_desk.Kept.All);
        Assert.Equal((MeasureState.Ended, null, true), (kept.State, kept.EndedBy, kept.EndedAt is not null));
    }

    [Theory]
    [InlineData("changed", "entry 1 is not what was put there any more")]
    [InlineData("removed", "entry 1 was removed before, by somebody else")]
    [InlineData("ACL gone", "the ACL is gone")]
    public async Task An_entry_that_is_not_exactly_ours_any_more_is_left_alone_and_told(string situation, string told)
    {
        await _desk.Block();
        var acl = Network.Acls["acl-0a"];
        var others = acl.Entries.Where(e => e.IsEgress || e.Number != 1).ToImmutableArray();
        if (situation == "changed") Network.Acls["acl-0a"] = acl with { Entries = [.. others, NetworkModel.Allow(1, "203.0.113.9/32")] };
        if (situation == "removed") Network.Acls["acl-0a"] = acl with { Entries = others };
        if (situation == "ACL gone") Network.Acls.Remove("acl-0a");
        var before = Network.Acls.GetValueOrDefault("acl-0a");
        _desk.Clock.Advance(TimeSpan.FromHours(25));

        Assert.Empty((await _desk.RunStep()).Problems);

        Assert.Equal(before, Network.Acls.GetValueOrDefault("acl-0a"));
        var notice = Assert.Single(_desk.Topic.Notices);
        Assert.Equal("changed", notice.Attributes["outcome"]);
        Assert.Contains(told, notice.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_its_end_the_same_finding_blocks_anew_and_another_may_too()
    {
        await _desk.Block();
        _desk.Clock.Advance(TimeSpan.FromHours(25));
        await _desk.RunStep();
        Assert.Equal(MeasureResult.Taken, Assert.Single(await _desk.Block(MeasureDesk.Threat(updated: 60 * 26))).Result);
        _desk.Clock.Advance(TimeSpan.FromHours(25));
        await _desk.RunStep();
        Assert.Equal(MeasureResult.Taken, Assert.Single(await _desk.Block(MeasureDesk.Threat("f2", updated: 60 * 60))).Result);
        Assert.Equal(["1 -1 203.0.113.9/32"], Network.Denied("acl-0a"));
    }

    [Fact]
    public async Task What_was_suspended_comes_back_with_description_and_tags_and_is_announced()
    {
        var suspension = await _desk.Suspend("sg-web", Https);
        _desk.Clock.Advance(TimeSpan.FromHours(24.1));

        Assert.Empty((await _desk.RunStep()).Problems);

        Assert.Contains($"{Https.Content} the shop [Owner, ana]", Network.Holds("sg-web"));
        Assert.True((await _desk.Kept.Ledger.IsOurs(null, suspension.Group, [Https], _desk.Clock.GetUtcNow(), default)).Value);
        Assert.Equal(["ended"], Outcomes);
        Assert.Equal(MeasureState.Ended, Assert.Single(_desk.Kept.All).State);
    }

    [Fact]
    public async Task What_the_policy_forbids_by_then_stays_away_and_is_told()
    {
        await _desk.Suspend("sg-web", Https, Ingress(22, "0.0.0.0/0"));
        _desk.Clock.Advance(TimeSpan.FromHours(24.1));
        Assert.Empty((await _desk.RunStep()).Problems);
        Assert.DoesNotContain(Network.Groups["sg-web"].Permissions, p => p.Content == Ssh);
        Assert.Contains(Https, Network.Groups["sg-web"].Permissions);
        var notice = Assert.Single(_desk.Topic.Notices);
        Assert.Equal("ended", notice.Attributes["outcome"]);
        Assert.Contains("tcp/22 from 0.0.0.0/0", notice.Body, StringComparison.Ordinal);
        Assert.Contains("SG001", notice.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_waiver_allows_by_then_comes_back()
    {
        var suspension = await _desk.Suspend("sg-web", Ingress(22, "203.0.113.7/32"));
        var now = _desk.Clock.GetUtcNow();
        var waiver = new Waiver("0123456789ab", suspension.Group, Direction.Ingress, ServiceSet.All, AddressSet.All, [], MeasureDesk.Bob, "agreed", null, now, now.AddDays(3));
        await _desk.Kept.Agreements.Write(new(waiver, 1), TestContext.Current.CancellationToken);
        _desk.Clock.Advance(TimeSpan.FromHours(24.1));
        await _desk.RunStep();
        Assert.Contains(Ingress(22, "203.0.113.7/32"), Network.Groups["sg-web"].Permissions);
    }

    [Fact]
    public async Task What_somebody_else_closed_and_what_was_never_taken_away_is_not_opened()
    {
        var suspension = await _desk.Suspend("sg-web", Https);
        // The entry says nothing of this one: a guardrail held it, say.
        await _desk.Kept.Write((suspension with { Permissions = [Https, Ingress(8443, "203.0.113.0/24")] }).Next(), TestContext.Current.CancellationToken);
        _desk.Clock.Advance(TimeSpan.FromHours(24.1));
        await _desk.RunStep();
        Assert.DoesNotContain(Ingress(8443, "203.0.113.0/24"), Network.Groups["sg-web"].Permissions);
        Assert.Contains(Https, Network.Groups["sg-web"].Permissions);
    }

    [Fact]
    public async Task What_another_suspension_holds_still_stays_away()
    {
        var suspension = await _desk.Suspend("sg-web", Https);
        await _desk.Kept.Write(suspension with { Id = new string('b', 32), Until = suspension.Until!.Value.AddHours(10) }, TestContext.Current.CancellationToken);
        _desk.Clock.Advance(TimeSpan.FromHours(24.1));
        await _desk.RunStep();
        Assert.DoesNotContain(Https, Network.Groups["sg-web"].Permissions);
        _desk.Clock.Advance(TimeSpan.FromHours(10));
        await _desk.RunStep();
        Assert.Contains(Https, Network.Groups["sg-web"].Permissions);
    }

    [Fact]
    public async Task A_full_group_is_told_once_tried_again_each_run_and_fails_the_run()
    {
        await _desk.Suspend("sg-web", Https);
        _desk.Clock.Advance(TimeSpan.FromHours(24.1));
        Network.Quota = 1;
        Assert.Contains("RulesPerSecurityGroupLimitExceeded", Assert.Single((await _desk.RunStep()).Problems), StringComparison.Ordinal);
        Assert.Contains("RulesPerSecurityGroupLimitExceeded", Assert.Single((await _desk.RunStep()).Problems), StringComparison.Ordinal);
        Assert.Equal(["overdue"], Outcomes);
        Network.Quota = null;
        Assert.Empty((await _desk.RunStep()).Problems);
        Assert.Equal(["overdue", "ended"], Outcomes);
        Assert.Contains(Https, Network.Groups["sg-web"].Permissions);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task While_nothing_may_be_changed_what_is_due_waits_and_that_is_told_once(bool byMode)
    {
        await _desk.Suspend("sg-web", Https);
        await _desk.Block();
        _desk.Clock.Advance(TimeSpan.FromHours(24.1));
        if (byMode) _desk.Ceiling = Mode.Observe;
        else await _desk.Turn(true);
        Assert.Empty((await _desk.RunStep()).Problems);
        Assert.Empty((await _desk.RunStep()).Problems);
        Assert.Equal(["overdue", "overdue"], Outcomes);
        Assert.Single(Network.Denied("acl-0a"));
        Assert.DoesNotContain(Https, Network.Groups["sg-web"].Permissions);

        if (byMode) _desk.Ceiling = Mode.Enforce;
        else await _desk.Turn(false);
        await _desk.RunStep();
        Assert.Equal(2, Outcomes.Count(o => o == "ended"));
        Assert.Empty(Network.Denied("acl-0a"));
    }

    [Fact]
    public async Task An_unreadable_kill_switch_ends_nothing_and_fails_the_run()
    {
        await _desk.Block();
        _desk.Clock.Advance(TimeSpan.FromHours(24.1));
        _desk.Kept.UnreadableSwitch = "AccessDenied";
        Assert.Single((await _desk.RunStep()).Problems);
        Assert.Single(Network.Denied("acl-0a"));
        Assert.Empty(_desk.Topic.Notices);
    }

    [Fact]
    public async Task An_entry_that_cannot_be_removed_keeps_no_other_measure_from_its_end()
    {
        await _desk.Block();
        await _desk.Suspend("sg-web", Https);
        _desk.Clock.Advance(TimeSpan.FromHours(24.1));
        Network.ObjectsToRemove = _ => new AclAnswer.Refused("req", "UnauthorizedOperation", false);
        Assert.Contains("UnauthorizedOperation", Assert.Single((await _desk.RunStep()).Problems), StringComparison.Ordinal);
        Assert.Equal(["ended", "overdue"], Outcomes.Order());
    }

    [Fact]
    public async Task What_a_person_took_back_is_told()
    {
        await _desk.Isolate();
        await _desk.Undo();
        await _desk.RunStep();
        await _desk.RunStep();
        Assert.Equal(["undone"], Outcomes);
        Assert.Equal(["sg-ssh", "sg-web"], Network.GroupsOf(MeasureDesk.Eni));
    }

    [Fact]
    public async Task A_group_that_is_gone_by_then_ends_its_suspension()
    {
        await _desk.Suspend("sg-web", Https);
        Network.Groups.Remove("sg-web");
        _desk.Clock.Advance(TimeSpan.FromHours(24.1));
        Assert.Empty((await _desk.RunStep()).Problems);
        Assert.Contains("the group is gone", Assert.Single(_desk.Topic.Notices).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_block_that_died_before_it_was_made_is_given_up_and_one_after_stands()
    {
        foreach (var after in new[] { false, true })
        {
            var desk = MeasureDesk.Begin();
            var gate = new Gate();
            var calls = await Calls(() => MeasureDesk.Begin().Block());
            (gate.Calls.EndsAt, gate.Calls.EndsAfter) = (1 + calls.FindIndex(c => c.StartsWith("AddEntry", StringComparison.Ordinal)), after);
            await Assert.ThrowsAsync<ProcessEndedException>(() => gate.Run(() => desk.Block()));
            desk.Clock.Advance(TimeSpan.FromMinutes(10));
            Assert.Empty((await desk.RunStep()).Did);
            desk.Clock.Advance(TimeSpan.FromMinutes(6));
            Assert.Single((await desk.RunStep()).Did);
            Assert.Equal(after ? MeasureState.Standing : MeasureState.Refused, Assert.Single(desk.Kept.All).State);
            Assert.Equal(after ? 1 : 0, desk.Network.Denied("acl-0a").Count());
        }
    }

    private static async Task<List<string>> Calls(Func<Task<ImmutableArray<MeasureReport>>> process)
    {
        var gate = new Gate();
        await gate.Run(process);
        return gate.Calls;
    }
}
