using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Policies.Selectors;
using Remediator.Verdicts;

namespace Remediator.Core.Tests.Verdicts;

/// <summary>A policy's own tests: what they describe, and what is told when the verdict is another.</summary>
public sealed class PolicyTesterTests
{
    private static readonly Place Somewhere = new("policy.yaml", 1, 1);
    private static readonly GroupFacts Group = new(new GroupKey("111122223333", "eu-west-1", "sg-0123456789abcdef1"));
    private static readonly Rule Ssh = Given.Deny(Given.Ssh, Given.Internet, Given.Blocks("203.0.113.0/24"), "SG001");
    private static readonly Permission Half = Given.Opening("tcp", 22, 22, "0.0.0.0/1");

    [Fact]
    public void Test_that_expects_what_the_policy_says_passes()
    {
        var outcome = PolicyTester.Run(Given.Policy(Ssh), Test(Half, new("violation", ["SG001"], RuleAction.Revoke, Severity.High, [])));
        Assert.True(outcome.Passed, string.Join("; ", outcome.Differences));
        Assert.Equal(Decision.Violation, outcome.Verdict.Decision);
        Assert.Equal("a test", outcome.Test.Name);
    }

    [Fact]
    public void Test_that_names_only_the_verdict_compares_nothing_else() => Assert.Empty(Differences(Given.Policy(Ssh), Test(Half, Expect("violation"))));

    [Fact]
    public void Test_of_rules_leaves_out_those_that_could_not_tell()
    {
        var tagged = Given.Deny(Given.Ssh, Given.Internet, id: "SG002") with { Groups = new GroupSelector.ByTag("Tier", new("web")) };
        var outcome = PolicyTester.Run(Given.Policy(Ssh, tagged), Test(Half, new("violation", ["SG001"], null, null, null)));
        Assert.Empty(outcome.Differences);
        Assert.Equal(2, outcome.Verdict.Reasons.Length);
    }

    [Fact]
    public void Test_of_a_trim_that_keeps_nothing_expects_a_revoke()
    {
        var trim = Given.Deny(Given.Ssh, Given.Internet, Given.Blocks("203.0.113.0/24"), "SG001") with { Action = RuleAction.Trim };
        Assert.Empty(Differences(Given.Policy(trim), Test(Half, new("violation", null, RuleAction.Revoke, null, []))));
        Assert.Empty(Differences(Given.Policy(trim), Test(Given.Opening("tcp", 22, 22, "0.0.0.0/0"), new("violation", null, RuleAction.Trim, null, ["tcp/22 from 203.0.113.0/24"]))));
    }

    [Fact]
    public void Test_tells_every_difference_at_once() => Assert.Equal(
        [
            "verdict: expected `compliant`, got `violation`",
            "rules: without `SG002`, `SG003`, and with `SG001` besides",
            "action: expected `notify`, got `revoke`",
            "severity: expected `critical`, got `high`",
            "remainder: without `tcp/80 from 10.0.0.0/8`",
        ],
        Differences(Given.Policy(Ssh), Test(Half, new("compliant", ["SG002", "SG003"], RuleAction.Notify, Severity.Critical, ["tcp/80 from 10.0.0.0/8"]))));

    [Fact]
    public void Test_that_expects_an_action_of_a_compliant_permission_is_told_that_there_is_none() =>
        Assert.Equal(
            ["verdict: expected `violation`, got `compliant`", "rules: without `SG001`", "action: expected `revoke`, got none"],
            Differences(Given.Policy(Ssh), Test(Given.Opening("tcp", 80, 80, "0.0.0.0/0"), new("violation", ["SG001"], RuleAction.Revoke, null, null))));

    [Fact]
    public void Test_of_rules_takes_them_in_any_order_and_says_what_is_there_besides()
    {
        var policy = Given.Policy(Ssh, Given.Deny(Given.Ssh, AddressSet.All, id: "SG002"));
        Assert.Empty(Differences(policy, Test(Half, Expect("violation") with { Rules = ["SG002", "SG001"] })));
        Assert.Equal(["rules: with `SG002` besides"], Differences(policy, Test(Half, Expect("violation") with { Rules = ["SG001"] })));
    }

