using Remediator.Groups;
using Remediator.Policies;

namespace Remediator.Verdicts;

/// <summary>Puts permissions to every rule of a policy: those of <c>rules</c>, change control and baselines. Pure: the same values give
/// the same verdicts.</summary>
/// <remarks>Every rule is asked and none stops another, so that adding a rule never weakens what the others ask for. Waivers in force
/// are taken from what each of them forbids; a rule of which nothing is left says nothing.
/// <code>
/// reasons                                   decision     severity, forbidden from     action: the strongest of
/// none                                      compliant    none                         none
/// nothing left but for waivers              waived       all, and nothing             none: null
/// enforcing violations, any others          violation    the violations               all enforcing reasons
/// observing violations, enforcing undecided violation    the violations               the undecided reasons' `undecided`
/// observing violations, observing undecided violation    the violations               none: null
/// undecided alone, some enforcing           undecided    the undecided reasons        the enforcing ones' `undecided`
/// undecided alone, all observing            undecided    the undecided reasons        none: null
/// </code>
/// Severity counts observing reasons too, since people are told of them; forbidden counts them only where no enforcing one carries
/// the decision. The fourth line: a rule that only watches must not hold back one that was told to revoke what it cannot read.</remarks>
public static class Judge
{
    /// <summary>One permission that nothing else was opened with.</summary>
    public static Verdict Decide(Policy policy, Permission permission, Situation situation) => DecideAll(policy, [permission], situation)[0];

    /// <summary>All of these, in their order, compliant ones too; and what they admit together with the rest of the group.</summary>
    /// <param name="permissions">For an event: what it opened, oldest first. For an audit: all that the group holds.</param>
    public static ImmutableArray<Verdict> DecideAll(Policy policy, ImmutableArray<Permission> permissions, Situation situation)
    {
        var bench = new Bench(PolicyIndex.Of(policy), permissions, situation);
        var verdicts = ImmutableArray.CreateBuilder<Verdict>(permissions.Length);
        for (var i = 0; i < permissions.Length; i++) verdicts.Add(bench.Decide(i));
        return verdicts.MoveToImmutable();
    }
}
