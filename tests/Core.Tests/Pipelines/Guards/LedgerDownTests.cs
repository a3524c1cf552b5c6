using Remediator.Ledger;
using Remediator.Remediations;
using Remediator.Steps;
using Remediator.Verdicts;

namespace Remediator.Core.Tests.Pipelines.Guards;

/// <summary>Nobody can say whether a waiver or the kill switch speaks against it: each rule says what then.</summary>
public sealed class LedgerDownTests
{
    private const string Acting = """
        rules:
        - { id: R1, name: ssh from the internet, deny: { direction: ingress, service: ssh, peer: internet }, severity: critical, when-ledger-down: act, why: because }
        - { id: R2, name: databases from the internet, deny: { direction: ingress, service: tcp/3306, peer: internet }, why: because }

        """;

    [Theory]
    [InlineData("ledger")]
    [InlineData("agreements")]
    [InlineData("switch")]
    public async Task A_rule_that_does_not_say_act_holds_and_is_told_and_the_event_comes_again(string what)
    {
        var it = new Guarded();
        it.Books.LedgerIsDown = what == "ledger";
        it.Books.AgreementsAreDown = what == "agreements";
        it.Books.SwitchIsDown = what == "switch";
        var opened = it.Open(22);
        var judged = Assert.IsType<Result.Judged>(await it.Deliver(opened));
        Assert.Equal(Outcome.Held, Assert.Single(judged.Handled).Outcome);
        Assert.Contains("the ledger could not be read", Assert.Single(judged.Problems), StringComparison.Ordinal);
        Assert.Empty(it.Account.Ec2.Revocations);
        Assert.Single(it.Account.Topic.Notices);

        it.Books.IsDown = false;
        await it.Deliver(opened);
        Assert.Empty(it.Standing);
        Assert.Single(it.Account.Topic.Notices.Select(n => n.Id).Distinct());
        Assert.All(it.Account.Hub.Findings.Values, f => Assert.True(f.Passed));
    }

    [Fact]
    public async Task A_tally_that_cannot_be_written_is_a_ledger_that_is_down()
    {
        var it = new Guarded("guardrails: { revocations-per-hour: { account: 5 } }\n");
        it.Books.TalliesAreDown = true;
        Assert.Equal(Outcome.Held, Assert.Single((await it.Deliver(3306)).Handled).Outcome);
    }

    [Fact]
    public async Task A_rule_that_says_act_acts_and_tells_and_the_event_comes_again_to_be_recorded()
    {
        var it = new Guarded(rules: Acting) { Books = { IsDown = true } };
        var opened = it.Open(22);
        var judged = Assert.IsType<Result.Judged>(await it.Deliver(opened));
        Assert.Equal(Outcome.Revoked, Assert.Single(judged.Handled).Outcome);
        Assert.NotEmpty(judged.Problems);
        Assert.Empty(it.Standing);
        Assert.Single(it.Account.Topic.Notices);

        it.Books.IsDown = false;
        Assert.Empty((await it.Deliver(opened)).Problems);
        Assert.IsType<Result.Repeated>(await it.Deliver(opened));
        Assert.Single(it.Account.Topic.Notices);
    }

    [Fact]
    public async Task Where_one_rule_holds_what_another_would_act_on_it_is_held()
    {
        var it = new Guarded(rules: Acting + "- { id: R3, name: all from the internet, deny: { direction: ingress, service: all, peer: internet }, why: because }\n") { Books = { IsDown = true } };
        Assert.Equal(Outcome.Held, Assert.Single((await it.Deliver(22)).Handled).Outcome);
    }

    [Fact]
    public async Task A_process_acts_only_a_few_times_without_a_ledger()
    {
        var it = new Guarded(rules: Acting) { Books = { IsDown = true } };
        var outcomes = new List<Outcome>();
        for (var i = 0; i < 7; i++) outcomes.Add(Assert.Single((await it.Deliver(22, $"198.51.100.{i}/32")).Handled).Outcome);
        Assert.Equal((5, 2), (outcomes.Count(o => o == Outcome.Revoked), outcomes.Count(o => o == Outcome.Held)));
    }

    [Fact]
    public async Task Waivers_and_the_switch_seen_in_the_last_quarter_of_an_hour_still_count()
    {
        var it = new Guarded(rules: Acting);
        await it.Waive(22, "203.0.113.0/24", TimeSpan.FromHours(9));
        await it.Deliver(22, "203.0.113.7/32");
        it.Books.IsDown = true;
        it.Account.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.Equal(Decision.Waived, Assert.Single((await it.Deliver(22, "203.0.113.8/32")).Handled).Verdict.Decision);
        it.Account.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(Outcome.Revoked, Assert.Single((await it.Deliver(22, "203.0.113.9/32")).Handled).Outcome);
    }

    [Fact]
    public async Task A_claim_that_somebody_else_took_over_stops_its_holder_before_it_tells()
    {
        var it = new Guarded();
        it.Books.Answers = what => what == "Record" ? new RecordAnswer.Lost() : null;
        var undone = Assert.IsType<Result.Undone>(await it.Deliver(it.Open(22)));
        Assert.Contains("took over", Assert.Single(undone.Problems), StringComparison.Ordinal);
        Assert.Empty(it.Account.Topic.Notices);
        Assert.Empty(it.Account.Hub.Findings);
    }

    [Fact]
    public async Task What_was_done_and_could_not_be_recorded_is_told_and_the_event_comes_again()
    {
        var it = new Guarded();
        it.Books.Answers = what => what is "Record" or "Finish" ? new RecordAnswer.Failed("throttled") : null;
        var opened = it.Open(22);
        var judged = Assert.IsType<Result.Judged>(await it.Deliver(opened));
        Assert.Contains("throttled", Assert.Single(judged.Problems), StringComparison.Ordinal);
        Assert.Empty(it.Standing);
        Assert.Single(it.Account.Topic.Notices);

        it.Books.Answers = _ => null;
        Assert.Empty((await it.Deliver(opened)).Problems);
        Assert.Single(it.Account.Topic.Notices.Select(n => n.Id).Distinct());
    }

    [Fact]
    public async Task Nothing_is_created_that_could_not_be_announced()
    {
        var it = new Guarded(rules: "rules:\n- { id: R1, name: ssh, deny: { direction: ingress, service: ssh, peer: internet }, unless: { peer: 203.0.113.0/24 }, action: trim, why: because }\n");
        it.Books.Answers = what => what == "Intend" ? new RecordAnswer.Failed("throttled") : null;
        Assert.NotEmpty((await it.Deliver(it.Open(22))).Problems);
        Assert.Empty(it.Account.Ec2.Authorizations);
    }
}