    [Theory]
    [InlineData("tcp/0-21 from 0.0.0.0/0", "tcp/23-65535 from 0.0.0.0/0", "tcp/22 from 203.0.113.0/24")]
    [InlineData("ssh from 203.0.113.9/24", "tcp/23-65535  from 0.0.0.0/0", " tcp/0-21 from 1.2.3.4/0")]
    public void Test_of_a_remainder_takes_the_pieces_in_any_order_and_spelling(params string[] pieces)
    {
        var test = Test(Given.Opening("tcp", 0, 65535, "0.0.0.0/0"), Expect("violation") with { Remainder = [.. pieces] });
        Assert.Empty(Differences(Given.Policy(Ssh with { Action = RuleAction.Trim }), test));
    }

    [Fact]
    public void Test_of_a_remainder_shows_what_cannot_be_read_as_it_was_written() => Assert.Equal(
        ["remainder: without `tcp/22`, `ports 22 from office`, and with `tcp/22 from 203.0.113.0/24` besides"],
        Differences(
            Given.Policy(Ssh with { Action = RuleAction.Trim }),
            Test(Given.Opening("tcp", 22, 22, "0.0.0.0/0"), Expect("violation") with { Remainder = ["tcp/22", "ports 22 from office"] })));

    [Theory]
    [InlineData("all", "udp from 10.0.0.0/8")]
    [InlineData("-1", "udp/0-65535 from 10.0.0.0/8")]
    public void Test_of_a_remainder_of_all_protocols_names_each(string protocol, string udp)
    {
        var test = Test(Given.Opening(protocol, null, null, "10.0.0.0/8"), Expect("violation") with { Remainder = [udp, "tcp/0-21 from 10.0.0.0/8", "tcp/23-65535 from 10.0.0.0/8", "icmp from 10.0.0.0/8", "esp from 10.0.0.0/8"] });
        var policy = Given.Policy(Given.Deny(Given.Ssh, AddressSet.All) with { Action = RuleAction.Trim }) with { NamedProtocols = [new(50)] };
        Assert.Empty(Differences(policy, test));
    }

    [Fact]
    public void Test_of_a_remainder_with_the_group_itself_or_a_named_group_says_self_or_its_name()
    {
        var policy = Given.Policy(Given.Deny(Given.Ssh, AddressSet.All) with { Action = RuleAction.Trim });
        var own = Test(Given.Opening("tcp", 22, 23, Group.Key.GroupId), Expect("violation") with { Remainder = ["tcp/23 from self"] });
        Assert.Empty(Differences(policy, own));
        var peer = new GroupFacts(new GroupKey("111122223333", "eu-west-1", Given.Group)) { SaidToBe = ["web"] };
        var named = Test(Given.Opening("tcp", 22, 23, Given.Group), Expect("violation") with { Remainder = ["tcp/23 from group:web"] }) with { Peer = peer };
        Assert.Empty(Differences(policy, named));
        Assert.Single(Differences(policy, named with { Expect = named.Expect with { Remainder = ["tcp/23 from group:mail"] } }));
    }

    [Fact]
    public void Test_of_an_egress_piece_says_to()
    {
        var rule = Given.Deny(Given.Tcp(25), AddressSet.All) with { Direction = Direction.Egress, Action = RuleAction.Trim };
        Assert.Empty(Differences(Given.Policy(rule), Test(Given.Opening("tcp", 25, 26, "10.0.0.0/8", Direction.Egress), Expect("violation") with { Remainder = ["tcp/26 to 10.0.0.0/8"] })));
    }

    [Fact]
    public void Test_of_a_policy_that_observes_asks_what_it_would_do_when_it_enforces()
    {
        var policy = Given.Policy(Ssh) with { Mode = Mode.Observe };
        Assert.Empty(Differences(policy, Test(Half, Expect("violation") with { Action = RuleAction.Revoke })));
        var watching = Given.Policy(Ssh with { Mode = Mode.Observe });
        Assert.Equal(["action: expected `revoke`, got none"], Differences(watching, Test(Half, Expect("violation") with { Action = RuleAction.Revoke })));
    }

    [Fact]
    public void Test_counts_what_else_the_group_holds()
    {
        var wide = Given.Deny(Given.Tcp(443), Given.Internet, id: "WIDE1") with { MaxAddresses = new(256, null) };
        var test = Test(Given.Opening("tcp", 443, 443, "198.51.100.0/24"), Expect("compliant"));
        Assert.Empty(Differences(Given.Policy(wide), test));
        Assert.Empty(Differences(Given.Policy(wide), test with { Others = [Given.Opening("tcp", 443, 443, "203.0.113.0/32")], Expect = Expect("violation") }));
        Assert.Empty(Differences(Given.Policy(wide), test with { Others = [test.Permission] }));
    }

