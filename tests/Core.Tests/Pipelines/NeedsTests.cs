using Remediator.Policies;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Steps;
using Remediator.Verdicts;
using static Remediator.Core.Tests.Pipelines.Account;

namespace Remediator.Core.Tests.Pipelines;

/// <summary>What is read before a decision: nothing where the event says enough, and else exactly what the verdict hangs on, once.</summary>
public sealed class NeedsTests
{
    private const string Describe = "Describe " + FakeEc2.GroupId;
    private const string Revoke = "Revoke Ingress " + Ssh;

    private static byte[] OpenedSsh => Events.Authorize("Ingress", ("sgr-1", "tcp", 22, 22, "0.0.0.0/0"));

    /// <summary>A policy of one rule, the event's peer, and the calls up to the act.</summary>
    public static TheoryData<string, string, string[]> Kinds => new()
    {
        { "groups: any", "0.0.0.0/0", [Revoke] },
        { "groups: " + FakeEc2.GroupId, "0.0.0.0/0", [Revoke] },
        { "groups: { region: eu-*, account: '1111*' }", "0.0.0.0/0", [Revoke] },
        { "groups: { name: web* }", "0.0.0.0/0", [Describe, Revoke] },
        { "groups: { vpc: vpc-0a }", "0.0.0.0/0", [Describe, Revoke] },
        { "groups: { tags: { Tier: web } }", "0.0.0.0/0", [Describe, Revoke] },
        { "groups: { name: web*, tags: { Tier: web }, vpc: vpc-0a }", "0.0.0.0/0", [Describe, Revoke] },
        { "groups: { attached: true }", "0.0.0.0/0", ["ReadExposure", Revoke] },
        { "groups: { attached: true, tags: { Tier: web } }", "0.0.0.0/0", [Describe, "ReadExposure", Revoke] },
        { "max-addresses: { ipv4: 256 }", "0.0.0.0/0", [Revoke] },
        { "max-addresses: { ipv4: 256 }", "198.51.100.0/25", [Describe, "Revoke Ingress ingress tcp/22 198.51.100.0/25"] },
        { "unless: { peer: 'prefix-list:pl-0b' }", "0.0.0.0/0", ["ReadPrefixList pl-0b", Revoke] },
        { "groups: any", "pl-0a", ["ReadPrefixList pl-0a", "Revoke Ingress ingress tcp/22 pl-0a"] },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_a_verdict_hangs_on_is_read_once_and_nothing_else_is(string rule, string peer, string[] calls)
    {
        var account = With($"rules:\n- id: R1\n  name: ssh\n  deny: {{ direction: ingress, service: ssh, peer: internet }}\n  why: because\n  {rule}\n");
        account.Ec2.Tags["Tier"] = "web";
        account.Ec2.List("pl-0a", "0.0.0.0/1");
        account.Ec2.List("pl-0b", Events.Office);
        var opened = Events.Authorize("Ingress", ("sgr-1", "tcp", 22, 22, peer));
        account.Ec2.Permissions = [Ingress(22, "198.51.100.128/25", "sgr-0"), Ingress(22, "203.0.113.0/25", "sgr-9"), .. Assert.IsType<Remediator.Changes.Change>(Remediator.Changes.ChangeReader.Read(opened)).Permissions];

        var judged = Assert.IsType<Result.Judged>(await account.Deliver(opened));
        Assert.Equal(calls, account.Calls.Take(calls.Length));
        Assert.Equal(Outcome.Revoked, Assert.Single(judged.Handled).Outcome);
        Assert.Equal(1, account.Calls.Count(c => c == "ReadExposure"));
    }

    [Theory]
    [InlineData("groups: { name: db* }")]
    [InlineData("groups: { tags: { Tier: database } }")]
    [InlineData("groups: { attached: false }")]
    [InlineData("groups: { except: { name: web } }")]
    public async Task What_turns_out_not_to_be_chosen_is_benign_and_only_read(string groups)
    {
        var account = With($"rules:\n- id: R1\n  name: ssh\n  deny: {{ direction: ingress, service: ssh, peer: internet }}\n  why: because\n  {groups}\n");
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        Assert.IsType<Result.Benign>(await account.Deliver(OpenedSsh));
        Assert.Single(account.Calls);
        Assert.Single(account.Ec2.Permissions);
    }

    [Fact]
    public async Task A_group_reference_has_the_other_group_read()
    {
        var account = With("groups: { bastion: { tags: { Role: bastion } } }\nrules:\n- id: R1\n  name: ssh\n  deny: { direction: ingress, service: ssh, peer: [internet, private] }\n  unless: { peer: 'group:bastion' }\n  why: because\n  undecided: revoke\n");
        account.Ec2.Other("sg-0b", "jump", KeyValuePair.Create("Role", "bastion"));
        Assert.IsType<Result.Benign>(await account.Deliver(Events.Authorize("Ingress", ("sgr-1", "tcp", 22, 22, "sg-0b"))));
        Assert.Equal(["DescribeAll sg-0b"], account.Calls);
    }

    [Fact]
    public async Task The_packaged_policy_asks_once_whether_a_group_is_the_default_one_and_never_again()
    {
        var packaged = PolicyReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policies", "default.yaml")), "default.yaml").Policy!;
        var account = new Account(packaged);
        Assert.IsType<Result.Benign>(await account.Deliver(Events.CreateGroup()));
        Assert.IsType<Result.Benign>(await account.Deliver(Events.Retag("CreateTags", "Tier", "web", FakeEc2.GroupId)));
        Assert.IsType<Result.Benign>(await account.Deliver(Events.Revoke("Ingress", ("sgr-1", "tcp", 22, 22, "0.0.0.0/0"))));
        Assert.Empty(account.Calls);
        var benign = Events.Authorize("Ingress", ("sgr-1", "tcp", 443, 443, "0.0.0.0/0"), ("sgr-2", "tcp", 22, 22, "10.0.0.0/8"), ("sgr-3", "tcp", 3306, 3306, "sg-0b"));
        Assert.IsType<Result.Benign>(await account.Deliver(benign));
        Assert.Equal([Describe], account.Calls);
        Assert.IsType<Result.Benign>(await account.Deliver(Events.Another(benign)));
        Assert.Equal([Describe], account.Calls);
    }

    [Fact]
    public async Task Fixed_facts_are_remembered_and_tags_never_are()
    {
        var account = With("rules:\n- id: R1\n  name: ssh\n  deny: { direction: ingress, service: ssh, peer: internet }\n  why: because\n  groups: { name: db* }\n");
        Assert.IsType<Result.Benign>(await account.Deliver(OpenedSsh));
        Assert.IsType<Result.Benign>(await account.Deliver(Events.Another(OpenedSsh)));
        Assert.Equal([Describe], account.Calls);

        account = With("rules:\n- id: R1\n  name: ssh\n  deny: { direction: ingress, service: ssh, peer: internet }\n  why: because\n  groups: { tags: { Tier: db } }\n");
        Assert.IsType<Result.Benign>(await account.Deliver(OpenedSsh));
        Assert.IsType<Result.Benign>(await account.Deliver(Events.Another(OpenedSsh)));
        Assert.Equal([Describe, Describe], account.Calls);
    }

    [Fact]
    public async Task What_could_not_be_read_stays_undecided_and_is_told()
    {
        var account = With("rules:\n- id: R1\n  name: ssh\n  deny: { direction: ingress, service: ssh, peer: internet }\n  why: because\n  groups: { tags: { Tier: db } }\n");
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        account.Ec2.StaleDescribes.Enqueue(new GroupReading.Failed("UnauthorizedOperation: no", false));
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(OpenedSsh));
        var handled = Assert.Single(judged.Handled);
        Assert.Equal((Decision.Undecided, Outcome.Told), (handled.Verdict.Decision, handled.Outcome));
        Assert.Contains("UnauthorizedOperation", Assert.Single(judged.Remarks), StringComparison.Ordinal);
        Assert.Empty(judged.Problems);
        Assert.Single(account.Topic.Notices);
    }

