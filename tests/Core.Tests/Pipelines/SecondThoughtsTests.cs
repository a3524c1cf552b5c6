using Remediator.Core.Tests.Policies;
using Remediator.Groups;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Steps;
using static Remediator.Core.Tests.Pipelines.Account;

namespace Remediator.Core.Tests.Pipelines;

/// <summary>What was true at one moment of an event is not true at the next one.</summary>
public sealed class SecondThoughtsTests(ITestOutputHelper output)
{
    private const string OfWeb = "  groups: { tags: { Tier: web } }\n";
    private static readonly Permission Wide = Permission(Direction.Ingress, "tcp", 0, 65535, "0.0.0.0/0", "sgr-1");

    [Fact]
    public async Task A_trim_that_was_begun_is_not_carried_on_once_no_rule_forbids_the_permission()
    {
        var unharmed = Begin();
        await unharmed.Deliver(OpenedWide);
        for (var at = 1; at <= unharmed.Calls.Begun; at++)
        {
            var account = Begin();
            (account.Calls.EndsAt, account.Calls.EndsAfter) = (at, true);
            await Assert.ThrowsAsync<ProcessEndedException>(() => account.Deliver(OpenedWide));
            if (!account.Ec2.Permissions!.Contains(Wide)) continue;
            account.Calls.BeginAnotherProcess();
            account.Ec2.Tags.Clear();
            account.Clock.Advance(TimeSpan.FromSeconds(20));
            await account.Deliver(OpenedWide);
            Assert.True(account.Ec2.Permissions.SequenceEqual([Wide]), $"killed after call {at}, {unharmed.Calls[at - 1]}: {string.Join(", ", account.Ec2.Permissions)}");
            output.WriteLine($"{at} {unharmed.Calls[at - 1]}");
        }
    }

