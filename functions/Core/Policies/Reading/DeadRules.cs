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
        var (deniesLists, deniesGroups) = (deny.Peers.Symbols.Any(IsList), IsAboutGroups(deny, scope.Private));
        foreach (var exception in unless.Where(exception => !IsFelt(deny, exception, deniesLists, deniesGroups, scope.Private)))
            scope.Problems.Add(Codes.IdleException, exception.Place, "`unless` allows nothing that `deny` forbids", "compare their direction, service and peer, or leave `unless` out");
    }

    /// <summary>Whether the exception surely allows everything: all addresses that are denied, and for each symbol that is denied
    /// either that symbol or every address.</summary>
    private static bool IsSwallowed(Rule rule)
    {
        if (!rule.Forbids.IsEmpty) return false;
        if (rule.DenySymbols.IsEmpty) return true;
        var everywhere = rule.Unless.ServicesFromAllOf(AddressSet.All);
        var allowed = rule.UnlessSymbols.ToDictionary(symbol => symbol.Peer.Text, symbol => symbol.Services, StringComparer.Ordinal);
        return rule.DenySymbols.All(denied =>
        {
            var left = denied.Services.Minus(everywhere);
            return (allowed.TryGetValue(denied.Peer.Text, out var same) ? left.Minus(same) : left).IsEmpty;
        });
    }

    /// <summary>False only when the exception surely allows nothing that is denied. What hangs on the rule alone is asked once: a list
    /// of exceptions may be long.</summary>
    private static bool IsFelt(Match deny, Match unless, bool deniesLists, bool deniesGroups, AddressSet privateAddresses)
    {
        if (deny.Direction is not null && unless.Direction is not null && deny.Direction != unless.Direction) return false;
        if (!deny.Services.Overlaps(unless.Services)) return false;
        if (deny.Peers.Addresses.Overlaps(unless.Peers.Addresses)) return true;
        // A list may hold any address. A reference to a group reaches private addresses alone (Verdicts/PeerReach).
        if (deniesLists || unless.Peers.Symbols.Any(IsList)) return true;
        return deniesGroups && IsAboutGroups(unless, privateAddresses);
    }

    private static bool IsAboutGroups(Match match, AddressSet privateAddresses) => match.Peers.Symbols.Length > 0 || match.Peers.Addresses.Overlaps(privateAddresses);

    private static bool IsList(PeerSymbol symbol) => symbol is PeerSymbol.PrefixList or PeerSymbol.ForeignPrefixList;
}