    [Fact]
    public async Task What_could_not_be_read_though_it_might_be_later_makes_the_event_come_again_and_is_then_acted_on()
    {
        var account = With("rules:\n- id: R1\n  name: ssh\n  deny: { direction: ingress, service: ssh, peer: internet }\n  why: because\n  groups: { tags: { Tier: web } }\n");
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        account.Ec2.Tags["Tier"] = "web";
        for (var i = 0; i < 50; i++) account.Ec2.StaleDescribes.Enqueue(new GroupReading.Failed("RequestLimitExceeded: slow down", true));
        Assert.NotEmpty(Assert.IsType<Result.Judged>(await account.Deliver(OpenedSsh)).Problems);
        account.Ec2.StaleDescribes.Clear();
        account.Clock.Advance(TimeSpan.FromSeconds(30));
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(OpenedSsh));
        Assert.Empty(judged.Problems);
        Assert.Equal(Outcome.Revoked, Assert.Single(judged.Handled).Outcome);
    }

    [Fact]
    public async Task A_prefix_list_that_is_not_there_removes_nothing()
    {
        var account = With("rules:\n- id: R1\n  name: ssh\n  deny: { direction: ingress, service: ssh, peer: internet }\n  unless: { peer: 'prefix-list:offices' }\n  why: because\n");
        account.Ec2.Permissions = [Ingress(22, "198.51.100.0/24", "sgr-1")];
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(Events.Authorize("Ingress", ("sgr-1", "tcp", 22, 22, "198.51.100.0/24"))));
        Assert.Equal(Outcome.Told, Assert.Single(judged.Handled).Outcome);
        Assert.Contains("there is none here", Assert.Single(judged.Remarks), StringComparison.Ordinal);
        Assert.Single(account.Ec2.Permissions);
    }

    [Fact]
    public async Task A_group_that_is_gone_by_the_time_its_facts_are_read_is_told_to_nobody()
    {
        var account = With("rules:\n- id: R1\n  name: ssh\n  deny: { direction: ingress, service: ssh, peer: internet }\n  why: because\n  groups: { name: web }\n");
        account.Ec2.Permissions = null;
        Assert.Equal(1, Assert.IsType<Result.Benign>(await account.Deliver(OpenedSsh)).Gone);
        Assert.Empty(account.Topic.Notices);
    }

    [Theory]
    [InlineData("{ tags: { Owner: payments } }", "payments", Outcome.Observed)]
    [InlineData("{ tags: { Owner: payments } }", "web", Outcome.Revoked)]
    [InlineData("{ name: web }", "web", Outcome.Observed)]
    public async Task A_protected_group_is_judged_and_told_and_never_changed(string selector, string owner, Outcome expected)
    {
        var account = With($"guardrails: {{ protected: {selector} }}\nrules:\n- id: R1\n  name: ssh\n  deny: {{ direction: ingress, service: ssh, peer: internet }}\n  why: because\n");
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        account.Ec2.Tags["Owner"] = owner;
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(OpenedSsh));
        Assert.Equal(expected, Assert.Single(judged.Handled).Outcome);
        Assert.Equal(Describe, account.Calls[0]);
        Assert.Single(account.Topic.Notices);
    }
}
