using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Steps;

namespace Remediator.Core.Tests.Pipelines.Guards;

/// <summary>Limits hold back a policy that went wrong, and are no off switch for whoever attacks.</summary>
public sealed class BudgetTests
{
    private static readonly string[] Bases = ["198.51.100.0/24", "198.51.101.0/24", "198.51.102.0/24", "198.51.103.0/24", "198.51.104.0/24"];

    [Theory]
    [InlineData("account", "in the account")]
    [InlineData("group", "in the group")]
    [InlineData("actor", "of what one actor opened")]
    public async Task What_is_over_the_limit_is_held_and_told_at_once(string scope, string words)
    {
        var it = new Guarded($"guardrails: {{ revocations-per-hour: {{ {scope}: 2 }} }}\n");
        foreach (var cidr in Bases[..2]) await it.Deliver(3306, cidr);
        var held = await it.Deliver(3306, Bases[2]);
        Assert.Equal((Outcome.Held, $"the limit of 2 revocations an hour {words} is reached"), (Assert.Single(held.Handled).Outcome, held.Handled[0].Detail));
        Assert.Empty(held.Problems);
        Assert.Equal(3, it.Account.Topic.Notices.Count);
        Assert.Equal([$"ingress tcp/3306 {Bases[2]}"], it.Standing);
    }

    [Fact]
    public async Task What_the_limit_of_a_group_holds_uses_up_nothing_of_the_account_s()
    {
        var it = new Guarded("guardrails: { revocations-per-hour: { account: 3, group: 1 } }\n");
        foreach (var cidr in Bases) await it.Deliver(3306, cidr);
        var hour = Steps.Guarding.Budget.Of(new(3, null, null, null, null, null), Assert.IsType<Result.Judged>(await it.Deliver(it.Open(3306, Bases[0]))).Change, Guarded.Group, false, it.Account.Clock.GetUtcNow());
        var answer = await it.Account.Books.Tallies.Add(Assert.Single(hour).Tally, ["another"], 3, it.Account.Clock.GetUtcNow().AddHours(2), default);
        Assert.Equal(2, Assert.IsType<Ports.TallyAnswer.Added>(answer).All.Count);
    }

    [Fact]
    public async Task Of_one_event_as_many_go_as_fit_and_the_rest_is_held()
    {
        var it = new Guarded("guardrails: { revocations-per-hour: { account: 2 } }\n");
        foreach (var cidr in Bases) it.Open(3306, cidr);
        var judged = Assert.IsType<Result.Judged>(await it.Deliver(Events.Another(Events.Authorize("Ingress", [.. Bases.Select((cidr, i) => ($"sgr-{i + 1:x4}", "tcp", 3306, 3306, cidr))]), "all-at-once")));
        Assert.Equal((2, 3), (judged.Handled.Count(h => h.Outcome == Outcome.Revoked), judged.Handled.Count(h => h.Outcome == Outcome.Held)));
        Assert.Equal(3, it.Standing.Count());
    }

    [Fact]
    public async Task Cheap_violations_never_hold_up_the_revoke_of_a_critical_one()
    {
        var it = new Guarded("guardrails: { revocations-per-hour: { account: 1, group: 1, actor: 1 } }\n");
        foreach (var cidr in Bases) await it.Deliver(3306, cidr);
        await it.Deliver(22);
        Assert.DoesNotContain(Account.Ssh, it.Standing);
        Assert.Equal(Bases.Length - 1, it.Standing.Count());
    }

    [Fact]
    public async Task A_critical_one_has_a_breaker_of_its_own()
    {
        var it = new Guarded("guardrails: { revocations-per-hour: { critical-account: 1 } }\n");
        await it.Deliver(22, Bases[0]);
        Assert.Equal(Outcome.Held, Assert.Single((await it.Deliver(22, Bases[1])).Handled).Outcome);
        Assert.Equal(Outcome.Revoked, Assert.Single((await it.Deliver(3306, Bases[1])).Handled).Outcome);
    }

    [Fact]
    public async Task The_same_hole_a_hundred_times_uses_up_nothing_and_is_closed_a_hundred_times()
    {
        var it = new Guarded("guardrails: { revocations-per-hour: { account: 3, group: 3, actor: 3, critical-account: 3 } }\n");
        for (var i = 0; i < 100; i++)
        {
            Assert.Equal(Outcome.Revoked, Assert.Single((await it.Deliver(22)).Handled).Outcome);
            Assert.Empty(it.Standing);
            it.Account.Clock.Advance(TimeSpan.FromSeconds(20));
        }
    }

    [Fact]
    public async Task A_second_delivery_counts_nothing_twice()
    {
        var it = new Guarded("guardrails: { revocations-per-hour: { account: 2 } }\n");
        var opened = it.Open(3306, Bases[0]);
        it.Account.Topic.Says = new("the topic is gone", false);
        for (var i = 0; i < 5; i++) await it.Deliver(opened);
        it.Account.Topic.Says = Ports.Answer.Ok;
        Assert.Equal(Outcome.Revoked, Assert.Single((await it.Deliver(3306, Bases[1])).Handled).Outcome);
        Assert.Equal(Outcome.Held, Assert.Single((await it.Deliver(3306, Bases[2])).Handled).Outcome);
    }

