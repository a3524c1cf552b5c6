using Remediator.Changes;
using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Policies.Selectors;
using Remediator.Verdicts;
using Remediator.Waivers;

namespace Remediator.Core.Tests.Verdicts;

/// <summary>What a baseline names and the group lacks, and whether it may be put back.</summary>
public sealed class DriftTests
{
    private const string Account = "111122223333";
    private const string Web = "sg-0aaaaaaaaaaaaaaaa";
    private const string Other = "sg-0bbbbbbbbbbbbbbbb";

    private static readonly Place Somewhere = new("policy.yaml", 1, 1);
    private static readonly GroupFacts Group = Facts(Given.Group, "database-1");
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly PeerSymbol WebServers = new PeerSymbol.Group(new GroupSelector.ByText(GroupFact.Name, new Pattern("web-*")), "web");

    [Fact]
    public void Lacks_of_a_group_that_holds_what_its_baseline_names_are_none() =>
        Assert.Empty(Lacks([Entry(Given.Tcp(443), "203.0.113.0/24")], [Given.Opening("tcp", 0, 65535, "203.0.112.0/22")]));

    [Fact]
    public void Lacks_name_the_permission_that_is_missing_and_may_be_put_back()
    {
        var lack = Assert.Single(Lacks([Entry(Given.Tcp(443), "203.0.113.0/24"), Entry(Given.Ssh, "198.51.100.7/32")], [Given.Opening("tcp", 22, 22, "198.51.100.7/32")]));
        Assert.Equal("tcp/443 203.0.113.0/24", Shown(lack));
        Assert.Null(lack.WhyNotRestored);
        Assert.Equal("DB", lack.Baseline.Id);
        Assert.Equal("entry", lack.Entry.Id);
    }

    [Theory]
    [InlineData("0.0.0.0/0", "0.0.0.0/1", "tcp/80-90 128.0.0.0/1")]
    [InlineData("0.0.0.0/0", "10.0.0.0/8", "tcp/80-90 0.0.0.0/0")]
    [InlineData("2001:db8::/32", "2001:db8::/33", "tcp/80-90 2001:db8:8000::/33")]
    [InlineData("203.0.113.0/30", "203.0.113.0/31", "tcp/80-90 203.0.113.2/31")]
    public void Lacks_name_only_what_is_missing_of_a_block_in_one_permission(string wanted, string standing, string expected) =>
        Assert.Equal(expected, Shown(Assert.Single(Lacks([Entry(Given.Tcp(80, 90), wanted)], [Given.Opening("tcp", 80, 90, standing)]))));

    [Theory]
    [InlineData(80, 84, "tcp/85-90 0.0.0.0/0")]
    [InlineData(84, 86, "tcp/80-90 0.0.0.0/0")]
    [InlineData(70, 89, "tcp/90 0.0.0.0/0")]
    public void Lacks_name_only_what_is_missing_of_a_range_in_one_permission(int from, int to, string expected) =>
        Assert.Equal(expected, Shown(Assert.Single(Lacks([Entry(Given.Tcp(80, 90), "0.0.0.0/0")], [Given.Opening("tcp", from, to, "0.0.0.0/0")]))));

    [Fact]
    public void Lacks_of_everything_beside_one_port_are_everything_in_one_permission() =>
        Assert.Equal("all 0.0.0.0/0", Shown(Assert.Single(Lacks([Entry(ServiceSet.All, "0.0.0.0/0")], [Given.Opening("tcp", 443, 443, "0.0.0.0/0")]))));

    [Fact]
    public void Lacks_of_icmp_of_both_families_are_each_with_its_own()
    {
        var both = ServiceSet.Whole(Protocol.Icmp).Union(ServiceSet.Whole(Protocol.IcmpV6));
        Assert.Equal("icmp 0.0.0.0/0; icmpv6 ::/0", Shown(Assert.Single(Lacks([Entry(both, "0.0.0.0/0", "::/0")], []))));
    }

