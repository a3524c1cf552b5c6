using System.Numerics;
using Remediator.Changes;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Policies.Selectors;
using Remediator.Remediations;
using Remediator.Verdicts;

namespace Remediator.Steps;

/// <summary>What a group lacks after an event: what its baselines name, and what somebody closed who may not change it.</summary>
public sealed class Shortfalls(Policy policy)
{
    /// <summary>Change control puts back what a baseline names, also where the baseline by itself only tells of it.</summary>
    private readonly Lazy<Policy> _restoring = new(() => policy with { Baselines = [.. policy.Baselines.Select(b => b with { Restore = true })] });

    public Policy Policy => policy;

    /// <summary>The change controls that the actor has closed something against, for certain or as far as is known.</summary>
    public IEnumerable<ChangeControl> Against(Actor actor, GroupFacts group) =>
        policy.Changes.Where(c => !c.Allow.Allows(actor) && c.Groups.Choose(group) != Selection.No);

    /// <param name="situation">Its standing permissions are those that will stand.</param>
    /// <param name="closed">What the event closed; empty for any other event.</param>
    public Lacking Of(Situation situation, ImmutableArray<Permission> closed)
    {
        ImmutableArray<ChangeControl> against = closed.IsEmpty || situation.Actor is not { } actor ? [] : [.. Against(actor, situation.Group).Where(c => c.Groups.Choose(situation.Group) == Selection.Yes)];
        var reverts = against.Any(c => c.RevertClosed && !IsObserving(c.Mode));
        var lacks = Drift.Lacks(reverts ? _restoring.Value : policy, situation);
        var named = lacks.SelectMany(lack => lack.Missing.Select(missing => OfBaseline(lack, missing, closed, against))).DistinctBy(l => l.Verdict.Permission).ToList();
        var permissions = named.Select(l => l.Verdict.Permission).ToHashSet();
        var others = closed.Where(c => !against.IsEmpty && !permissions.Contains(c)).Select(c => new Shortfall(Verdict(c, against.Select(Reason)), "no baseline names it"));
        return new([.. named, .. others], [.. lacks.Where(l => l.Missing.IsEmpty).Select(l => $"entry `{l.Entry.Id}` of baseline `{l.Baseline.Id}`: {l.WhyNotRestored}")]);
    }

    private Shortfall OfBaseline(Lack lack, Permission missing, ImmutableArray<Permission> closed, ImmutableArray<ChangeControl> against)
    {
        var isClosed = closed.Any(c => Covers(c, missing));
        var reasons = isClosed ? against.Select(Reason).Prepend(Reason(lack, missing.Direction)) : [Reason(lack, missing.Direction)];
        var own = policy.Baselines.First(b => b.Id == lack.Baseline.Id);
        var why = lack.WhyNotRestored ?? (own.Restore || (isClosed && against.Any(c => c.RevertClosed && !IsObserving(c.Mode))) ? null : "the baseline only tells of what is missing");
        return new(Verdict(missing, reasons), why);
    }

    private static bool Covers(Permission closed, Permission missing) => closed.Direction == missing.Direction && closed.Services.Covers(missing.Services)
        && ((closed.Peer, missing.Peer) is (Peer.Block c, Peer.Block m) ? AddressSet.From(c.Cidr).Covers(AddressSet.From(m.Cidr)) : closed.Peer.Key == missing.Peer.Key);

    private Reason Reason(Lack lack, Direction direction) =>
        new(OwnRules.Of(lack.Baseline).First(r => r.Direction == direction) with { Name = lack.Entry.Id, Why = lack.Entry.Why is { Length: > 0 } why ? why : lack.Baseline.Why }, Decision.Violation, TrafficSet.Empty, IsObserving(lack.Baseline.Mode));

    private Reason Reason(ChangeControl control) => new(OwnRules.Of(control), Decision.Violation, TrafficSet.Empty, IsObserving(control.Mode));

    private bool IsObserving(Mode? own) => policy.Mode == Mode.Observe || own == Mode.Observe;

    /// <summary>Nothing is open that should not be: nothing is forbidden, and nothing is to be removed.</summary>
    private static Verdict Verdict(Permission missing, IEnumerable<Reason> reasons)
    {
        ImmutableArray<Reason> all = [.. reasons];
        return new(missing with { RuleId = null }, Decision.Violation, all, all.Max(r => r.Rule.Severity), null, TrafficSet.Empty, BigInteger.Zero, BigInteger.Zero, 0);
    }
}
