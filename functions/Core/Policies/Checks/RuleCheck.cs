using Remediator.Diagnostics;
using Remediator.Network;

namespace Remediator.Policies.Checks;

/// <summary>Rules of which a word can have no effect.</summary>
internal static class RuleCheck
{
    public static IEnumerable<Diagnostic> Check(Policy policy)
    {
        // A rule may stand twice, once for each direction.
        foreach (var parts in policy.Rules.GroupBy(rule => rule.Id, StringComparer.Ordinal))
        {
            var rule = parts.First();
            if (parts.All(IsNeverExceeded))
                yield return Codes.NeverExceeded.At(rule.Place, $"the rule {UserText.Quote(rule.Id)} can never match: all that it denies is no wider than its `max-addresses`", "lower the limit, widen `deny`, or take the rule out");
            if (parts.All(TrimKeepsNothing))
                yield return Codes.TrimOnlyRevokes.At(rule.Place, $"`action: trim` of the rule {UserText.Quote(rule.Id)} can only revoke: it denies all services without exception", "write `action: revoke`, or name the services");
        }
    }

    private static bool IsNeverExceeded(Rule rule) =>
        rule.MaxAddresses is { } limit && rule.DenySymbols.IsEmpty && !rule.Forbids.IsEmpty && !Breadth.MayExceed(rule.Forbids, limit);

    private static bool TrimKeepsNothing(Rule rule) =>
        rule.Action == RuleAction.Trim && rule.MaxAddresses is null && rule.Unless.IsEmpty && rule.UnlessSymbols.IsEmpty
        && rule.Deny.Slabs.All(slab => slab.Services == new Interval<uint>(0, ServiceSet.Last))
        && rule.DenySymbols.All(symbol => symbol.Services.Equals(ServiceSet.All));
}
