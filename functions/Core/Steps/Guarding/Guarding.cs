using Remediator.Changes;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Policies;
using Remediator.Policies.Selectors;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Steps.Answering;
using Remediator.Verdicts;
using Remediator.Waivers;

namespace Remediator.Steps.Guarding;

/// <summary>The claim, and everything that the ledger has to say before something is changed: asked side by side, so that no more than
/// one round trip lies between the verdict and the first call.</summary>
internal sealed class Guarding(Policy policy, World world, GuardMemory memory, Invocation invocation, Claim claim, GroupFacts facts)
{
    private readonly DateTimeOffset _now = world.Clock.GetUtcNow();
    private readonly GroupKey _group = claim.Plan.Group;
    private readonly Change _change = claim.Change;

    /// <param name="mayBeOurs">Whether to ask if the event is a call of our own.</param>
    /// <param name="isLetGo">A person said that no limit is to hold this back.</param>
    public async Task<Guard> Run(bool mayBeOurs, bool isLetGo, CancellationToken cancel)
    {
        var acting = claim.Plan.Calls.SelectMany(c => c.Permissions).Concat(claim.Plan.Trims.Select(t => t.Wide)).ToHashSet();
        ImmutableArray<Verdict> verdicts = isLetGo ? [] : [.. claim.Verdicts.Where(v => acting.Contains(v.Permission)).DistinctBy(v => v.Permission)];
        var claiming = new Claimer(world, invocation).Claim(claim, cancel);
        var standing = Standing(cancel);
        var ours = mayBeOurs ? world.Ledger.IsOurs(_change.RequestId, _group, _change.Permissions, _now, cancel) : Task.FromResult(new Reading<bool>(false, null));
        var spending = new Spending(world.Books.Tallies).Spend(_group, verdicts, v => Budget.Of(policy.Guardrails, _change, _group, v.Severity == Severity.Critical, _now), Budget.NextHour(_now).AddHours(1), cancel);
        var fighting = Fighting(verdicts, cancel);
        var answering = claim.Plan.Restorations.IsEmpty ? Task.FromResult<string?>(null) : new SuspendedIn(world.Books, _group).WhyNotPutBack(_now, cancel);
        var (answer, waited) = await claiming.ConfigureAwait(false);
        var (agreements, killSwitch) = await standing.ConfigureAwait(false);
        // Whoever waited for another delivery read too early.
        if (waited) (agreements, killSwitch) = await Standing(cancel).ConfigureAwait(false);
        var (isOurs, (held, overspent), openings) = (await ours.ConfigureAwait(false), await spending.ConfigureAwait(false), await fighting.ConfigureAwait(false));
        var problem = (answer as ClaimAnswer.Unavailable)?.Problem ?? agreements.Problem ?? killSwitch.Problem ?? isOurs.Problem ?? overspent;
        return Remembered(agreements, killSwitch, new(answer)
        {
            IsOurs = isOurs.Value,
            WhyNotPutBack = await answering.ConfigureAwait(false),
            OverBudget = held,
            Fights = Fights(verdicts, openings),
            StaleMarks = policy.Guardrails?.Fight is { } limit && openings.Count > 500 ? Fight.Stale(limit, openings, _now) : [],
            LedgerProblem = problem,
            MayActWithoutLedger = problem is not null && memory.MayActWithoutLedger(),
        });
    }

    private async Task<(Reading<ImmutableArray<Agreement>> Agreements, Reading<KillSwitch> Switch)> Standing(CancellationToken cancel)
    {
        var agreements = world.Books.Agreements.Of(_group, cancel);
        var killSwitch = world.Books.Switch.Read(cancel);
        return (await agreements.ConfigureAwait(false), await killSwitch.ConfigureAwait(false));
    }

    /// <summary>What was read counts and is remembered; what could not be read is as it was a short while ago.</summary>
    private Guard Remembered(Reading<ImmutableArray<Agreement>> agreements, Reading<KillSwitch> killSwitch, Guard guard)
    {
        var waivers = agreements.Succeeded ? [.. agreements.Value.Select(a => a.Waiver)] : memory.Waivers(_group, _now);
        var turned = killSwitch.Succeeded ? killSwitch.Value : memory.Switch(_now);
        if (agreements.Succeeded) memory.Remember(_group, waivers, _now);
        if (killSwitch.Succeeded) memory.Remember(turned, _now);
        return guard with
        {
            Waivers = [.. waivers.Where(w => w.Group == _group && w.IsInForce(_now))],
            Switch = turned is { IsOn: true } ? turned : null,
        };
    }

    /// <summary>Only what this event surely opened is put back by somebody. A tally that takes no more, because somebody filled it, makes no
    /// fight, and never holds anything back.</summary>
    private async Task<ImmutableHashSet<string>> Fighting(ImmutableArray<Verdict> verdicts, CancellationToken cancel)
    {
        ImmutableHashSet<string> marks = [.. verdicts.Where(v => _change.Permissions.Contains(v.Permission)).Select(v => Fight.Mark(_group, v.Permission, _change))];
        if (policy.Guardrails?.Fight is not { } limit || marks.IsEmpty || _change.Kind != ChangeKind.Opened) return [];
        var answer = await world.Books.Tallies.Add(Fight.Tally(_group), marks, null, _now.AddMinutes(limit.Minutes).AddDays(1), cancel).ConfigureAwait(false);
        return answer is TallyAnswer.Added added ? added.All : [];
    }

    private ImmutableDictionary<Permission, Fight> Fights(ImmutableArray<Verdict> verdicts, ImmutableHashSet<string> openings)
    {
        if (policy.Guardrails?.Fight is not { } limit || openings.IsEmpty) return ImmutableDictionary<Permission, Fight>.Empty;
        var isPipeline = policy.Changes.Any(c => c.Groups.Choose(facts) != Selection.No && c.Allow.Allows(_change.Actor));
        return verdicts
            .Where(v => _change.Permissions.Contains(v.Permission))
            .Select(v => (v.Permission, Fight: Fight.Of(limit, Fight.Mark(_group, v.Permission, _change), _change, openings, isPipeline)))
            .Where(f => f.Fight is not null)
            .ToImmutableDictionary(f => f.Permission, f => f.Fight!);
    }
}
