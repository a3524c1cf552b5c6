using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Waivers;
using static Remediator.Core.Tests.Sweeps.SweptRegion;

namespace Remediator.Core.Tests.Sweeps;

/// <summary>What a sweep acts on, and under which rails.</summary>
public sealed class ActingTests
{
    private const string Acts = "sweep: act";

    [Fact]
    public async Task What_was_there_before_the_first_round_is_only_told_by_the_word_of_the_policy()
    {
        var region = new SweptRegion(Rule(Acts));
        region.Ec2.Put("sg-1", Open());
        for (var round = 0; round < 3; round++) await region.Round();
        Assert.True(region.Stands("sg-1", Open()));
        Assert.Contains("how long it has been open is not known", Assert.Single(region.Topic.Notices).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_between_two_rounds_is_closed()
    {
        var region = new SweptRegion(Rule(Acts));
        region.Ec2.Put("sg-1", Open(443));
        await region.Round();
        region.Ec2.Add("sg-1", Open());
        Assert.Equal([Outcome.Revoked], Outcomes(await region.Round()));
        Assert.Equal([Open(443)], region.Ec2.Groups["sg-1"].Permissions);
        Assert.True(Assert.Single(region.Hub.Findings.Values).Passed);
        Assert.Single(region.Topic.Notices);
        Assert.Empty((await region.Round()).Results);
    }

    [Fact]
    public async Task Nothing_older_than_the_rule_that_forbids_it_is_touched()
    {
        var region = new SweptRegion(Rule(Acts, "  unless: { peer: 198.51.100.0/24 }\n"));
        region.Ec2.Put("sg-1");
        await region.Round();
        region.Ec2.Add("sg-1", Open(peer: "198.51.100.7/32"));
        await region.Round();
        region.Say(Rule(Acts));
        Assert.Equal([Outcome.Told], Outcomes(await region.Round()));
        Assert.Contains("it may be older than the rule that forbids it", Assert.Single(region.Topic.Notices).Body, StringComparison.Ordinal);

        region.Ec2.Add("sg-1", Open(peer: "198.51.100.8/32"));
        await region.Round();
        Assert.Equal([Open(peer: "198.51.100.7/32")], region.Ec2.Groups["sg-1"].Permissions);
    }

    [Fact]
    public async Task Another_wording_severity_or_action_makes_no_rule_younger()
    {
        var region = new SweptRegion(Rule(Acts));
        region.Ec2.Put("sg-1");
        await region.Round();
        region.Ec2.Add("sg-1", Open());
        region.Say(Rule(Acts, "  severity: critical\n  controls: [EC2.13]\n").Replace("name: ssh", "name: another name", StringComparison.Ordinal));
        Assert.Equal([Outcome.Revoked], Outcomes(await region.Round()));
    }

    [Fact]
    public async Task The_own_word_of_a_rule_closes_what_is_older_too()
    {
        var region = new SweptRegion(Rule(more: "  sweep: act\n"));
        region.Ec2.Put("sg-1", Open());
        Assert.Equal([Outcome.Revoked], Outcomes(await region.Round()));
    }

    [Fact]
    public async Task A_rule_that_says_notify_is_not_overruled_by_the_policy()
    {
        var region = new SweptRegion(Rule(Acts, "  sweep: notify\n"));
        region.Ec2.Put("sg-1");
        await region.Round();
        region.Ec2.Add("sg-1", Open());
        Assert.Equal([Outcome.Told], Outcomes(await region.Round()));
    }

    [Fact]
    public async Task A_rule_that_only_tells_in_sweeps_does_not_make_a_trim_take_more()
    {
        var region = new SweptRegion(Rule(more: "  action: trim\n  sweep: act\n- id: SG002\n  name: web\n  deny: { direction: ingress, service: tcp/80, peer: internet }\n  why: no plain text\n"));
        region.Ec2.Put("sg-1", Pipelines.Account.Permission(Direction.Ingress, "tcp", 22, 80, "0.0.0.0/0"));
        Assert.Equal([Outcome.Trimmed], Outcomes(await region.Round()));
        Assert.Equal(["ingress tcp/23-80 0.0.0.0/0"], region.Ec2.Groups["sg-1"].Permissions.Select(p => p.Content));
    }

    [Fact]
    public async Task A_lost_memory_means_that_nobody_knows_how_old_anything_is()
    {
        var region = new SweptRegion(Rule(Acts));
        region.Ec2.Put("sg-1");
        await region.Round();
        region.Ec2.Add("sg-1", Open());
        var name = $"seen/{Pipelines.Events.Account}/{Pipelines.Events.Region}/sg-1";
        var note = (await region.Notebook.Read(name, default)).Value!;
        await region.Notebook.Write(note with { Text = "{\"read\":\"garbage", Version = note.Version + 1 }, default);
        Assert.Equal([Outcome.Told], Outcomes(await region.Round()));
    }

    [Fact]
    public async Task What_is_waived_stays_and_is_told_to_nobody_until_the_waiver_ends()
    {
        var region = new SweptRegion(Rule(more: "  sweep: act\n"));
        var group = region.Ec2.Put("sg-1", Open());
        var now = region.Clock.GetUtcNow();
        var waiver = new Waiver("w-1", group.Key, Direction.Ingress, ServiceSet.All, AddressSet.All, [], "arn:aws:iam::111122223333:user/sec", "migration", null, now, now.AddHours(9));
        await region.World.Books.Agreements.Write(new(waiver, 1), default);
        Assert.Empty((await region.Round()).Results);
        Assert.Empty((await region.Round()).Results);
        Assert.Empty(region.Topic.Notices);
        Assert.DoesNotContain("Ledger Claim", region.Calls);
        Assert.Equal([Outcome.Revoked], Outcomes(await region.Round()));
    }

    [Fact]
    public async Task The_kill_switch_only_lets_tell_and_what_was_told_then_does_not_fire_afterwards()
    {
        var region = new SweptRegion(Rule(more: "  sweep: act\n"));
        region.Ec2.Put("sg-1", Open());
        await region.World.Books.Switch.Turn(new(true, "arn:aws:iam::111122223333:user/sec", "an incident", region.Clock.GetUtcNow()), default);
        Assert.Equal([Outcome.Observed], Outcomes(await region.Round()));
        await region.Round();
        await region.World.Books.Switch.Turn(new(false, "arn:aws:iam::111122223333:user/sec", "over", region.Clock.GetUtcNow()), default);
        await region.Round();
        Assert.True(region.Stands("sg-1", Open()));
        Assert.Single(region.Topic.Notices);
        Assert.Empty(region.Calls.Where(c => c.StartsWith("Revoke", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Observing_only_tells_and_tells_once()
    {
        var region = new SweptRegion(Rule(more: "  sweep: act\n"), Mode.Observe);
        region.Ec2.Put("sg-1", Open());
        Assert.Equal([Outcome.Observed], Outcomes(await region.Round()));
        Assert.Empty((await region.Round()).Results);
        Assert.True(region.Stands("sg-1", Open()));
        Assert.Single(region.Topic.Notices);
    }

    [Fact]
    public async Task A_protected_group_is_told_of_once_and_left_alone()
    {
        var region = new SweptRegion(Rule("guardrails: { protected: { name: name-sg-1 } }", "  sweep: act\n"));
        region.Ec2.Put("sg-1", Open());
        await region.Round();
        await region.Round();
        Assert.True(region.Stands("sg-1", Open()));
        Assert.Single(region.Topic.Notices);
    }

    [Fact]
    public async Task What_the_budget_does_not_hold_is_held_told_once_and_closed_when_it_is_judged_again()
    {
        var region = new SweptRegion(Rule("guardrails: { revocations-per-hour: { account: 1 } }", "  sweep: act\n"));
        region.Ec2.Put("sg-1", Open());
        region.Ec2.Put("sg-2", Open());
        Assert.Equal([Outcome.Held, Outcome.Revoked], Outcomes(await region.Round()).Order().Reverse());
        Assert.Equal(2, region.Topic.Notices.Count);
        Assert.Empty((await region.Round()).Results);

        var key = Assert.Single((await region.Ledger.Held(region.Clock.GetUtcNow(), 10, default)).Value);
        var held = (await region.Ledger.Earlier(key, default)).Value!;
        var pipeline = new Pipeline(region.Policy, Mode.Enforce, region.World);
        var again = await pipeline.Again(held, new(Pipelines.Events.Account, "aws", region.Clock.GetUtcNow().AddSeconds(60)) { Holder = "again" }, default);
        Assert.Empty(again.Problems);
        Assert.All(region.Ec2.Groups.Values, g => Assert.Empty(g.Permissions));
    }

    [Fact]
    public async Task What_the_switch_or_agreements_cannot_say_is_neither_acted_on_nor_told()
    {
        var region = new SweptRegion(Rule(more: "  sweep: act\n"));
        region.Ec2.Put("sg-1", Open());
        region.World = region.World with { Books = region.World.Books with { Agreements = new NoAgreements() } };
        var report = await region.Run();
        Assert.Contains("the agreements of the group could not be read: ProvisionedThroughputExceededException: slowly", Assert.Single(report.Results).Problems);
        Assert.False(report.IsDone);
        Assert.Empty(region.Topic.Notices);
        Assert.True(region.Stands("sg-1", Open()));
    }

    /// <summary>Agreements that nobody can read.</summary>
    private sealed class NoAgreements : IAgreements
    {
        private const string Why = "ProvisionedThroughputExceededException: slowly";

        public Task<Reading<ImmutableArray<Agreement>>> Of(GroupKey group, CancellationToken cancel) => Task.FromResult(new Reading<ImmutableArray<Agreement>>(default, Why));

        public Task<Reading<Agreement>> Find(string id, CancellationToken cancel) => Task.FromResult(new Reading<Agreement>(null, Why));

        public Task<Reading<ImmutableArray<Agreement>>> Open(CancellationToken cancel) => Task.FromResult(new Reading<ImmutableArray<Agreement>>(default, Why));

        public Task<WriteAnswer> Write(Agreement agreement, CancellationToken cancel) => Task.FromResult<WriteAnswer>(new WriteAnswer.Failed(Why));
    }
}
