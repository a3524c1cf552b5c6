using Remediator.Remediations;
using Remediator.Steps;
using static Remediator.Core.Tests.Answers.AttackedAccount;

namespace Remediator.Core.Tests.Answers;

public sealed class ClosingTests
{
    [Fact]
    public async Task A_door_that_the_policy_forbids_is_revoked_and_nothing_else()
    {
        var account = new AttackedAccount();
        account.Ec2.Put("sg-web", Open(), Open(443), Open(22, "10.0.0.0/8"));
        var answered = await account.Answer(Guessing());
        Assert.Equal([Outcome.Revoked], Outcomes(answered));
        Assert.Equal(["ingress tcp/443 0.0.0.0/0", "ingress tcp/22 10.0.0.0/8"], account.Standing());
        Assert.Equal(KeyOf(Guessing()), account.OnlyNotice.Id);
    }

    [Fact]
    public async Task A_door_that_the_policy_allows_is_told_and_left_open()
    {
        var account = new AttackedAccount();
        account.Ec2.Put("sg-web", Open(443));
        var answered = await account.Answer(Guessing(From(Attacker, 443)));
        Assert.Equal([Outcome.Told], Outcomes(answered));
        Assert.Single(account.Standing());
        Assert.Contains("the policy allows it", account.OnlyNotice.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_door_that_the_policy_cuts_down_is_cut_down()
    {
        var account = new AttackedAccount(NoSsh + "  action: trim\n");
        account.Ec2.Put("sg-web", Range(20, 25));
        Assert.Equal([Outcome.Trimmed], Outcomes(await account.Answer(Guessing())));
        Assert.Equal(["ingress tcp/20-21 0.0.0.0/0", "ingress tcp/23-25 0.0.0.0/0"], account.Standing().Order());
    }

    [Fact]
    public async Task Where_the_policy_only_asks_to_tell_nothing_is_closed_that_it_forbids()
    {
        var account = new AttackedAccount(NoSsh + "threats:\n- types: ['*']\n  response: notify\n");
        account.Ec2.Put("sg-web", Open());
        Assert.Equal([Outcome.Told], Outcomes(await account.Answer(Guessing())));
        Assert.Single(account.Standing());
        Assert.Contains("it is only told", account.OnlyNotice.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_only_observes_and_a_mode_that_does_are_told_as_such()
    {
        var account = new AttackedAccount(NoSsh + "  mode: observe\n");
        account.Ec2.Put("sg-web", Open());
        Assert.Equal([Outcome.Observed], Outcomes(await account.Answer(Guessing())));
        var observing = new AttackedAccount(ceiling: Remediator.Policies.Mode.Observe);
        observing.Ec2.Put("sg-web", Open());
        Assert.Equal([Outcome.Observed], Outcomes(await observing.Answer(Guessing())));
        Assert.Single(account.Standing());
        Assert.Single(observing.Standing());
    }

    [Fact]
    public async Task Groups_of_one_interface_are_handled_each_by_itself()
    {
        var account = new AttackedAccount();
        account.Interfaces.Put(Eni, Instance, [Own], "sg-web", "sg-two", "sg-three");
        account.Ec2.Put("sg-web", Open());
        account.Ec2.Put("sg-two", Open(22, "198.51.100.0/24"), Open(80));
        account.Ec2.Put("sg-three", Open(22, "192.0.2.0/24"));
        var answered = await account.Answer(Guessing());
        Assert.Equal(2, answered.Groups.Length);
        Assert.Equal(2, account.Topic.Notices.Count);
        Assert.Empty(account.Standing());
        Assert.Equal(["ingress tcp/80 0.0.0.0/0"], account.Standing("sg-two"));
        Assert.Single(account.Standing("sg-three"));
    }

    [Fact]
    public async Task A_second_delivery_of_the_same_state_changes_and_tells_nothing()
    {
        var account = new AttackedAccount();
        account.Ec2.Put("sg-web", Open());
        await account.Answer(Guessing());
        Assert.All((await account.Answer(Guessing())).Groups, g => Assert.IsType<Result.Repeated>(g));
        Assert.Single(account.Topic.Notices);
    }

    [Fact]
    public async Task A_protected_group_is_told_and_left()
    {
        var account = new AttackedAccount(NoSsh + "guardrails: { protected: { id: sg-web } }\n");
        account.Ec2.Put("sg-web", Open());
        Assert.Equal([Outcome.Observed], Outcomes(await account.Answer(Guessing())));
        Assert.Single(account.Standing());
    }

    [Fact]
    public async Task The_entry_in_the_ledger_names_the_threat_and_can_be_undone()
    {
        var account = new AttackedAccount();
        account.Ec2.Put("sg-web", Open());
        await account.Answer(Guessing());
        var entry = Assert.Single(account.Ledger.Entries);
        Assert.Equal(Guessing().Id, entry.Claim.Threat?.Id);
        Assert.Equal([Open()], entry.Undo.SelectMany(u => u.Permissions));
    }

    [Fact]
    public async Task What_is_held_back_is_judged_again_from_the_record()
    {
        var account = new AttackedAccount(NoSsh + "guardrails: { revocations-per-hour: { account: 1 } }\n");
        account.Ec2.Put("sg-web", Open(22, "198.51.100.0/24"), Open(22, "198.51.0.0/16"));
        Assert.Equal([Outcome.Revoked, Outcome.Held], Outcomes(await account.Answer(Guessing())).Order());
        account.Clock.Advance(TimeSpan.FromHours(1));
        var due = await account.Books.Ledger.Held(account.Clock.GetUtcNow(), 10, TestContext.Current.CancellationToken);
        var held = (await account.Books.Ledger.Earlier(Assert.Single(due.Value), TestContext.Current.CancellationToken)).Value!;
        var again = Assert.IsType<Result.Judged>(await account.Pipeline.Again(held, account.Invocation, TestContext.Current.CancellationToken));
        Assert.Empty(again.Problems);
        Assert.Empty(account.Standing());
    }
}
