using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Policies.Selectors;
using Remediator.Verdicts;

namespace Remediator.Core.Tests.Verdicts;

/// <summary>Peers that a policy names other than by addresses, and groups that it chooses: what is decided, what is asked for.</summary>
public sealed class SymbolTests
{
    private static readonly GroupSelector Web = new GroupSelector.ByTag("Tier", new Pattern("web"));
    private static readonly PrefixList Office = new(Given.PrefixList, "office", Given.Account, Given.Blocks("203.0.113.0/24"));

    [Fact]
    public void Self_is_a_reference_to_the_group_itself_and_to_no_other()
    {
        var rule = Unless(Given.Deny(Given.Ssh, AddressSet.All), new PeerSymbol.Self());

        Assert.Equal(Decision.Compliant, Decide(rule, Given.Group).Decision);
        Assert.Equal(Decision.Violation, Decide(rule, "sg-0000000000000000f").Decision);
        Assert.Equal(Decision.Violation, Decide(rule, "203.0.113.7/32").Decision);
    }

    [Fact]
    public void Group_that_was_not_read_leaves_it_undecided_and_is_asked_for()
    {
        var verdict = Decide(Unless(Given.Deny(Given.Ssh, AddressSet.All), new PeerSymbol.Group(Web, "web")), "sg-0000000000000000f");

        Assert.Equal(Decision.Undecided, verdict.Decision);
        Assert.Equal(["sg-0000000000000000f"], verdict.Needs.PeerGroups);
        Assert.Equal("group `sg-0000000000000000f` was not read, the addresses of the members of group `sg-0000000000000000f` are not known", verdict.Reasons[0].Because);
    }

    [Theory]
    [InlineData("web", Decision.Compliant)]
    [InlineData("database", Decision.Violation)]
    [InlineData(null, Decision.Undecided)]
    public void Group_that_was_read_decides_and_is_not_asked_for_again(string? tier, Decision expected)
    {
        var peer = new GroupFacts(new GroupKey(Given.Account, "eu-west-1", "sg-0000000000000000f")) { Tags = tier is null ? null : [new("Tier", tier)] };
        var here = Given.Here with { PeerGroups = Given.Here.PeerGroups.Add("sg-0000000000000000f", tier is null ? null : peer) };
        var verdict = Decide(Unless(Given.Deny(Given.Ssh, AddressSet.All), new PeerSymbol.Group(Web, "web")), "sg-0000000000000000f", here);

        Assert.Equal(expected, verdict.Decision);
        Assert.True(verdict.Needs.IsNothing);
    }

    [Fact]
    public void Group_of_another_account_is_chosen_by_the_account_that_the_reference_names()
    {
        var rule = Given.Deny(Given.Ssh, AddressSet.Empty) with
        {
            DenySymbols = [new(Given.Ssh, new PeerSymbol.Group(new GroupSelector.Not(new GroupSelector.ByText(GroupFact.Account, new(Given.Account))), "foreign"))],
        };
        var own = Given.Opening("tcp", 22, 22, "sg-0000000000000000f");
        var foreign = Permission.Create(Direction.Ingress, "tcp", 22, 22, new Peer.Group("sg-0000000000000000f", "444455556666", null), out _)!;

        Assert.Equal(Decision.Compliant, Judge.Decide(Given.Policy(rule), own, Given.Here).Decision);
        Assert.Equal(Decision.Violation, Judge.Decide(Given.Policy(rule), foreign, Given.Here).Decision);
    }

