using System.Globalization;
using Remediator.Changes;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Policies.Selectors;

namespace Remediator.Sweeps;

/// <summary>What a rule forbids and where, as 16 hexadecimal digits: not its name, wording, severity or action. A rule that forbids
/// something else is another rule, and is as young as that.</summary>
internal static class RuleHash
{
    public static string Of(Rule rule) => StableHash.Of(
        rule.Kind.ToString(),
        rule.Id,
        rule.Direction?.ToString() ?? "",
        Text(rule.Deny),
        Text(rule.Unless),
        Text(rule.DenySymbols),
        Text(rule.UnlessSymbols),
        Text(rule.Groups),
        rule.MaxAddresses is { } max ? string.Create(CultureInfo.InvariantCulture, $"{max.IPv4}/{max.IPv6}") : "")[..16];

    private static string Text(TrafficSet traffic) =>
        StableHash.Of([.. traffic.Slabs.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Services.First}-{s.Services.Last} {s.Addresses}"))]);

    private static string Text(ImmutableArray<SymbolicTraffic> symbols) => StableHash.Of([.. symbols.Select(s => $"{s.Services} {Text(s.Peer)}")]);

    private static string Text(PeerSymbol peer) => peer is PeerSymbol.Group group ? Text(group.Selector) : peer.Text;

    private static string Text(GroupSelector selector) => selector switch
    {
        GroupSelector.Named named => Text(named.Meaning),
        GroupSelector.All all => StableHash.Of(["all", .. all.Of.Select(Text)]),
        GroupSelector.OneOf any => StableHash.Of(["any", .. any.Of.Select(Text)]),
        GroupSelector.Not not => StableHash.Of("not", Text(not.Other)),
        GroupSelector.ByText text => StableHash.Of("text", text.Fact.ToString(), text.Pattern.Text),
        GroupSelector.ByTag tag => StableHash.Of("tag", tag.Key, tag.Value.Text),
        GroupSelector.ByDefault by => StableHash.Of("default", by.IsDefault.ToString()),
        GroupSelector.ByAttachment by => StableHash.Of("attached", by.IsAttached.ToString()),
        _ => throw new InvalidOperationException($"unknown selector {selector}"),
    };
}