    [Fact]
    public void Lacks_count_the_entries_of_a_list_that_was_read()
    {
        var lists = ImmutableDictionary<string, PrefixList?>.Empty.Add(Given.PrefixList, new(Given.PrefixList, null, Account, Given.Blocks("203.0.113.0/24")));
        Assert.Empty(Lacks([Entry(Given.Ssh, "203.0.113.7/32")], [Given.Opening("tcp", 22, 22, Given.PrefixList)], s => s with { PrefixLists = lists }));
    }

    [Fact]
    public void Lacks_that_a_list_which_was_not_read_may_admit_are_told_and_never_put_back()
    {
        var lack = Assert.Single(Lacks([Entry(Given.Ssh, "203.0.113.7/32")], [Given.Opening("tcp", 22, 22, Given.PrefixList)]));
        Assert.Empty(lack.Missing);
        Assert.Equal($"prefix list `{Given.PrefixList}` was not read, and may admit it", lack.WhyNotRestored);
        Assert.Single(Assert.Single(Lacks([Entry(Given.Ssh, "203.0.113.7/32")], [Given.Opening("tcp", 80, 80, Given.PrefixList)])).Missing);
    }

    [Fact]
    public void Lacks_of_the_group_itself_name_its_own_id()
    {
        var entry = Entry(Given.Tcp(16379), new PeerSymbol.Self());
        Assert.Equal($"tcp/16379 {Given.Group}", Shown(Assert.Single(Lacks([entry], []))));
        Assert.Empty(Lacks([entry], [Given.Opening("-1", null, null, Given.Group)]));
        Assert.Single(Lacks([entry], [Given.Opening("-1", null, null, "0.0.0.0/0"), Given.Opening("-1", null, null, Other)]));
    }

    [Fact]
    public void Lacks_of_a_group_named_by_id_need_no_reading()
    {
        var byId = new PeerSymbol.Group(new GroupSelector.Named("bastion", new GroupSelector.All([new GroupSelector.ByText(GroupFact.Id, new Pattern(Web))])), "bastion");
        Assert.Equal($"tcp/22 {Web}", Shown(Assert.Single(Lacks([Entry(Given.Ssh, byId)], []))));
        Assert.Empty(Lacks([Entry(Given.Ssh, byId)], [Given.Opening("tcp", 22, 22, Web)]));
    }

    [Fact]
    public void Lacks_of_a_group_of_another_account_name_the_account()
    {
        var byId = new PeerSymbol.Group(new GroupSelector.ByText(GroupFact.Id, new Pattern(Web)), Web);
        var lack = Assert.Single(Lacks([Entry(Given.Ssh, byId)], [], s => s with { PeerGroups = Peers(new GroupFacts(new GroupKey("444455556666", "eu-west-1", Web))) }));
        Assert.Equal("444455556666", Assert.IsType<Peer.Group>(lack.Missing[0].Peer).Account);
    }

    [Fact]
    public void Lacks_of_a_named_group_name_the_one_group_that_was_read_and_is_chosen()
    {
        var lack = Assert.Single(Lacks([Entry(Given.Tcp(3306), WebServers)], [], s => s with { PeerGroups = Peers(Facts(Web, "web-1"), Facts(Other, "mail-1")) }));
        Assert.Equal($"tcp/3306 {Web}", Shown(lack));
        Assert.Null(Assert.IsType<Peer.Group>(lack.Missing[0].Peer).Account);
    }

    [Fact]
    public void Lacks_of_a_named_group_that_stands_are_none_and_of_a_part_the_rest()
    {
        Situation Known(Situation s) => s with { PeerGroups = Peers(Facts(Web, "web-1")) };
        Assert.Empty(Lacks([Entry(Given.Tcp(3306), WebServers)], [Given.Opening("tcp", 3306, 3306, Web)], Known));
        Assert.Equal($"tcp/3307 {Web}", Shown(Assert.Single(Lacks([Entry(Given.Tcp(3306, 3307), WebServers)], [Given.Opening("tcp", 3306, 3306, Web)], Known))));
    }