    [Fact]
    public void Prefix_list_that_was_not_read_is_asked_for_only_where_its_entries_decide()
    {
        var internet = Judge.Decide(Given.Policy(Given.Deny(Given.Ssh, Given.Internet)), Given.Opening("tcp", 22, 22, Given.PrefixList), Given.Here);
        var anywhere = Judge.Decide(Given.Policy(Given.Deny(Given.Ssh, AddressSet.All)), Given.Opening("tcp", 22, 22, Given.PrefixList), Given.Here);
        var https = Judge.Decide(Given.Policy(Given.Deny(Given.Ssh, Given.Internet)), Given.Opening("tcp", 443, 443, Given.PrefixList), Given.Here);

        Assert.Equal((Decision.Undecided, "prefix list `pl-0123456789abcdef0` was not read"), (internet.Decision, internet.Reasons[0].Because));
        Assert.Equal([Given.PrefixList], internet.Needs.PrefixLists);
        Assert.Equal((Decision.Violation, true), (anywhere.Decision, anywhere.Needs.IsNothing));
        Assert.Equal((Decision.Compliant, true), (https.Decision, https.Needs.IsNothing));
    }

    [Fact]
    public void Prefix_list_that_could_not_be_read_is_not_asked_for_again()
    {
        var verdict = Decide(Given.Deny(Given.Ssh, Given.Internet), Given.PrefixList, Read(null));

        Assert.Equal((Decision.Undecided, "prefix list `pl-0123456789abcdef0` could not be read"), (verdict.Decision, verdict.Reasons[0].Because));
        Assert.True(verdict.Needs.IsNothing);
    }

    [Fact]
    public void Prefix_list_with_known_entries_is_counted_exactly()
    {
        var verdict = Decide(Given.Deny(Given.Ssh, Given.Internet, unless: Given.Blocks("203.0.113.0/25")), Given.PrefixList, Read(Office));

        Assert.Equal((Decision.Violation, 128), (verdict.Decision, (int)verdict.IPv4Addresses));
        Assert.Equal(128 / (double)Given.Internet.Count(AddressFamily.IPv4), verdict.ShareOfInternet, 15);
    }

    [Theory]
    [InlineData("pl-0123456789abcdef0")]
    [InlineData("office")]
    public void Named_prefix_list_excuses_references_to_it_and_blocks_inside_it(string idOrName)
    {
        var rule = Unless(Given.Deny(Given.Ssh, Given.Internet), new PeerSymbol.PrefixList(idOrName));

        Assert.Equal(Decision.Compliant, Decide(rule, Given.PrefixList, Read(Office)).Decision);
        Assert.Equal(Decision.Compliant, Decide(rule, "203.0.113.7/32", Read(Office)).Decision);
        Assert.Equal(Decision.Violation, Decide(rule, "203.0.112.0/23", Read(Office)).Decision);
        Assert.Equal([idOrName], Decide(rule, "203.0.113.7/32").Needs.PrefixLists);
    }

    [Fact]
    public void Strangers_list_excuses_nothing_by_its_name_and_is_denied_by_it()
    {
        var strangers = Office with { OwnerId = "999988887777" };
        var named = new PeerSymbol.PrefixList("office");
        var denied = Given.Deny(Given.Ssh, AddressSet.Empty) with { DenySymbols = [new(Given.Ssh, named)] };

        Assert.Equal(Decision.Undecided, Decide(Unless(Given.Deny(Given.Ssh, Given.Internet), named), "203.0.113.7/32", Read(strangers)).Decision);
        Assert.Equal(Decision.Violation, Decide(denied, "203.0.113.7/32", Read(strangers)).Decision);
    }

    [Theory]
    [InlineData("AWS", Decision.Compliant)]
    [InlineData(Given.Account, Decision.Compliant)]
    [InlineData("444455556666", Decision.Compliant)]
    [InlineData("999988887777", Decision.Violation)]
    [InlineData(null, Decision.Undecided)]
    public void Foreign_prefix_list_is_one_of_an_owner_outside_the_organisation(string? owner, Decision expected)
    {
        var rule = Given.Deny(Given.Ssh, AddressSet.Empty) with { DenySymbols = [new(Given.Ssh, new PeerSymbol.ForeignPrefixList())] };
        var policy = Given.Policy(rule) with { Organisation = ["444455556666"] };
        var verdict = Judge.Decide(policy, Given.Opening("tcp", 22, 22, Given.PrefixList), Read(Office with { OwnerId = owner }));

        Assert.Equal(expected, verdict.Decision);
        Assert.True(verdict.Needs.IsNothing);
    }

