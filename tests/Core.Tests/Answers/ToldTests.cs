using Remediator.Core.Tests.Pipelines;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Threats;
using static Remediator.Core.Tests.Answers.AttackedAccount;

namespace Remediator.Core.Tests.Answers;

/// <summary>What is told where no door is found, or where the finding is not as things are.</summary>
public sealed class ToldTests
{
    [Fact]
    public async Task Without_interface_and_instance_in_the_finding_it_is_told_that_nothing_was_closed()
    {
        var account = new AttackedAccount();
        account.Ec2.Put("sg-web", Open());
        var answered = await account.Answer(Guessing() with { Interfaces = [], InstanceIds = [], OtherResources = ["RDS instance orders"] });
        Assert.Empty(answered.Groups);
        Assert.Single(account.Standing());
        Assert.Contains("the finding names no network interface and no instance", account.OnlyNotice.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_interface_details_the_interfaces_of_the_instance_are_read()
    {
        var account = new AttackedAccount();
        account.Ec2.Put("sg-web", Open());
        Assert.Equal([Outcome.Revoked], Outcomes(await account.Answer(Guessing() with { Interfaces = [] })));
        Assert.Contains($"OfInstances {Instance}", account.Calls);
    }

    [Fact]
    public async Task An_instance_that_is_gone_is_told()
    {
        var account = new AttackedAccount();
        account.Interfaces.All.Clear();
        var answered = await account.Answer(Guessing());
        Assert.Equal("what was attacked is not there any more", answered.WhyNothing);
        Assert.Contains($"network interface `{Eni}` is gone", answered.Remarks);
        Assert.Contains("is gone", account.OnlyNotice.Body, StringComparison.Ordinal);
        var byInstance = await new AttackedAccount { Interfaces = { All = { } } }.Answer(Guessing() with { Interfaces = [], InstanceIds = ["i-other"] });
        Assert.Contains("instance `i-other` is gone, or has no network interface any more", byInstance.Remarks);
    }

    [Fact]
    public async Task A_group_that_was_detached_meanwhile_is_left_and_told()
    {
        var account = new AttackedAccount();
        account.Interfaces.Put(Eni, Instance, [Own], "sg-new");
        account.Ec2.Put("sg-web", Open());
        account.Ec2.Put("sg-new", Open(443));
        var answered = await account.Answer(Guessing());
        Assert.Single(account.Standing());
        Assert.Empty(answered.Groups);
        Assert.Contains($"group `sg-web` was on `{Eni}` when GuardDuty saw the attack, and is not any more", answered.Remarks);
        Assert.Contains("and is not any more", account.OnlyNotice.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interface_that_is_on_another_instance_by_now_is_told()
    {
        var account = new AttackedAccount();
        account.Interfaces.Put(Eni, "i-healthy", [Own], "sg-web");
        account.Ec2.Put("sg-web", Open());
        Assert.Equal([Outcome.Revoked], Outcomes(await account.Answer(Guessing())));
        Assert.Contains($"{Eni} was on {Instance} when GuardDuty saw the attack, and is on i-healthy now", account.OnlyNotice.Body.Replace("`", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_of_another_account_is_a_problem_and_nothing_is_read()
    {
        var account = new AttackedAccount();
        var result = await account.Deliver(Guessing() with { Account = "444455556666" });
        Assert.Contains("account `444455556666`", Assert.Single(result.Problems), StringComparison.Ordinal);
        Assert.Empty(account.Calls);
    }

    [Fact]
    public async Task A_remote_address_that_is_our_own_load_balancer_opens_what_refers_to_its_group_and_is_told()
    {
        var account = new AttackedAccount("rules:\n- id: SG001\n  name: app\n  deny: { direction: ingress, service: tcp/8080, peer: 'group:lb' }\n  why: the application is not reached through this one\ngroups:\n  lb: { id: sg-lb }\n");
        account.Interfaces.All["eni-lb"] = account.Interfaces.Put("eni-lb", "i-none", ["10.0.7.7"], "sg-lb") with { InstanceId = null, Kind = "interface", Description = "ELB app/shop/0123456789abcdef" };
        account.Ec2.Put("sg-lb", Open(443));
        account.Ec2.Put("sg-web", Account.Permission(Direction.Ingress, "tcp", 8080, 8080, "sg-lb"), Account.Permission(Direction.Ingress, "tcp", 8080, 8080, "sg-other"));
        var answered = await account.Answer(Guessing(From("10.0.7.7", 8080)));
        Assert.Equal([Outcome.Revoked], Outcomes(answered));
        Assert.Equal(["ingress tcp/8080 sg-other"], account.Standing());
        Assert.Contains("is our own", account.OnlyNotice.Body, StringComparison.Ordinal);
        Assert.Contains(answered.Remarks, r => r.StartsWith("`10.0.7.7` is our own: network interface `eni-lb` (interface, `ELB app/shop/0123456789abcdef`)", StringComparison.Ordinal));
        Assert.Contains("10.0.7.7 is our own: network interface eni-lb", account.OnlyNotice.Body.Replace("`", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_address_of_another_VPC_is_not_taken_for_the_one_next_door()
    {
        var account = new AttackedAccount();
        account.Interfaces.Put("eni-near", "i-near", ["10.0.7.7"], "sg-near");
        account.Interfaces.All["eni-far"] = account.Interfaces.Put("eni-far", "i-far", ["10.0.7.7"], "sg-far") with { VpcId = "vpc-far" };
        account.Ec2.Put("sg-web", Account.Permission(Direction.Ingress, "tcp", 22, 22, "sg-far"));
        Assert.Equal("no permission of the groups that it carries now lets it in", (await account.Answer(Guessing(From("10.0.7.7")))).WhyNothing);
    }

    [Fact]
    public async Task Over_IPv6_the_permission_for_IPv6_is_closed()
    {
        var account = new AttackedAccount();
        account.Ec2.Put("sg-web", Open(22, "::/0"), Open(22, "10.0.0.0/8"));
        Assert.Equal([Outcome.Revoked], Outcomes(await account.Answer(Guessing(From("2001:db8::7")))));
        Assert.Equal(["ingress tcp/22 10.0.0.0/8"], account.Standing());
        Assert.Contains("\nfrom 2001:db8::7 to tcp/22\n", account.OnlyNotice.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_probe_closes_what_is_forbidden_for_each_of_its_addresses()
    {
        var account = new AttackedAccount();
        account.Ec2.Put("sg-web", Open(22, "198.51.100.0/25"), Open(22, "198.51.100.128/25"), Open(22, "192.0.2.0/24"), Open(443));
        var contacts = Enumerable.Range(1, 254).Select(i => From($"198.51.100.{i}")).Append(From("203.0.113.9", 443));
        var answered = await account.Answer(Guessing([.. contacts]) with { IsPortProbe = true, Type = new("Recon:EC2/PortProbeUnprotectedPort", "Recon", "EC2", "PortProbeUnprotectedPort"), Severity = 2 });
        Assert.Equal([Outcome.Revoked, Outcome.Revoked, Outcome.Told], Outcomes(answered).Order());
        Assert.Equal(["ingress tcp/22 192.0.2.0/24", "ingress tcp/443 0.0.0.0/0"], account.Standing().Order());
        Assert.Contains("and 250 more addresses", account.OnlyNotice.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_went_out_came_through_no_door()
    {
        var account = new AttackedAccount();
        account.Ec2.Put("sg-web", Open());
        var answered = await account.Answer(Guessing() with { Direction = ThreatDirection.Outbound, Role = ThreatRole.Actor });
        Assert.Contains("went out", answered.WhyNothing, StringComparison.Ordinal);
        Assert.Single(account.Standing());
    }

    [Fact]
    public async Task A_prefix_list_that_lets_it_in_is_a_door()
    {
        var account = new AttackedAccount();
        account.Ec2.PrefixLists["pl-1"] = new("pl-1", null, Events.Account, AddressSet.From(Block("198.51.100.0/24")));
        account.Ec2.Put("sg-web", Account.Permission(Direction.Ingress, "tcp", 22, 22, "pl-1"));
        Assert.Equal([Outcome.Revoked], Outcomes(await account.Answer(Guessing())));
    }

    [Fact]
    public async Task A_prefix_list_that_is_not_there_is_no_door_and_told()
    {
        var account = new AttackedAccount();
        account.Ec2.Put("sg-web", Account.Permission(Direction.Ingress, "tcp", 22, 22, "pl-1"), Open());
        var answered = await account.Answer(Guessing());
        Assert.Equal([Outcome.Revoked], Outcomes(answered));
        Assert.Single(account.Standing());
        Assert.Contains("pl-1", account.OnlyNotice.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_list_that_cannot_be_read_now_may_let_in_is_closed_when_it_can_and_keeps_no_other_group_back()
    {
        var account = new AttackedAccount();
        account.Interfaces.Put(Eni, Instance, [Own], "sg-web", "sg-two");
        account.Ec2.PrefixLists["pl-1"] = new("pl-1", null, Events.Account, AddressSet.From(Block("198.51.100.0/24")));
        account.Ec2.Put("sg-web", Account.Permission(Direction.Ingress, "tcp", 22, 22, "pl-1"), Open());
        account.Ec2.Put("sg-two", Open());
        account.Ec2.RefusesLists = "RequestLimitExceeded: later";
        Assert.Contains((await account.Deliver(Guessing())).Problems, p => p.Contains("RequestLimitExceeded", StringComparison.Ordinal));
        Assert.Equal(["ingress tcp/22 pl-1"], account.Standing());
        Assert.Empty(account.Standing("sg-two"));
        Assert.Null((await account.Ledger.Kept.Earlier(KeyOf(Guessing()), TestContext.Current.CancellationToken)).Value!.FinishedAt);
        Assert.NotNull((await account.Ledger.Kept.Earlier(KeyOf(Guessing(), "sg-two"), TestContext.Current.CancellationToken)).Value!.FinishedAt);
        account.Ec2.RefusesLists = null;
        await account.Answer(Guessing());
        Assert.Empty(account.Standing());
    }

    [Fact]
    public async Task That_nothing_lets_it_in_is_not_told_before_everything_could_be_read()
    {
        var account = new AttackedAccount();
        account.Ec2.Put("sg-web", Account.Permission(Direction.Ingress, "tcp", 22, 22, "pl-1"));
        account.Ec2.RefusesLists = "RequestLimitExceeded: later";
        Assert.NotEmpty((await account.Deliver(Guessing())).Problems);
        Assert.Empty(account.Topic.Notices);
        account.Ec2.RefusesLists = null;
        await account.Answer(Guessing());
        Assert.Contains("NOTHING", account.OnlyNotice.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interfaces_that_cannot_be_read_are_a_problem_and_where_that_stays_so_nobody_is_told_that_they_are_gone()
    {
        var account = new AttackedAccount();
        account.Ec2.Put("sg-web", Open());
        for (var i = 0; i < 50; i++) account.Interfaces.Refusals.Enqueue(new InterfacesReading.Failed("RequestLimitExceeded", true));
        Assert.Contains((await account.Deliver(Guessing())).Problems, p => p.Contains("RequestLimitExceeded", StringComparison.Ordinal));
        account.Interfaces.Refusals.Clear();
        Assert.Equal([Outcome.Revoked], Outcomes(await account.Answer(Guessing())));
        var denied = new AttackedAccount();
        denied.Interfaces.Refusals.Enqueue(new InterfacesReading.Failed("UnauthorizedOperation", false));
        Assert.Contains((await denied.Deliver(Guessing())).Problems, p => p.Contains("UnauthorizedOperation", StringComparison.Ordinal));
        Assert.Contains("what was attacked could not be read", denied.OnlyNotice.Body, StringComparison.Ordinal);
        Assert.Contains("UnauthorizedOperation", denied.OnlyNotice.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("not there any more", denied.OnlyNotice.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_not_every_permission_could_be_read_nobody_is_told_that_none_lets_it_in()
    {
        var account = new AttackedAccount();
        account.Ec2.Put("sg-web", Account.Permission(Direction.Ingress, "tcp", 22, 22, "pl-1"));
        Assert.Equal("no permission is known to let it in, and not every one that may could be read", (await account.Answer(Guessing())).WhyNothing);
    }

    private static Cidr Block(string text) => Cidr.TryParse(text, out var block) ? block : throw new ArgumentException(text);
}