    [Fact]
    public void Lacks_of_a_named_group_that_is_none_or_several_or_unread_say_so()
    {
        Assert.Equal("`group:web`: no group that was read is chosen by it", Why([], s => s));
        Assert.Equal($"`group:web` stands for several: `{Web}`, `{Other}`", Why([], s => s with { PeerGroups = Peers(Facts(Web, "web-1"), Facts(Other, "web-2")) }));
        Assert.Equal($"whether `{Web}` is `group:web` was not read", Why([Given.Opening("tcp", 3306, 3306, Web)], s => s));

        static string Why(ImmutableArray<Permission> standing, Func<Situation, Situation> more)
        {
            var lack = Assert.Single(Lacks([Entry(Given.Tcp(3306), WebServers)], standing, more));
            Assert.Empty(lack.Missing);
            return lack.WhyNotRestored!;
        }
    }

    [Fact]
    public void Lacks_of_a_named_group_are_none_when_one_of_several_stands() =>
        Assert.Empty(Lacks(
            [Entry(Given.Tcp(3306), WebServers)], [Given.Opening("tcp", 3306, 3306, Web)], s => s with { PeerGroups = Peers(Facts(Web, "web-1"), Facts(Other, "web-2")) }));

    [Fact]
    public void Lacks_of_a_list_name_it_by_its_id_or_by_the_name_that_was_read()
    {
        var lists = ImmutableDictionary<string, PrefixList?>.Empty.Add(Given.PrefixList, new(Given.PrefixList, "cdn", "AWS", Given.Blocks("203.0.113.0/24")));
        Assert.Equal($"tcp/443 {Given.PrefixList}", Shown(Assert.Single(Lacks([Entry(Given.Tcp(443), new PeerSymbol.PrefixList(Given.PrefixList))], []))));
        Assert.Equal($"tcp/443 {Given.PrefixList}", Shown(Assert.Single(Lacks([Entry(Given.Tcp(443), new PeerSymbol.PrefixList("cdn"))], [], s => s with { PrefixLists = lists }))));
        Assert.Equal(
            "`prefix-list:cdn`: no prefix list that was read has this name",
            Assert.Single(Lacks([Entry(Given.Tcp(443), new PeerSymbol.PrefixList("cdn"))], [])).WhyNotRestored);
        Assert.Empty(Lacks([Entry(Given.Tcp(443), new PeerSymbol.PrefixList("cdn"))], [Given.Opening("tcp", 443, 443, "203.0.113.0/24")], s => s with { PrefixLists = lists }));
    }

    [Fact]
    public void Lacks_of_foreign_lists_cannot_be_put_back() =>
        Assert.Equal("`foreign-prefix-list` names no list that could be put back", Assert.Single(Lacks([Entry(Given.Ssh, new PeerSymbol.ForeignPrefixList())], [])).WhyNotRestored);

    [Fact]
    public void Lacks_that_a_rule_forbids_stand_apart_from_those_that_may_be_put_back()
    {
        var lacks = Lacks([Entry(Given.Tcp(22, 22).Union(Given.Tcp(443)), "0.0.0.0/0")], [], rules: Given.Deny(Given.Ssh, Given.Internet, id: "SG001"));
        Assert.Equal(["tcp/22 0.0.0.0/0: forbidden by `SG001`", "tcp/443 0.0.0.0/0: "], lacks.Select(l => $"{Shown(l)}: {l.WhyNotRestored}"));
    }

    [Fact]
    public void Lacks_that_a_rule_cannot_decide_are_not_put_back()
    {
        var lack = Assert.Single(Lacks([Entry(Given.Ssh, new PeerSymbol.PrefixList(Given.PrefixList))], [], rules: Given.Deny(Given.Ssh, Given.Internet, id: "SG001")));
        Assert.Equal("whether `SG001` forbids it cannot be told", lack.WhyNotRestored);
    }

