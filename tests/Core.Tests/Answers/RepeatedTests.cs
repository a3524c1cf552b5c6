using Remediator.Groups;
using Remediator.Remediations;
using Remediator.Steps;
using Remediator.Waivers;
using static Remediator.Core.Tests.Answers.AttackedAccount;

namespace Remediator.Core.Tests.Answers;

/// <summary>GuardDuty sends a finding again each time that it sees more of it.</summary>
public sealed class RepeatedTests
{
    [Fact]
    public async Task A_finding_repeated_with_a_higher_count_is_not_told_again_of_doors_that_people_know()
    {
        var account = new AttackedAccount();
        account.Ec2.Put("sg-web", Open(443));
        var first = Guessing(From(Attacker, 443));
        await account.Answer(first);
        var again = await account.Answer(Later(first));
        Assert.Equal([Outcome.Told], Outcomes(again));
        Assert.Single(account.Topic.Notices);
    }

    [Fact]
    public async Task A_finding_repeated_is_acted_on_where_its_door_can_be_closed_now()
    {
        var account = new AttackedAccount("rules:\n- id: SG001\n  name: rdp\n  deny: { direction: ingress, service: tcp/3389, peer: internet }\n  why: through the VPN\n");
        account.Ec2.Put("sg-web", Open());
        await account.Answer(Guessing());
        Assert.Single(account.Standing());
        account.Say(NoSsh);
        Assert.Equal([Outcome.Revoked], Outcomes(await account.Answer(Later(Guessing()))));
        Assert.Empty(account.Standing());
        Assert.Equal(2, account.Topic.Notices.Count);
    }

    [Fact]
    public async Task A_finding_that_grew_in_severity_or_in_ports_is_told_again()
    {
        var account = new AttackedAccount();
        account.Ec2.Put("sg-web", Open(443));
        var first = Guessing(From(Attacker, 443));
        await account.Answer(first);
        await account.Answer(Later(first) with { Severity = 9 });
        await account.Answer(Later(first, 30) with { Contacts = [From(Attacker, 443), From(Attacker, 8443)] });
        Assert.Equal(3, account.Topic.Notices.Count);
    }

    [Fact]
    public async Task A_door_that_was_opened_again_is_closed_and_told_again()
    {
        var account = new AttackedAccount();
        account.Ec2.Put("sg-web", Open());
        await account.Answer(Guessing());
        account.Ec2.Put("sg-web", Open() with { RuleId = "sgr-again" });
        Assert.Equal([Outcome.Revoked], Outcomes(await account.Answer(Later(Guessing()))));
        Assert.Equal(2, account.Topic.Notices.Count);
    }

    [Fact]
    public async Task That_nothing_lets_it_in_is_told_once()
    {
        var account = new AttackedAccount();
        account.Ec2.Put("sg-web", Open(443));
        await account.Answer(Guessing());
        await account.Answer(Later(Guessing()));
        await account.Answer(Later(Guessing()));
        Assert.Single(account.Topic.Notices);
    }

    [Fact]
    public async Task No_waiver_keeps_a_door_open_that_an_attack_came_through()
    {
        var account = new AttackedAccount();
        account.Ec2.Put("sg-web", Open());
        await Grant(account, null);
        Assert.Equal([Outcome.Revoked], Outcomes(await account.Answer(Guessing())));
        Assert.Empty(account.Standing());
    }

    [Fact]
    public async Task The_undo_of_an_answer_holds_against_the_same_finding_until_it_grows()
    {
        var account = new AttackedAccount();
        account.Ec2.Put("sg-web", Open());
        await account.Answer(Guessing());
        await Grant(account, KeyOf(Guessing()));
        account.Ec2.Put("sg-web", Open());
        var same = await account.Answer(Later(Guessing()));
        Assert.IsType<Result.Benign>(Assert.Single(same.Groups));
        Assert.Single(account.Standing());
        Assert.Single(account.Topic.Notices);
        Assert.Equal([Outcome.Revoked], Outcomes(await account.Answer(Later(Guessing(), 30) with { Severity = 8.5 })));
        Assert.Empty(account.Standing());
    }

    [Fact]
    public async Task The_undo_of_an_answer_to_another_finding_holds_nothing_back()
    {
        var account = new AttackedAccount();
        account.Ec2.Put("sg-web", Open());
        await account.Answer(Guessing());
        await Grant(account, KeyOf(Guessing()));
        account.Ec2.Put("sg-web", Open());
        Assert.Equal([Outcome.Revoked], Outcomes(await account.Answer(Guessing() with { Id = "0123456789abcdef0123456789abcdef" })));
    }

    /// <summary>For SSH from anywhere in the one group.</summary>
    private static async Task Grant(AttackedAccount account, string? undoes)
    {
        var now = account.Clock.GetUtcNow();
        var waiver = new Waiver(
            "waiver-1", new(Pipelines.Events.Account, Pipelines.Events.Region, "sg-web"), Direction.Ingress, Open().Services, Remediator.Network.AddressSet.All, [],
            "arn:aws:iam::111122223333:user/ann", "needed", null, now, now.AddHours(8))
        { Undoes = undoes };
        await account.Books.Agreements.Write(new(waiver, 1), TestContext.Current.CancellationToken);
    }
}
