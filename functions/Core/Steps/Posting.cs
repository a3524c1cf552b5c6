using Remediator.Findings;
using Remediator.Ports;

namespace Remediator.Steps;

/// <summary>Findings to Security Hub in the order that they need: FAILED first; PASSED only for what was accepted as FAILED, or was told
/// so before; and resolved only what was accepted as PASSED.</summary>
/// <remarks>INVARIANT: nothing told late makes a finding older. Each state carries the time at which it was observed, fixed when it was,
/// and the service ignores what is not later than what it has.
/// https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_BatchImportFindings.html</remarks>
internal static class Posting
{
    /// <param name="NotTaken">Has to be imported again, in both states where the first was refused.</param>
    /// <param name="Imported">Why, or that all was taken.</param>
    /// <param name="NotResolved">PASSED, and its workflow could not be updated.</param>
    /// <param name="Resolved">Why, or that none was left.</param>
    public sealed record Outcome(ImmutableArray<Finding> NotTaken, Answer Imported, ImmutableArray<Finding> NotResolved, Answer Resolved);

    /// <param name="findings">FAILED and PASSED ones; of one id at most one of each.</param>
    public static async Task<Outcome> Send(IFindings hub, ImmutableArray<Finding> findings, CancellationToken cancel)
    {
        var opened = await Import(hub, [.. findings.Where(f => !f.Passed)], cancel).ConfigureAwait(false);
        var refused = opened.Refused.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        var early = findings.Where(f => f.Passed).ToLookup(f => refused.Contains(f.Id));
        var closed = await Import(hub, [.. early[false]], cancel).ConfigureAwait(false);
        var resolved = closed.Taken.IsEmpty ? Answer.Ok : await hub.Resolve(closed.Taken, cancel).ConfigureAwait(false);
        return new([.. opened.Refused, .. early[true], .. closed.Refused], opened.Why.Succeeded ? closed.Why : opened.Why, resolved.Succeeded ? [] : closed.Taken, resolved);
    }

    private static async Task<(ImmutableArray<Finding> Taken, ImmutableArray<Finding> Refused, Answer Why)> Import(IFindings hub, ImmutableArray<Finding> findings, CancellationToken cancel)
    {
        if (findings.IsEmpty) return ([], [], Answer.Ok);
        var answers = await hub.Import(findings, cancel).ConfigureAwait(false);
        var sorted = findings.Zip(answers).ToLookup(f => f.Second.Succeeded, f => f.First);
        // The one that may still be taken, if there is one: it is worth another try.
        return ([.. sorted[true]], [.. sorted[false]], answers.Where(a => !a.Succeeded).OrderByDescending(a => a.Retryable).FirstOrDefault() ?? Answer.Ok);
    }
}