    [Fact]
    public void Test_that_describes_a_list_has_it_read_and_any_other_cannot_be_read()
    {
        var test = Test(Given.Opening("tcp", 22, 22, Given.PrefixList), Expect("undecided"));
        Assert.Empty(Differences(Given.Policy(Ssh), test));
        Assert.StartsWith("verdict: expected `violation`, got `undecided` by `SG001`: ", Assert.Single(Differences(Given.Policy(Ssh), test with { Expect = Expect("violation") })), StringComparison.Ordinal);
        var office = new PrefixList(Given.PrefixList, null, "111122223333", Given.Blocks("203.0.113.0/25"));
        Assert.Empty(Differences(Given.Policy(Ssh), test with { PrefixLists = [office], Expect = Expect("compliant") }));
        Assert.True(PolicyTester.Run(Given.Policy(Ssh), test).Verdict.Needs.IsNothing);
    }

    [Fact]
    public void Test_that_describes_the_peer_has_its_facts()
    {
        var rule = Given.Deny(Given.Ssh, AddressSet.Empty, id: "SG002") with
        {
            DenySymbols = [new(Given.Ssh, new PeerSymbol.Group(new GroupSelector.ByText(GroupFact.Name, new("mail-*")), "mail"))],
        };
        var test = Test(Given.Opening("tcp", 22, 22, Given.Group), Expect("undecided"));
        Assert.Empty(Differences(Given.Policy(rule), test));
        var facts = new GroupFacts(new GroupKey("111122223333", "eu-west-1", Given.Group)) { Name = "mail-1" };
        Assert.Empty(Differences(Given.Policy(rule), test with { Peer = facts, Expect = Expect("violation") }));
        Assert.Empty(Differences(Given.Policy(rule), test with { Peer = facts with { Name = "web-1" }, Expect = Expect("compliant") }));
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:role/terraform-ci", "compliant")]
    [InlineData("arn:aws:sts::111122223333:assumed-role/terraform-ci/session", "compliant")]
    [InlineData("arn:aws:iam::111122223333:user/alice", "compliant")]
    [InlineData("cloudformation.amazonaws.com", "compliant")]
    [InlineData("arn:aws:iam::111122223333:role/admin", "violation")]
    [InlineData("arn:aws:sts::111122223333:assumed-role/admin/terraform-ci", "violation")]
    [InlineData("arn:aws:sts::111122223333:federated-user/terraform-ci", "violation")]
    [InlineData("arn:aws:sts::111122223333:assumed-role", "violation")]
    [InlineData("arn:aws:iam::111122223333:user/mallory", "violation")]
    [InlineData("lambda.amazonaws.com", "violation")]
    [InlineData(null, "compliant")]
    public void Test_that_names_an_actor_asks_change_control(string? actor, string verdict)
    {
        var control = new ChangeControl(
            "CH1",
            GroupSelector.Any,
            new([new("arn:aws:iam::*:role/terraform-*")], [new("arn:aws:iam::*:user/alice")], [new("cloudformation.amazonaws.com")]),
            true,
            true,
            Severity.Medium,
            null,
            "tests say so",
            Somewhere);
        var policy = Given.Policy() with { Changes = [control] };
        Assert.Empty(Differences(policy, Test(Given.Opening("tcp", 443, 443, "10.0.0.0/8"), Expect(verdict)) with { Actor = actor }));
    }

    [Fact]
    public void Tests_of_a_policy_run_in_the_order_of_the_file()
    {
        var policy = Given.Policy(Ssh) with { Mode = Mode.Observe, Tests = [Test(Half, Expect("violation")) with { Name = "one" }, Test(Half, Expect("compliant")) with { Name = "two" }] };
        Assert.Equal(["one True", "two False"], PolicyTester.RunAll(policy).Select(o => $"{o.Test.Name} {o.Passed}"));
    }

    [Fact]
    public void Test_that_expects_hostile_text_is_told_on_one_line() =>
        Assert.Equal(["rules: without `SG\\u000a\\u0060`, and with `SG001` besides"], Differences(Given.Policy(Ssh), Test(Half, Expect("violation") with { Rules = ["SG\n`"] })));

    private static TestExpectation Expect(string verdict) => new(verdict, null, null, null, null);

    private static PolicyTest Test(Permission permission, TestExpectation expect) => new("a test", Group, permission, [], null, [], null, expect, Somewhere);

    private static ImmutableArray<string> Differences(Policy policy, PolicyTest test) => PolicyTester.Run(policy, test).Differences;
}
