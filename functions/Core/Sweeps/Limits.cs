using Remediator.Findings;
using Remediator.Groups;
using Remediator.Memories;
using Remediator.Policies;
using Remediator.Steps;

namespace Remediator.Sweeps;

/// <summary>What a sweep may act on. By the policy's word never on what may be older than the rule that forbids it; by a rule's own word
/// on all that it forbids.</summary>
internal sealed class Limits(Policy policy, RuleAges ages, string round, bool mayAct)
{
    /// <param name="memory">With what the listing showed.</param>
    public SweepRules For(GroupKey group, GroupMemory memory, bool mayBeUnfinished, DateTimeOffset now) =>
        new(round, (permission, rule) => WhyOnlyTold(group, memory, permission, rule), [.. memory.Open.Keys])
        {
            MayRestore = policy.Sweep == Sweep.Act,
            MayAct = mayAct,
            Held = [.. memory.Open.Values.Where(f => f.IsHeld(now)).Select(f => f.Id)],
            MayBeUnfinished = mayBeUnfinished,
        };

    private string? WhyOnlyTold(GroupKey group, GroupMemory memory, Permission permission, Rule rule)
    {
        if (rule is { Action: RuleAction.Notify, Undecided: RuleAction.Notify }) return null; // asks for no more
        if ((rule.Sweep ?? policy.Sweep) == Sweep.Notify) return $"`sweep` of the {(rule.Sweep is null ? "policy" : "rule")} is `notify`";
        if (memory.Open.TryGetValue(FindingId.Of(group, permission, rule.Id), out var told) && told.IsSpared) return "it was told while nothing was to be changed";
        if (rule.Sweep == Sweep.Act) return null;
        if (memory.NotBefore(permission) is not { } notBefore) return "how long it has been open is not known";
        return ages.Of(rule) is { } since && notBefore >= since ? null : "it may be older than the rule that forbids it";
    }
}
