using Remediator.Diagnostics;

namespace Remediator.Policies.Reading;

/// <summary>Warnings about rules that are well formed and do nothing.</summary>
internal static class RuleChecks
{
    /// <summary>How much comparing of rules one reading may cost, in pairs of rules and intervals of theirs; beyond it no more are
    /// compared, since all that is lost is a warning.</summary>
    private const long MostCompared = 500_000;

    public static void NeverMatches(ImmutableArray<Rule> read, Problems problems)
    {
        if (read.IsEmpty || read.Any(rule => !rule.Forbids.IsEmpty)) return;
        problems.Add(Codes.NeverMatches, read[0].Place, $"the rule {UserText.Quote(read[0].Id)} can never match: its `unless` allows all that its `deny` forbids", "narrow `unless`, or take the rule out");
    }

    /// <summary>Warns of each rule that adds nothing to another; of two that are equal, the later one.</summary>
    public static void Shadowed(ImmutableArray<Rule> rules, Problems problems)
    {
        var left = MostCompared;
        for (var i = 0; i < rules.Length; i++)
        {
            for (var j = 0; j < rules.Length && left > 0; j++)
            {
                left--;
                var (rule, other) = (rules[i], rules[j]);
                if (rule.Forbids.IsEmpty || rule.Id == other.Id || !IsAsStrong(other, rule)) continue;
                if (i < j && IsAsStrong(rule, other) && rule.Forbids.Equals(other.Forbids)) continue;
                left -= Cost(rule) + Cost(other);
                if (!other.Forbids.Covers(rule.Forbids)) continue;
                problems.Add(Codes.Shadowed, rule.Place, $"the rule {UserText.Quote(rule.Id)} adds nothing to {UserText.Quote(other.Id)}", "take it out, or give it a higher severity or a stronger action if it is meant to outrank the other");
                break;
            }
        }
    }

    /// <summary>Whether a rule does at least what another does with what both forbid.</summary>
    private static bool IsAsStrong(Rule rule, Rule than) =>
        (rule.Direction is null || rule.Direction == than.Direction)
        && rule.Severity >= than.Severity && rule.Action >= than.Action && rule.Undecided >= than.Undecided
        && (rule.Mode == than.Mode || rule.Mode == Mode.Enforce || than.Mode == Mode.Observe);

    private static long Cost(Rule rule) => rule.Forbids.Slabs.Sum(slab => (long)slab.Addresses.IPv4.Intervals.Length + slab.Addresses.IPv6.Intervals.Length);
}
