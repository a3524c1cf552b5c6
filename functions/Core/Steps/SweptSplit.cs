using Remediator.Findings;
using Remediator.Groups;
using Remediator.Policies;
using Remediator.Remediations;
using Remediator.Verdicts;
using Remediator.Waivers;

namespace Remediator.Steps;

/// <summary>What a sweep finds in a group → what is due, to be acted on or told, and what is known already.</summary>
internal sealed class SweptSplit(Policy policy, Mode ceiling, Shortfalls shortfalls, Invocation invocation, Case it)
{
    private const string OnlyTells = "a sweep found it, and only tells of it: `sweep` of the policy is `notify`";

    private readonly SweepRules _may = it.Sweep!;

    public Judgement.Due Of(GroupKey group, Situation around, ImmutableArray<Waiver> waivers, Exposure? exposure, ImmutableArray<string> remarks)
    {
        // Nobody is asked for: change control and its privileges are about somebody who did something.
        var situation = around with { Actor = null, IsSweep = true, Waivers = waivers, WhyOnlyTold = _may.WhyOnlyTold };
        ImmutableArray<Permission> standing = [.. (situation.Standing ?? []).Distinct()];
        var among = Among(standing, situation);
        var verdicts = Judge.DecideAll(policy, standing, situation).Where(v => v.Decision is Decision.Violation or Decision.Undecided && among(v.Permission)).ToList();
        var lacking = situation.Standing is null ? Lacking.Nothing : shortfalls.Of(situation with { Standing = Drift.StandingAfter(standing, verdicts) }, []);
        var lacks = lacking.Shortfalls.Where(s => among(s.Verdict.Permission)).Select(s => _may.MayRestore || s.WhyNotRestored is not null ? s : s with { WhyNotRestored = OnlyTells }).ToList();
        var all = new Judgement.Due(new(group, [], standing, 0, false), [.. verdicts], situation, exposure, [], [.. remarks, .. lacking.Untold]) { Shortfalls = [.. lacks], Told = _may.Told };
        return Split(all, new Restraint(policy, ceiling, invocation, it.Change, all, null));
    }

    /// <summary>What a read could add.</summary>
    public Needs Needs(Judgement.Due due)
    {
        var known = due.Known.Select(h => h.Verdict).Where(v => !v.Reasons.IsEmpty);
        var needs = due.Verdicts.Concat(known).Aggregate(Drift.Needs(policy, due.Situation), (sum, v) => sum.And(v.Needs));
        if (policy.Guardrails?.Protected is not { } selector || (due.Verdicts.IsEmpty && due.Shortfalls.IsEmpty)) return needs;
        return needs.And(Verdicts.Needs.Nothing with { Facts = selector.Needs(due.Situation.Group) });
    }

    private Judgement.Due Split(Judgement.Due all, Restraint restraint)
    {
        var due = all.Verdicts.ToLookup(v => Acts(v, restraint) || IsNew(all, new(v, Outcome.Told)));
        var putBack = restraint.OnPuttingBack().Zip(all.Shortfalls).ToLookup(
            s => (s.First.WhyNotRestored is null && _may.MayAct) || IsNew(all, new(s.Second.Verdict, Outcome.Missing)));
        var spared = Planner.Make(all.Subject.Group, [.. due[false]], v => Why(v, restraint)).Spared;
        return all with
        {
            Verdicts = [.. due[true]],
            Shortfalls = [.. putBack[true].Select(s => s.Second)],
            Known = [.. spared, .. putBack[false].Select(s => new Handled(s.First.Verdict, Outcome.Missing, s.First.WhyNotRestored))],
        };
    }

    private bool Acts(Verdict verdict, Restraint restraint) =>
        verdict.AsksToAct && _may.MayAct && !IsHeld(verdict) && restraint.On(verdict) is null;

    private bool IsHeld(Verdict verdict) => !_may.Held.IsEmpty && FindingId.All(Group, new(verdict, Outcome.Held)).Any(_may.Held.Contains);

    private static bool IsNew(Judgement.Due all, Handled handled) => !FindingId.All(all.Subject.Group, handled).All(all.Told.Contains);

    private Objection Why(Verdict verdict, Restraint restraint) => IsHeld(verdict)
        ? new("a guardrail holds it back", IsHeld: true)
        : restraint.On(verdict) ?? new("the kill switch is on");

    private Func<Permission, bool> Among(ImmutableArray<Permission> standing, Situation situation)
    {
        if (_may.Ended is not { } ended) return _may.Among ?? (_ => true);
        var before = situation with { Waivers = [.. situation.Waivers, ended], Now = ended.Until.AddTicks(-1) };
        return Judge.DecideAll(policy, standing, before).Where(v => v.Decision == Decision.Waived).Select(v => v.Permission).ToHashSet().Contains;
    }

    private GroupKey Group => new(it.Change.Account, it.Change.Region, it.Change.Group.Id!);
}
