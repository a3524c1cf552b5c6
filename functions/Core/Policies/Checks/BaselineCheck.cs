using System.Globalization;
using Remediator.Diagnostics;
using Remediator.Network;
using Remediator.Policies.Selectors;

namespace Remediator.Policies.Checks;

/// <summary>Baselines that contradict each other, or ask for what cannot be done.</summary>
internal static class BaselineCheck
{
    /// <summary>Permissions of one direction that a group may hold unless its account asked for more (Amazon VPC quotas,
    /// https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html).</summary>
    private const int MostPermissions = 60;

    private const long MostSteps = 2_000_000;

    public static IEnumerable<Diagnostic> Check(Policy policy) => Overlaps(policy.Baselines).Concat(policy.Baselines.SelectMany(Words));

    private static IEnumerable<Diagnostic> Overlaps(ImmutableArray<Baseline> baselines)
    {
        var left = MostSteps;
        for (var j = 1; j < baselines.Length; j++)
        {
            for (var i = 0; i < j; i++)
            {
                if (left <= 0)
                {
                    yield return Codes.NotAllCompared.At(baselines[j].Place, "baselines from here on were not compared with the others, so two about the same groups may not be told", "nothing need be done; fewer or simpler selectors would be compared in full");
                    yield break;
                }

                left--;
                if (Direction(baselines[i], baselines[j]) is not { } direction) continue;
                var logic = new SelectorLogic();
                var shared = SharesGroups(baselines[i].Groups, baselines[j].Groups, logic);
                left -= logic.Steps;
                if (!shared) continue;
                yield return Codes.OverlappingBaselines.At(baselines[j].Place, $"{direction} of some groups is the matter of {UserText.Quote(baselines[i].Id)} and of {UserText.Quote(baselines[j].Id)}", "what one of them names is extra to the other: join them, or add `except` to one");
                break;
            }
        }
    }

    /// <summary>A direction that both speak of.</summary>
    private static string? Direction(Baseline a, Baseline b) => a.Ingress is not null && b.Ingress is not null ? "`ingress`" : a.Egress is not null && b.Egress is not null ? "`egress`" : null;

    private static bool SharesGroups(GroupSelector a, GroupSelector b, SelectorLogic logic) =>
        (logic.Covers(a, b) && !logic.IsEmpty(b)) || (logic.Covers(b, a) && !logic.IsEmpty(a));

    private static IEnumerable<Diagnostic> Words(Baseline baseline)
    {
        if (baseline.Extra == RuleAction.Trim && baseline is { Ingress: null or { IsEmpty: true }, Egress: null or { IsEmpty: true } })
            yield return Codes.TrimOnlyRevokes.At(baseline.Place, $"`extra: trim` of the baseline {UserText.Quote(baseline.Id)} can only revoke: it names nothing that could be kept", "write `extra: revoke`");
        if (!baseline.Restore) yield break;
        foreach (var entry in (baseline.Ingress ?? []).Concat(baseline.Egress ?? []))
            if (WhyNotRestored(entry) is { } why)
                yield return Codes.CannotRestore.At(entry.Place, $"the entry {UserText.Quote(entry.Id)} cannot be put back: {why}", "write `missing: notify`, or name peers that a permission can have");
    }

    private static string? WhyNotRestored(BaselineEntry entry)
    {
        if (entry.Symbols.Any(symbol => symbol is PeerSymbol.ForeignPrefixList)) return "`foreign-prefix-list` names no list";
        var count = Services(entry.Services) * (Blocks(entry.Addresses) + entry.Symbols.Length);
        return count <= MostPermissions ? null : string.Create(CultureInfo.InvariantCulture, $"it would take more than {MostPermissions} permissions, which is what a group may hold");
    }

    /// <summary>Permissions for one peer: a run of protocols takes one for each, ICMP one for each type.</summary>
    private static long Services(ServiceSet services) => services.Equals(ServiceSet.All) ? 1 : services.Stretches.Sum(stretch =>
        stretch.First != stretch.Last ? stretch.Last.Number - stretch.First.Number + 1
        : stretch.First.IsIcmp && !stretch.IsWhole ? (stretch.To >> 8) - (stretch.From >> 8) + 1L
        : 1);

    private static long Blocks(AddressSet addresses) => addresses.IPv4.Intervals.Length + addresses.IPv6.Intervals.Length is var stretches && stretches > MostPermissions
        ? stretches
        : addresses.ToCidrs().Length;
}