    [Fact]
    public async Task A_permission_that_is_allowed_by_the_second_attempt_is_not_told_as_revoked()
    {
        var account = With("rules:\n- id: R1\n  name: ssh\n  deny: { direction: ingress, service: ssh, peer: internet }\n  why: because\n" + OfWeb);
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        account.Ec2.Tags["Tier"] = "web";
        account.Ec2.Refusals.Enqueue(new RevokeAnswer.Refused(null, "UnauthorizedOperation: no", false));
        var opened = Events.Authorize("Ingress", ("sgr-1", "tcp", 22, 22, "0.0.0.0/0"));
        Assert.Single((await account.Deliver(opened)).Problems);
        account.Ec2.Tags.Clear();
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(opened));
        Assert.Equal(Outcome.Gone, Assert.Single(judged.Handled).Outcome);
        Assert.Single(account.Ec2.Permissions);
    }

    [Fact]
    public async Task A_tag_that_was_set_right_meanwhile_counts_and_not_what_the_event_had_set()
    {
        var account = With("rules:\n- id: R1\n  name: ssh\n  deny: { direction: ingress, service: ssh, peer: internet }\n  why: because\n" + OfWeb);
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        account.Ec2.Tags["Tier"] = "bastion"; // a minute after the event
        account.Clock.Advance(TimeSpan.FromMinutes(2));
        await account.Deliver(Events.Retag("CreateTags", "Tier", "web", FakeEc2.GroupId));
        Assert.Single(account.Ec2.Permissions);
    }

    [Fact]
    public async Task A_tag_that_was_to_be_taken_with_another_value_than_it_has_is_still_there()
    {
        var account = With("rules:\n- id: R1\n  name: ssh\n  deny: { direction: ingress, service: ssh, peer: internet }\n  why: because\n  groups: { except: { tags: { Exempt: \"yes\" } } }\n");
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        account.Ec2.Tags["Exempt"] = "yes";
        await account.Deliver(Events.Retag("DeleteTags", "Exempt", "no", FakeEc2.GroupId));
        Assert.Single(account.Ec2.Permissions);
    }

    [Fact]
    public async Task A_late_creation_revokes_nothing_since_nobody_knows_who_opened_what_stands_there()
    {
        var account = With("changes:\n- groups: any\n  allow: { roles: [\"arn:aws:iam::*:role/terraform-*\"] }\n  opened: revert\n");
        account.Ec2.Permissions = [Permission(Direction.Egress, "-1", null, null, "0.0.0.0/0", "sgr-9")];
        account.Clock.Advance(TimeSpan.FromHours(1));
        await account.Deliver(Events.CreateGroup());
        Assert.Single(account.Ec2.Permissions);
        Assert.Empty(account.Ec2.Revocations);
    }

    [Fact]
    public async Task A_closing_in_a_group_that_cannot_be_read_is_an_error_and_never_benign()
    {
        var account = With("baselines:\n- group: any\n  ingress: [{ id: db_from_web, service: mysql, peer: 10.1.0.0/16, why: application queries }]\n");
        account.Ec2.StaleDescribes.Enqueue(new GroupReading.Failed("UnauthorizedOperation: no", false));
        var result = await account.Deliver(Events.Revoke("Ingress", ("sgr-1", "tcp", 3306, 3306, "10.1.0.0/16")));
        Assert.Contains("UnauthorizedOperation", Assert.Single(result.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closing_that_names_its_group_by_name_alone_is_held_against_a_baseline_that_names_it_by_id()
    {
        var account = With($"baselines:\n- group: {FakeEc2.GroupId}\n  ingress: [{{ id: db_from_web, service: mysql, peer: 10.1.0.0/16, why: application queries }}]\n  missing: restore\n");
        var closed = System.Text.Json.Nodes.JsonNode.Parse(Events.Revoke("Ingress", ("sgr-1", "tcp", 3306, 3306, "10.1.0.0/16")))!.AsObject();
        var detail = closed["detail"]!.AsObject();
        var request = detail["requestParameters"]!.AsObject();
        request.Remove("groupId");
        request["groupName"] = "web";
        detail["responseElements"] = new System.Text.Json.Nodes.JsonObject { ["_return"] = true };
        await account.Deliver(Events.Bytes(closed));
        Assert.Equal([Ingress(3306, "10.1.0.0/16")], account.Ec2.Permissions);
    }

    [Fact]
    public async Task A_retag_by_who_may_change_the_group_makes_its_baseline_only_tell()
    {
        var account = With("""
            baselines:
            - { group: { tags: { Tier: web } }, ingress: none, extra: revoke }
            changes:
            - { groups: any, allow: { users: ["arn:aws:iam::*:user/alice"] } }
            """);
        account.Ec2.Permissions = [Ingress(443, "0.0.0.0/0", "sgr-1")];
        account.Ec2.Tags["Tier"] = "web";
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(Events.Retag("CreateTags", "Tier", "web", FakeEc2.GroupId)));
        Assert.Equal(Outcome.Told, Assert.Single(judged.Handled).Outcome);
        Assert.Single(account.Ec2.Permissions);
    }

    [Fact]
    public async Task A_call_that_retags_a_thousand_groups_reads_them_together()
    {
        var account = With("rules:\n- id: R1\n  name: ssh\n  deny: { direction: ingress, service: ssh, peer: internet }\n  why: because\n" + OfWeb);
        string[] ids = [.. Enumerable.Range(0, 1000).Select(i => $"sg-{i:x17}")];
        foreach (var id in ids) account.Ec2.Other(id, "other", KeyValuePair.Create("Tier", "web"));
        var several = Assert.IsType<Result.Several>(await account.Deliver(Events.Retag("CreateTags", "Tier", "web", ids)));
        Assert.Equal(1000, several.Each.OfType<Result.Benign>().Count());
        Assert.StartsWith("DescribeAll", Assert.Single(account.Calls), StringComparison.Ordinal);
    }

    private static byte[] OpenedWide => Events.Authorize("Ingress", ("sgr-1", "tcp", 0, 65535, "0.0.0.0/0"));

    private static Account Begin()
    {
        var policy = PolicyText.Read(PolicyText.Head + "rules:\n- id: R1\n  name: ssh\n  deny: { direction: ingress, service: ssh, peer: internet }\n  why: because\n  action: trim\n" + OfWeb).Policy!;
        var account = new Account(policy, ledgerIsLogged: true);
        account.Ec2.Permissions = [Wide];
        account.Ec2.Tags["Tier"] = "web";
        return account;
    }
}