    [Fact]
    public void Empty_list_is_forbidden_only_where_any_list_would_be()
    {
        var empty = Read(Office with { OwnerId = "999988887777", Addresses = AddressSet.Empty });
        var foreign = Given.Deny(Given.Ssh, AddressSet.Empty) with { DenySymbols = [new(Given.Ssh, new PeerSymbol.ForeignPrefixList())] };

        Assert.Equal(Decision.Compliant, Decide(Given.Deny(Given.Ssh, Given.Internet), Given.PrefixList, empty).Decision);
        Assert.Equal(Decision.Violation, Decide(foreign, Given.PrefixList, empty).Decision);
    }

    [Fact]
    public void Rule_for_groups_that_are_not_known_asks_for_the_facts_that_it_hangs_on()
    {
        var rule = Given.Deny(Given.Ssh, Given.Internet) with { Groups = Web, Undecided = RuleAction.Revoke };
        var verdict = Decide(rule, "0.0.0.0/0");

        Assert.Equal((Decision.Undecided, RuleAction.Revoke, NeededFacts.Tags), (verdict.Decision, verdict.Action, verdict.Needs.Facts));
        Assert.Equal("the group's tags are not known", verdict.Reasons[0].Because);
        Assert.True(Judge.Decide(Given.Policy(rule), Given.Opening("tcp", 443, 443, "0.0.0.0/0"), Given.Here).Needs.IsNothing);
    }

    [Fact]
    public void Group_that_was_just_retagged_out_of_a_rule_is_undecided_and_needs_no_read()
    {
        var group = Given.Here.Group with { Tags = [], RetaggedKeys = ["Tier"] };
        var verdict = Decide(Given.Deny(Given.Ssh, Given.Internet) with { Groups = Web }, "0.0.0.0/0", Given.Here with { Group = group });

        Assert.Equal((Decision.Undecided, RuleAction.Notify, true), (verdict.Decision, verdict.Action, verdict.Needs.IsNothing));
        Assert.Equal("the group's tags were changed just now", verdict.Reasons[0].Because);
    }

    [Fact]
    public void Group_that_lost_the_tag_by_which_a_rule_excepted_it_is_under_the_rule_from_now_on()
    {
        var rule = Given.Deny(Given.Ssh, Given.Internet) with { Groups = new GroupSelector.Not(Web) };

        Assert.Equal(Decision.Violation, Retagged(rule, []).Decision);
        Assert.Equal(Decision.Undecided, Retagged(rule, [new("Tier", "web")]).Decision);
    }

    [Fact]
    public void Rule_for_other_groups_says_nothing() =>
        Assert.Equal(Decision.Compliant, Decide(Given.Deny(Given.Ssh, Given.Internet) with { Groups = Web }, "0.0.0.0/0", Given.Here with { Group = Given.Here.Group with { Tags = [] } }).Decision);

    private static Verdict Retagged(Rule rule, ImmutableArray<KeyValuePair<string, string>> now) =>
        Decide(rule, "0.0.0.0/0", Given.Here with { Group = Given.Here.Group with { Tags = now, RetaggedKeys = ["Tier"] } });

    private static Situation Read(PrefixList? list) => Given.Here with { PrefixLists = Given.Here.PrefixLists.Add(Given.PrefixList, list) };

    private static Rule Unless(Rule rule, PeerSymbol peer) => rule with { UnlessSymbols = [new(ServiceSet.All, peer)] };

    private static Verdict Decide(Rule rule, string peer, Situation? situation = null) =>
        Judge.Decide(Given.Policy(rule), Given.Opening("tcp", 22, 22, peer), situation ?? Given.Here);
}