    [Fact]
    public async Task What_is_held_is_judged_again_when_the_hour_is_over()
    {
        var it = new Guarded("guardrails: { revocations-per-hour: { account: 1 } }\n");
        await it.Deliver(3306, Bases[0]);
        await it.Deliver(3306, Bases[1]);
        Assert.Empty((await it.Account.Books.Ledger.Held(it.Account.Clock.GetUtcNow(), 10, default)).Value);
        it.Account.Clock.Advance(TimeSpan.FromHours(1));

        var again = Assert.IsType<Result.Judged>(await Again(it));
        Assert.Equal(Outcome.Revoked, Assert.Single(again.Handled).Outcome);
        Assert.Empty(it.Standing);
        Assert.Empty((await it.Account.Books.Ledger.Held(it.Account.Clock.GetUtcNow().AddDays(9), 10, default)).Value);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_held_of_a_group_that_had_to_be_read_goes_too_when_the_hour_is_over(bool isDeliveredLate)
    {
        var it = new Guarded("guardrails: { revocations-per-hour: { account: 1 } }\n");
        await it.Deliver(3306, Bases[0]);
        it.Account.Ec2.Permissions!.Add(Account.Ingress(3306, Bases[1], "sgr-omitted"));
        var omitted = Events.At(Events.Another(Events.Omitted(), "omitted"), it.Account.Clock.GetUtcNow() - TimeSpan.FromSeconds(2));
        Assert.Equal(Outcome.Held, Assert.Single(Assert.IsType<Result.Judged>(await it.Deliver(omitted)).Handled).Outcome);
        it.Account.Clock.Advance(TimeSpan.FromMinutes(10));
        if (isDeliveredLate) await it.Deliver(omitted);
        it.Account.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(Outcome.Revoked, Assert.Single(Assert.IsType<Result.Judged>(await Again(it)).Handled).Outcome);
        Assert.Empty(it.Standing);
    }

    [Fact]
    public async Task What_is_held_and_was_put_right_meanwhile_is_over()
    {
        var it = new Guarded("guardrails: { revocations-per-hour: { account: 1 } }\n");
        await it.Deliver(3306, Bases[0]);
        await it.Deliver(3306, Bases[1]);
        it.Account.Ec2.Permissions!.Clear();
        it.Account.Clock.Advance(TimeSpan.FromHours(1));
        await Again(it);
        Assert.Single(it.Account.Ec2.Revocations);
        Assert.Empty((await it.Account.Books.Ledger.Held(it.Account.Clock.GetUtcNow().AddDays(9), 10, default)).Value);
    }

    [Fact]
    public async Task What_is_held_and_the_policy_of_now_allows_is_over()
    {
        var it = new Guarded("guardrails: { revocations-per-hour: { account: 1 } }\n");
        await it.Deliver(3306, Bases[0]);
        await it.Deliver(3306, Bases[1]);
        it.Account.Clock.Advance(TimeSpan.FromHours(1));
        var now = it.Account.Clock.GetUtcNow();
        var held = (await it.Account.Books.Ledger.Earlier(Assert.Single((await it.Account.Books.Ledger.Held(now, 10, default)).Value), default)).Value!;
        var lenient = new Pipeline(Account.AdminPorts(), Mode.Enforce, it.Account.World);
        Assert.Empty((await lenient.Again(held, new(Events.Account, "aws", now.AddSeconds(30)) { Holder = "schedule" }, TestContext.Current.CancellationToken)).Problems);
        Assert.Empty((await it.Account.Books.Ledger.Held(now.AddDays(9), 10, default)).Value);
        Assert.Single(it.Standing);
    }

    [Fact]
    public async Task What_a_person_lets_go_no_limit_holds_any_more()
    {
        var it = new Guarded("guardrails: { revocations-per-hour: { account: 1 } }\n");
        await it.Deliver(3306, Bases[0]);
        var held = await it.Deliver(3306, Bases[1]);
        await it.Account.Books.Ledger.LetGo(held.Change.KeyIn(held.Group), "ana", it.Account.Clock.GetUtcNow(), default);
        await Again(it);
        Assert.Empty(it.Standing);
    }

    [Fact]
    public async Task What_a_person_lets_go_while_it_is_just_held_again_goes_all_the_same()
    {
        var it = new Guarded("guardrails: { revocations-per-hour: { account: 1 } }\n");
        await it.Deliver(3306, Bases[0]);
        var opened = it.Open(3306, Bases[1]);
        var held = Assert.IsType<Result.Judged>(await it.Deliver(opened));
        Task? release = null;
        it.Books.Answers = what =>
        {
            if (what == "Hold") release = it.Account.Books.Ledger.LetGo(held.Change.KeyIn(held.Group), "ana", it.Account.Clock.GetUtcNow(), default);
            return null;
        };
        await it.Deliver(opened);
        await release!;
        it.Books.Answers = _ => null;
        await Again(it);
        Assert.Empty(it.Standing);
    }

    [Fact]
    public async Task What_is_held_is_told_once_however_often_it_is_judged_again()
    {
        var it = new Guarded("guardrails: { revocations-per-hour: { account: 1 } }\n");
        await it.Deliver(3306, Bases[0]);
        var opened = it.Open(3306, Bases[1]);
        for (var i = 0; i < 3; i++) await it.Deliver(opened);
        Assert.Equal(2, it.Account.Topic.Notices.Count);
    }


    /// <summary>As the schedule does it.</summary>
    private static async Task<Result> Again(Guarded it)
    {
        it.Account.Clock.Advance(TimeSpan.FromSeconds(1));
        var now = it.Account.Clock.GetUtcNow();
        var key = Assert.Single((await it.Account.Books.Ledger.Held(now, 10, default)).Value);
        var held = (await it.Account.Books.Ledger.Earlier(key, default)).Value!;
        return await it.Account.Pipeline.Again(held, new(Events.Account, "aws", now.AddSeconds(30)) { Holder = "schedule" }, TestContext.Current.CancellationToken);
    }
}
