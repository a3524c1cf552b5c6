using System.Globalization;
using Remediator.Changes;
using Remediator.Core.Tests.Policies;
using Remediator.Core.Tests.Verdicts;
using Remediator.Grants;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Waivers;

namespace Remediator.Core.Tests.Grants;

public sealed class GrantLimitsTests
{
    private const string Alice = "arn:aws:sts::111122223333:assumed-role/Engineer/alice";
    private static readonly DateTimeOffset Now = Given.Here.Now;

    /// <summary>Limits · peers · hours · emergency · what each refusal says, in order; nothing: it is agreed to.</summary>
    [Theory]
    [InlineData("max-hours: 720", "203.0.113.7/32", 720, false, "")]
    [InlineData("max-hours: 720", "203.0.113.7/32", 721, false, "it would last 721 hours from its grant, and `waivers: max-hours` of `policy.yaml` is 720")]
    [InlineData("max-hours: 720", "203.0.113.7/32", 0, false, "its end, 2026-11-20 12:00 UTC, is not in the future")]
    [InlineData("", "203.0.113.7/32", 8760, false, "")]
    [InlineData("", "203.0.113.7/32", 8761, false, "it would last 8761 hours from its grant, and 365 days are the most")]
    [InlineData("max-hours: 2", "203.0.113.7/32", 24, true, "")]
    [InlineData("max-hours: 2", "203.0.113.7/32", 25, true, "and an emergency change lasts at most 24 hours")]
    [InlineData("emergency-hours: 4", "203.0.113.7/32", 4, true, "")]
    [InlineData("emergency-hours: 4", "203.0.113.7/32", 5, true, "it would last 5 hours from its grant, and `waivers: emergency-hours` of `policy.yaml` is 4")]
    [InlineData("emergency-hours: 4", "203.0.113.7/32", 5, false, "")]
    [InlineData("widest: /24", "203.0.113.0/24", 1, false, "")]
    [InlineData("widest: /24", "203.0.112.0/23", 1, false, "its peers hold 203.0.112.0/23, and `waivers: widest` of `policy.yaml` is /24 for IPv4")]
    [InlineData("widest: /24", "203.0.112.0/24 203.0.113.0/24", 1, false, "its peers hold 203.0.112.0/23")]
    [InlineData("widest: /24", "2001:db8::/32", 1, false, "")]
    [InlineData("widest: { ipv6: /56 }", "2001:db8::/48", 1, false, "its peers hold 2001:db8::/48, and `waivers: widest` of `policy.yaml` is /56 for IPv6")]
    [InlineData("widest: { ipv6: /56 }", "203.0.0.0/16", 1, false, "")]
    [InlineData("max-hours: 1", "0.0.0.0/0", 1, false, "its peers are more than half of all IPv4 addresses, and `waivers: widest` of `policy.yaml` does not say /0")]
    [InlineData("max-hours: 1", "0.0.0.0/1 128.0.0.0/2 192.0.0.0/3", 1, false, "more than half of all IPv4 addresses")]
    [InlineData("max-hours: 1", "::/0", 1, false, "more than half of all IPv6 addresses")]
    [InlineData("widest: /1", "0.0.0.0/1 128.0.0.0/1", 1, false, "its peers hold 0.0.0.0/0")]
    [InlineData("widest: /1", "0.0.0.0/1 128.0.0.0/2", 1, false, "more than half of all IPv4 addresses")]
    [InlineData("widest: /0", "0.0.0.0/0", 1, false, "")]
    [InlineData("widest: /0", "0.0.0.0/0 ::/0", 1, false, "more than half of all IPv6 addresses")]
    [InlineData("max-hours: 1\n  widest: /24", "0.0.0.0/0", 9000, false, "365 days are the most|`waivers: max-hours` of `policy.yaml` is 1|its peers hold 0.0.0.0/0")]
    public void Limits_that_are_passed_are_all_told(string limits, string peers, int hours, bool emergency, string expected)
    {
        var asked = Asked(peers, hours) with { ReviewBy = emergency ? Now.AddHours(hours) : null };
        Told(expected, Of(limits).Check(asked, AddressSet.Empty, null, Now));
    }

    [Fact]
    public void Time_is_counted_from_the_first_grant() => Told(
        "it would last 30 hours from its grant, and `waivers: max-hours` of `policy.yaml` is 24",
        Of("max-hours: 24").Check(Asked("203.0.113.7/32", 7) with { From = Now.AddHours(-23) }, AddressSet.Empty, null, Now));

    [Fact]
    public void What_a_prefix_list_holds_is_measured_like_blocks() => Told(
        "its peers hold 203.0.0.0/16", Of("widest: /24").Check(Asked("198.51.100.7/32", 1), Given.Blocks("203.0.0.0/16"), null, Now));

    [Theory]
    [InlineData(true, Alice, "made the change that this is for, and `waivers: approver-differs-from-actor` of `policy.yaml` is true")]
    [InlineData(true, "arn:aws:sts::111122223333:assumed-role/Engineer/bob", "")]
    [InlineData(true, null, "")]
    [InlineData(false, Alice, "")]
    public void Who_made_the_change_does_not_agree_to_it_where_the_policy_says_so(bool differs, string? actor, string expected) => Told(
        expected,
        Of($"approver-differs-from-actor: {(differs ? "true" : "false")}\n  max-hours: 8").Check(
            Asked("203.0.113.7/32", 1), AddressSet.Empty, actor is null ? null : new Actor(actor, null, null, null, default, null), Now));

    [Theory]
    [InlineData("", null, "the reason says nothing")]
    [InlineData("  ", null, "the reason says nothing")]
    [InlineData("why", "", "the ticket says nothing")]
    [InlineData("LONG", "LONG", "the reason has 501 characters, and 500 are the most|the ticket has 501 characters, and 100 are the most")]
    public void Texts_say_something_and_not_too_much(string reason, string? ticket, string expected) => Told(
        expected,
        Of("").Check(Asked("203.0.113.7/32", 1) with { Reason = Long(reason)!, Ticket = Long(ticket) }, AddressSet.Empty, null, Now));

    private static string? Long(string? text) => text == "LONG" ? new('x', 501) : text;

    private static GrantLimits Of(string limits) =>
        new(limits.Length == 0 ? WaiverLimits.None : PolicyText.Read($"{PolicyText.OneRule("{ peer: internet }")}waivers:\n  {limits}\n").Policy!.Waivers, "policy.yaml");

    private static Waiver Asked(string peers, int hours) => new(
        "0123456789ab", Given.Here.Group.Key, default, Given.Ssh, Given.Blocks(peers.Split(' ')), [], Alice, "vendor visit", null, Now, Now.AddHours(hours));

    private static void Told(string expected, ImmutableArray<Refusal> refusals)
    {
        var each = expected.Split('|', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(each.Length == refusals.Length, string.Create(CultureInfo.InvariantCulture, $"{refusals.Length} refusals: {string.Join(" | ", refusals)}"));
        Assert.All(each.Zip(refusals), pair => Assert.Contains(pair.First, pair.Second.What, StringComparison.Ordinal));
        Assert.All(refusals, refusal => Assert.NotEqual("", refusal.Help));
    }
}
