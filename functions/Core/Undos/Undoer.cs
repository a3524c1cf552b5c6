using Remediator.Ports;
using Remediator.Steps;
using Remediator.Waivers;

namespace Remediator.Undos;

/// <summary>Undoes what was done about one event, for the person who asks for it.</summary>
/// <remarks>It runs as that person, not as a function: the waiver, and not our own request ids, is what lets it stay.</remarks>
public sealed class Undoer(UndoPorts ports)
{
    private readonly UndoReads _reads = new(ports);

    /// <summary>Changes nothing.</summary>
    public async Task<UndoDecision> Look(UndoRequest request, CancellationToken cancel)
    {
        if (!UndoKey.Is(request.Key)) return new UndoDecision.Refused([Undoable.NoKey(request.Key)]);
        var earlier = await ports.Books.Ledger.Earlier(request.Key, cancel).ConfigureAwait(false);
        if (earlier.Problem is { } unread) return new UndoDecision.Unknown([$"the ledger's entry could not be read: {unread}"]);
        if (Undoable.WhyNot(request, earlier.Value) is { IsEmpty: false } refusals) return new UndoDecision.Refused(refusals);

        var group = earlier.Value!.Claim.Plan.Group;
        await ports.Clock.Settle(earlier.Value.FinishedAt!.Value, cancel).ConfigureAwait(false);
        var (reading, agreeing, turning) = (_reads.Group(group, cancel), ports.Books.Agreements.Of(group, cancel), ports.Books.Switch.Read(cancel));
        await Task.WhenAll(reading, agreeing, turning).ConfigureAwait(false);
        var (shown, agreements, killSwitch) = (await reading.ConfigureAwait(false), await agreeing.ConfigureAwait(false), await turning.ConfigureAwait(false));
        ImmutableArray<string> problems = [.. Problems(shown, agreements)];
        if (!problems.IsEmpty) return new UndoDecision.Unknown(problems);
        var facts = new UndoFacts(request, earlier.Value, (shown as GroupReading.Found)?.Group, agreements.Value, killSwitch.Value, ports.Clock.GetUtcNow());
        var decision = UndoPlanner.Plan(facts);
        if (decision is not UndoDecision.Planned planned) return decision;
        var unknown = killSwitch.Problem is { } problem ? $"whether the kill switch is on could not be read: {problem}" : null;
        var suspended = await ports.Books.Measures.Remark(request.Key, cancel).ConfigureAwait(false);
        return new UndoDecision.Planned(planned.Plan with { Remarks = [.. new[] { unknown, suspended }.OfType<string>(), .. planned.Plan.Remarks] });
    }

    /// <summary>Carries out what <see cref="Look"/> planned a moment ago.</summary>
    public Task<UndoResult> CarryOut(UndoPlan plan, CancellationToken cancel) => new CarryingOut(ports, plan).Run(cancel);

    private static IEnumerable<string> Problems(GroupReading shown, Reading<ImmutableArray<Agreement>> agreements)
    {
        if (shown is GroupReading.Failed failed) yield return $"the group could not be read: {failed.Problem}";
        if (agreements.Problem is { } problem) yield return $"the waivers of the group could not be read: {problem}";
    }
}