    [Fact]
    public void Lacks_of_more_than_a_group_holds_cannot_be_put_back()
    {
        var many = Entry(Given.Ssh, [.. Enumerable.Range(0, 2_001).Select(n => $"8.{2 * n / 256}.{2 * n % 256}.0/24")]);
        Assert.Equal("the entry is more permissions than a group holds", Assert.Single(Lacks([many], [])).WhyNotRestored);
        var odd = Enumerable.Range(0, 2_001).Aggregate(ServiceSet.Empty, (sum, n) => sum.Union(Given.Tcp((ushort)(2 * n))));
        Assert.Equal("the entry is more permissions than a group holds", Assert.Single(Lacks([Entry(odd, new PeerSymbol.Self())], [])).WhyNotRestored);
    }

    [Fact]
    public void Lacks_are_not_put_back_while_a_waiver_of_the_group_is_in_force()
    {
        Waiver Until(DateTimeOffset end, GroupKey group) =>
            new("W-1", group, Direction.Egress, Given.Ssh, Given.Internet, [], "owner", "reason", null, Now.AddHours(-2), end);
        Assert.Equal("waiver `W-1` is in force for the group", Why(Until(Now.AddHours(1), Group.Key)));
        Assert.Null(Why(Until(Now, Group.Key)));
        Assert.Null(Why(Until(Now.AddHours(1), Group.Key with { GroupId = Other })));

        static string? Why(Waiver waiver) =>
            Assert.Single(Lacks([Entry(Given.Tcp(443), "203.0.113.0/24")], [], s => s with { Waivers = [waiver] })).WhyNotRestored;
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:role/terraform-ci", "baseline out of date: `arn:aws:iam::111122223333:role/terraform-ci` may change the group")]
    [InlineData("arn:aws:iam::111122223333:role/somebody", null)]
    public void Lacks_are_not_put_back_after_an_actor_who_may_change_the_group(string arn, string? expected)
    {
        var actor = new Actor(arn, null, null, null, Channel.Unknown, null);
        Assert.Equal(expected, Assert.Single(Lacks([Entry(Given.Tcp(443), "203.0.113.0/24")], [], s => s with { Actor = actor }, Control(GroupSelector.Any))).WhyNotRestored);
        // Change control of other groups is no right in this one; of groups that cannot be told, a doubt.
        var elsewhere = Control(new GroupSelector.ByText(GroupFact.Name, new Pattern("mail")));
        Assert.Null(Assert.Single(Lacks([Entry(Given.Tcp(443), "203.0.113.0/24")], [], s => s with { Actor = actor }, elsewhere)).WhyNotRestored);
        var unknown = Control(new GroupSelector.ByTag("ManagedBy", new Pattern("terraform")));
        Assert.Equal(
            expected is null ? null : $"whether `{arn}` may change the group is not known",
            Assert.Single(Lacks([Entry(Given.Tcp(443), "203.0.113.0/24")], [], s => s with { Actor = actor }, unknown)).WhyNotRestored);
    }

    [Fact]
    public void Lacks_are_judged_without_blaming_the_actor()
    {
        var actor = new Actor("arn:aws:iam::111122223333:user/mallory", null, null, null, Channel.Unknown, null);
        var lack = Assert.Single(Lacks([Entry(Given.Tcp(443), "203.0.113.0/24")], [], s => s with { Actor = actor, OpenedBy = actor }, Control(GroupSelector.Any)));
        Assert.Null(lack.WhyNotRestored);
    }

    [Fact]
    public void Lacks_are_not_put_back_where_policy_or_baseline_observes_or_only_tells()
    {
        var entries = ImmutableArray.Create(Entry(Given.Tcp(443), "203.0.113.0/24"));
        var (situation, baseline) = (new Situation(Group, Now) { Standing = [] }, Baseline(entries, null));
        Assert.Equal("the policy or the baseline only observes", Why(Given.Policy() with { Mode = Mode.Observe, Baselines = [baseline] }));
        Assert.Equal("the policy or the baseline only observes", Why(Given.Policy() with { Baselines = [baseline with { Mode = Mode.Observe }] }));
        Assert.Equal("the baseline only tells of what is missing", Why(Given.Policy() with { Baselines = [baseline with { Restore = false }] }));

        string? Why(Policy policy) => Assert.Single(Drift.Lacks(policy, situation)).WhyNotRestored;
    }

    [Fact]
    public void Lacks_are_of_each_direction_by_itself()
    {
        var entry = Entry(Given.Tcp(443), "203.0.113.0/24");
        var policy = Given.Policy() with { Baselines = [Baseline(null, [entry with { Direction = Direction.Egress }])] };
        var standing = Given.Opening("tcp", 443, 443, "203.0.113.0/24");
        Assert.Equal(Direction.Egress, Assert.Single(Drift.Lacks(policy, new Situation(Group, Now) { Standing = [standing] })).Missing[0].Direction);
        Assert.Empty(Drift.Lacks(policy, new Situation(Group, Now) { Standing = [standing with { Direction = Direction.Egress }] }));
    }

    [Fact]
    public void Lacks_are_claimed_only_of_groups_that_a_baseline_surely_chooses_and_whose_permissions_were_read()
    {
        var baseline = Baseline([Entry(Given.Ssh, "203.0.113.0/24")], []);
        Policy For(GroupSelector groups) => Given.Policy() with { Baselines = [baseline with { Groups = groups }] };
        var tagged = new GroupSelector.ByTag("Tier", new Pattern("database"));
        var read = new Situation(Group, Now) { Standing = [] };
        Assert.Single(Drift.Lacks(For(GroupSelector.Any), read));
        Assert.Empty(Drift.Lacks(For(GroupSelector.Any), read with { Standing = null }));
        Assert.Empty(Drift.Lacks(For(tagged), read));
        Assert.Empty(Drift.Lacks(For(new GroupSelector.Not(GroupSelector.Any)), read));
        Assert.Equal(Needs.Nothing with { Standing = true }, Drift.Needs(For(GroupSelector.Any), read with { Standing = null }));
        Assert.Equal(Needs.Nothing with { Facts = NeededFacts.Tags }, Drift.Needs(For(tagged), read));
        Assert.True(Drift.Needs(For(GroupSelector.Any), read).IsNothing);
        Assert.True(Drift.Needs(For(new GroupSelector.Not(GroupSelector.Any)), read with { Standing = null }).IsNothing);
        Assert.True(Drift.Needs(Given.Policy() with { Baselines = [baseline with { Ingress = [] }] }, read with { Standing = null }).IsNothing);
    }

    private static ImmutableArray<Lack> Lacks(
        ImmutableArray<BaselineEntry> entries, ImmutableArray<Permission> standing, Func<Situation, Situation>? more = null, ChangeControl? control = null, Rule? rules = null)
    {
        var policy = Given.Policy(rules is null ? [] : [rules]) with { Baselines = [Baseline(entries, null)], Changes = control is null ? [] : [control] };
        var situation = new Situation(Group, Now) { Standing = standing };
        return Drift.Lacks(policy, more?.Invoke(situation) ?? situation);
    }

    private static Baseline Baseline(ImmutableArray<BaselineEntry>? ingress, ImmutableArray<BaselineEntry>? egress) =>
        new("DB", GroupSelector.Any, ingress, egress, RuleAction.Notify, true, Severity.Medium, null, "tests say so", Somewhere);

    private static BaselineEntry Entry(ServiceSet services, params string[] blocks) =>
        new("entry", Direction.Ingress, services, Given.Blocks(blocks), [], "tests say so", Somewhere);

    private static BaselineEntry Entry(ServiceSet services, PeerSymbol symbol) => Entry(services) with { Symbols = [symbol] };

    private static ChangeControl Control(GroupSelector groups) => new(
        "CH1", groups, new([new Pattern("arn:aws:iam::*:role/terraform-*")], [], []), true, true, Severity.Medium, null, "tests say so", Somewhere);

    private static GroupFacts Facts(string id, string name) => new(new GroupKey(Account, "eu-west-1", id)) { Name = name };

    private static ImmutableDictionary<string, GroupFacts?> Peers(params GroupFacts[] groups) =>
        groups.ToImmutableDictionary(g => g.Key.GroupId, g => (GroupFacts?)g);

    private static string Shown(Lack lack) => string.Join("; ", lack.Missing.Select(p => $"{p.Services} {p.Peer.Key}"));
}
