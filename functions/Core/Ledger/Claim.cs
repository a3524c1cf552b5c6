using Remediator.Changes;
using Remediator.Remediations;
using Remediator.Threats;
using Remediator.Verdicts;

namespace Remediator.Ledger;

/// <summary>The intent to handle one event, written before the first call that changes anything.</summary>
/// <param name="Key"><see cref="Change.KeyIn"/>: a second delivery has the same key, and so has the notice.</param>
/// <param name="Verdicts">What was decided, with reasons; never compliant ones.</param>
/// <param name="Plan">The calls to make. Each carries the permission as it was before, so its inverse is the undo.</param>
/// <param name="At">When it was claimed.</param>
public sealed record Claim(string Key, Change Change, ImmutableArray<Verdict> Verdicts, Plan Plan, DateTimeOffset At)
{
    /// <summary>What of its permissions was too large to be recorded; only what was read back lacks anything.</summary>
    public LeftOut LeftOut { get; init; }

    /// <summary>What this answers, for <see cref="ChangeKind.Attacked"/>; null for any other change.</summary>
    public Threat? Threat { get; init; }

    /// <summary>With what an earlier attempt at the same event had decided and this one does not: some of it may have been done.</summary>
    public Claim Over(Claim earlier)
    {
        var own = Verdicts.Select(v => v.Permission).ToHashSet();
        return this with { Verdicts = [.. Verdicts, .. earlier.Verdicts.Where(v => !own.Contains(v.Permission))], Plan = Plan.And(earlier.Plan) };
    }
}
