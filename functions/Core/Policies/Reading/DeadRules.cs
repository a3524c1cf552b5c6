using Remediator.Diagnostics;
using Remediator.Network;

namespace Remediator.Policies.Reading;

/// <summary>Warnings about rules that are well formed, and of which a part or all does nothing.</summary>
internal static class DeadRules
{
    public static void Report(ImmutableArray<Rule> rules, Match deny, ImmutableArray<Match> unless, Scope scope)
    {
        if (rules.IsEmpty) return;
        if (rules.All(IsSwallowed))
            scope.Problems.Add(Codes.NeverMatches, rules[0].Place, $"the rule {UserText.Quote(rules[0].Id)} can never match: its `unless` allows all that its `deny` forbids", "narrow `unless`, or take the rule out");
        foreach (var exception in unless.Where(exception => !IsFelt(deny, exception, scope.Private)))
            scope.Problems.Add(Codes.IdleException, exception.Place, "`unless` allows nothing that `deny` forbids", "compare their direction, service and peer, or leave `unless` out");
    }

    /// <summary>Whether the exception surely allows everything: all addresses that are denied, and for each symbol that is denied
    /// either that symbol or every address.</summary>
    private static bool IsSwallowed(Rule rule) => rule.Forbids.IsEmpty && rule.DenySymbols.All(denied =>
    {
        var left = denied.Services.Minus(rule.Unless.ServicesFromAllOf(AddressSet.All));
        foreach (var allowed in rule.UnlessSymbols)
            if (allowed.Peer.Text == denied.Peer.Text) left = left.Minus(allowed.Services);
        return left.IsEmpty;
    });

    /// <summary>False only when the exception surely allows nothing that is denied.</summary>
    private static bool IsFelt(Match deny, Match unless, AddressSet privateAddresses)
    {
        if (deny.Direction is not null && unless.Direction is not null && deny.Direction != unless.Direction) return false;
        if (!deny.Services.Overlaps(unless.Services)) return false;
        if (deny.Peers.Addresses.Overlaps(unless.Peers.Addresses)) return true;
        // A list may hold any address. A reference to a group reaches private addresses alone (Verdicts/PeerReach).
        if (deny.Peers.Symbols.Any(IsList) || unless.Peers.Symbols.Any(IsList)) return true;
        var deniesGroups = deny.Peers.Symbols.Length > 0 || deny.Peers.Addresses.Overlaps(privateAddresses);
        var allowsGroups = unless.Peers.Symbols.Length > 0 || unless.Peers.Addresses.Overlaps(privateAddresses);
        return deniesGroups && allowsGroups;
    }

    private static bool IsList(PeerSymbol symbol) => symbol is PeerSymbol.PrefixList or PeerSymbol.ForeignPrefixList;
}
