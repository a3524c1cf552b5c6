using System.Globalization;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Verdicts;

namespace Remediator.Core.Tests.Verdicts;

/// <summary>Many narrow permissions that add up to a wide one.</summary>
public sealed class BreadthTests
{
    private static readonly Policy Narrow = Limited(256, 1);

    [Theory]
    [InlineData(false, 2_500)]
    [InlineData(true, 150)]
    public void Breadth_of_hundreds_of_permissions_that_were_made_to_cost_much_takes_little_work(bool sweep, int most)
    {
        var rule = Given.Deny(ServiceSet.All, Given.Internet) with { MaxAddresses = new(100_000, 1) };
        ImmutableArray<Permission> asked = [.. Enumerable.Range(0, 600).Select(i => Given.Opening("tcp", i, 65535 - i, $"203.{i / 100}.{i % 100 * 2}.0/24"))];
        var before = GC.GetAllocatedBytesForCurrentThread();
        var verdicts = Judge.DecideAll(Given.Policy(rule), asked, Given.Here with { Standing = asked, IsSweep = sweep });
        Assert.Contains(verdicts, v => v.Decision == Decision.Violation);
        // Memory that is asked for, in MiB, says how much work it was on any machine: about half of the most.
        var megabytes = (GC.GetAllocatedBytesForCurrentThread() - before) >> 20;
        Assert.True(megabytes <= most, $"it took {megabytes} MiB");
    }

    [Fact]
    public void Sixty_blocks_that_add_up_are_seen_for_what_they_are()
    {
        var blocks = Enumerable.Range(0, 60).Select(i => Https(string.Create(CultureInfo.InvariantCulture, $"{30 + i}.0.0.0/9"))).ToImmutableArray();
        var verdicts = Judge.DecideAll(Limited(60L << 23, null), blocks, Holding());
        var tooMany = Judge.DecideAll(Limited((60L << 23) - 1, null), blocks, Holding());

        Assert.All(verdicts, v => Assert.Equal(Decision.Compliant, v.Decision));
        Assert.All(tooMany.Take(59), v => Assert.Equal(Decision.Compliant, v.Decision));
        Assert.Equal((Decision.Violation, 1 << 23), (tooMany[59].Decision, (int)tooMany[59].IPv4Addresses));
    }

    [Fact]
    public void What_stands_counts_and_only_the_newest_of_the_event_go()
    {
        var verdicts = Judge.DecideAll(Narrow, [Https("203.0.113.0/26"), Https("203.0.113.64/26"), Https("203.0.113.128/26")], Holding(Https("198.51.100.0/25")));

        Assert.Equal([Decision.Compliant, Decision.Compliant, Decision.Violation], verdicts.Select(v => v.Decision));
        Assert.Equal(RuleAction.Revoke, verdicts[2].Action);
    }

    [Fact]
    public void What_was_opened_is_not_counted_twice_where_a_read_shows_it_already()
    {
        var opened = Https("203.0.113.0/24");

        Assert.Equal(Decision.Compliant, Judge.Decide(Narrow, opened, Holding(opened)).Decision);
    }

    [Fact]
    public void Group_that_is_too_wide_already_makes_nothing_innocent_that_adds_to_it()
    {
        var standing = Holding(Https("198.51.100.0/23"));

        Assert.Equal(Decision.Violation, Judge.Decide(Narrow, Https("203.0.113.7/32"), standing).Decision);
        Assert.Equal(Decision.Compliant, Judge.Decide(Narrow, Https("198.51.100.7/32"), standing).Decision);
        Assert.Equal(Decision.Compliant, Judge.Decide(Narrow, Given.Opening("tcp", 80, 80, "203.0.113.7/32"), standing).Decision);
    }

    [Fact]
    public void Sweep_tells_of_each_that_takes_part_and_removes_none()
    {
        ImmutableArray<Permission> all = [Https("203.0.113.0/25"), Https("198.51.100.0/24"), Https("10.0.0.0/8")];
        var verdicts = Judge.DecideAll(Narrow, all, Holding([.. all]) with { IsSweep = true });

        Assert.Equal([Decision.Violation, Decision.Violation, Decision.Compliant], verdicts.Select(v => v.Decision));
        Assert.Equal([RuleAction.Notify, RuleAction.Notify, null], verdicts.Select(v => v.Action));
    }

    [Fact]
    public void Group_that_was_not_read_is_asked_for_unless_the_permission_alone_is_too_wide()
    {
        var narrow = Judge.Decide(Narrow, Https("203.0.113.7/32"), Given.Here);
        var wide = Judge.Decide(Narrow, Https("203.0.112.0/23"), Given.Here);
        var inside = Judge.Decide(Narrow, Https("10.0.0.0/8"), Given.Here);

        Assert.Equal((Decision.Undecided, true), (narrow.Decision, narrow.Needs.Standing));
        Assert.Equal("what else the group admits is not known", narrow.Reasons[0].Because);
        Assert.Equal((Decision.Violation, true), (wide.Decision, wide.Needs.IsNothing));
        Assert.Equal((Decision.Compliant, true), (inside.Decision, inside.Needs.IsNothing));
    }

    [Fact]
    public void Families_are_limited_apart_and_IPv6_is_counted_in_subnets()
    {
        var standing = Holding(Https("2001:db8::1/128"), Https("203.0.113.0/24"));

        Assert.Equal(Decision.Compliant, Judge.Decide(Narrow, Https("2001:db8::ffff:0:0/96"), standing).Decision);
        Assert.Equal(Decision.Violation, Judge.Decide(Narrow, Https("2001:db8:0:1::1/128"), standing).Decision);
        Assert.Equal(Decision.Compliant, Judge.Decide(Limited(256, null), Https("::/0"), standing).Decision);
        Assert.Equal(Decision.Compliant, Judge.Decide(Limited(256, null), Https("::/0"), Given.Here).Decision);
    }

    [Fact]
    public void Only_the_service_that_is_too_wide_is_forbidden()
    {
        var verdict = Judge.Decide(Narrow, Given.Opening("tcp", 443, 444, "203.0.113.0/25"), Holding(Https("198.51.100.0/24")));

        Assert.Equal((Decision.Violation, "tcp/443"), (verdict.Decision, verdict.Forbidden.Services.ToString()));
    }

    [Fact]
    public void References_to_groups_are_not_counted()
    {
        var policy = Given.Policy(Given.Deny(ServiceSet.All, AddressSet.All) with { MaxAddresses = new(256, 1) });

        Assert.Equal(Decision.Compliant, Judge.Decide(policy, Given.Opening("tcp", 443, 443, Given.Group), Holding()).Decision);
    }

    private static Policy Limited(long? ipv4, long? ipv6) => Given.Policy(Given.Deny(ServiceSet.All, Given.Internet) with { MaxAddresses = new(ipv4, ipv6) });

    private static Permission Https(string peer) => Given.Opening("tcp", 443, 443, peer);

    private static Situation Holding(params Permission[] standing) => Given.Here with { Standing = [.. standing] };
}
