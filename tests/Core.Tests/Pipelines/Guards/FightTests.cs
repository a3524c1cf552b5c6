using Remediator.Remediations;

namespace Remediator.Core.Tests.Pipelines.Guards;

/// <summary>The same permission put back again and again: a pipeline is not fought, anybody else is.</summary>
public sealed class FightTests
{
    private const string Fight = "guardrails: { fight: { times: 3, minutes: 60 } }\n";
    private const string Pipelines = "changes:\n- { id: CH1, groups: any, allow: { roles: 'arn:aws:iam::*:role/terraform-*' }, opened: notify }\n";

    [Fact]
    public async Task A_pipeline_that_may_change_the_group_is_stopped_fighting_once_and_escalated_once()
    {
        var it = new Guarded(Fight + Pipelines);
        var outcomes = new List<Outcome>();
        for (var i = 0; i < 8; i++)
        {
            outcomes.Add(Assert.Single((await it.Deliver(22, role: "terraform-network")).Handled).Outcome);
            if (outcomes[^1] == Outcome.Held) it.Account.Ec2.Permissions!.Clear(); // the pipeline makes the group anew
            it.Account.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal([Outcome.Revoked, Outcome.Revoked, Outcome.Revoked, Outcome.Held, Outcome.Held, Outcome.Held, Outcome.Held, Outcome.Held], outcomes);
        Assert.Equal(3, it.Account.Ec2.Revocations.Count);
        Assert.Single(it.Account.Topic.Notices, n => n.Attributes.ContainsKey("escalation"));
    }

    [Fact]
    public async Task Against_anybody_else_revokes_go_on_with_a_pause_and_one_escalation()
    {
        var it = new Guarded(Fight + Pipelines);
        var pauses = new List<TimeSpan>();
        for (var i = 0; i < 12; i++)
        {
            var opened = it.Open(22, role: "intern");
            var before = it.Account.Clock.GetUtcNow();
            await it.Deliver(opened);
            pauses.Add(it.Account.Clock.GetUtcNow() - before);
            Assert.Empty(it.Standing);
        }

        Assert.Equal([0, 0, 0, 1, 2, 4, 5, 5, 5, 5, 5, 5], pauses.Select(p => (int)p.TotalSeconds - 1));
        Assert.Contains("put back 3 times within 60 minutes", Assert.Single(it.Account.Topic.Notices, n => n.Attributes.ContainsKey("escalation")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Now_and_then_is_no_fight()
    {
        var it = new Guarded(Fight + Pipelines);
        for (var i = 0; i < 8; i++)
        {
            Assert.Equal(Outcome.Revoked, Assert.Single((await it.Deliver(22, role: "terraform-network")).Handled).Outcome);
            it.Account.Clock.Advance(TimeSpan.FromMinutes(21));
        }
    }

    [Fact]
    public async Task A_second_delivery_is_no_second_opening()
    {
        var it = new Guarded(Fight + Pipelines);
        var opened = it.Open(22, role: "terraform-network");
        it.Account.Topic.Says = new("the topic is gone", false);
        for (var i = 0; i < 6; i++) await it.Deliver(opened);
        Assert.Equal(Outcome.Revoked, Assert.Single((await it.Deliver(22, role: "terraform-network")).Handled).Outcome);
    }

    [Fact]
    public async Task What_is_held_of_a_fight_a_person_can_let_go()
    {
        var it = new Guarded(Fight + Pipelines);
        for (var i = 0; i < 3; i++) await it.Deliver(22, role: "terraform-network");
        var held = await it.Deliver(22, role: "terraform-network");
        it.Account.Clock.Advance(TimeSpan.FromSeconds(1));
        var (key, now) = (held.Change.KeyIn(held.Group), it.Account.Clock.GetUtcNow());
        await it.Account.Books.Ledger.LetGo(key, "ana", now, default);
        await it.Account.Pipeline.Again((await it.Account.Books.Ledger.Earlier(key, default)).Value!, new(Events.Account, "aws", now.AddSeconds(30)) { Holder = "schedule" }, default);
        Assert.Empty(it.Standing);
    }
}
