using System.Globalization;
using Remediator.Containment;
using Remediator.Findings;
using Remediator.Grants;
using Remediator.Measures;
using Remediator.Ports;
using Remediator.Steps;

namespace Remediator.Undos;

/// <summary>Takes a measure back for the person who asks for it: an isolation or a block. A suspension ends with its entry, see
/// <see cref="Undoer"/>.</summary>
/// <remarks>It runs as that person: neither the kill switch nor the mode stops it.</remarks>
public sealed class MeasureUndoer(Defence defence, Invocation invocation)
{
    /// <summary>Whoever takes a measure has done so by then, or died: what is taken back any earlier could be taken just after.</summary>
    private static readonly TimeSpan BeingTaken = TimeSpan.FromMinutes(2);

    /// <summary>Null when there is none with this id.</summary>
    public Task<Reading<Measure>> Find(string id, CancellationToken cancel) => defence.Measures.Find(id, cancel);

    /// <summary>Changes nothing.</summary>
    public async Task<MeasureUndoDecision> Look(Measure measure, UndoRequest request, IsolationChoices choices, CancellationToken cancel)
    {
        if (WhyNot(measure, request) is { IsEmpty: false } refusals) return new MeasureUndoDecision.Refused(refusals);
        var means = new Means(defence, invocation);
        var decision = measure switch
        {
            Isolation isolation => Plan(isolation, await new IsolationEnding(means, request.By, choices).Look(isolation, cancel).ConfigureAwait(false)),
            AclBlock block => Plan(block, await new BlockEnding(means, request.By).Look(block, cancel).ConfigureAwait(false)),
            _ => throw new InvalidOperationException($"unknown measure {measure}"),
        };
        return decision is MeasureUndoDecision.Planned planned ? planned with { Remarks = [.. planned.Remarks, .. await Remarks(measure, cancel).ConfigureAwait(false)] } : decision;
    }

    /// <summary>Does what <see cref="Look"/> planned a moment ago.</summary>
    public Task<MeasureEnd> CarryOut(Measure measure, UndoRequest request, IsolationChoices choices, CancellationToken cancel)
    {
        var means = new Means(defence, invocation);
        return measure switch
        {
            Isolation isolation => new IsolationEnding(means, request.By, choices).Run(isolation, cancel),
            AclBlock block => new BlockEnding(means, request.By).Run(block, cancel),
            _ => throw new InvalidOperationException($"unknown measure {measure}"),
        };
    }

    private ImmutableArray<Refusal> WhyNot(Measure measure, UndoRequest request)
    {
        var foreign = measure.Account == request.Account ? null : new Refusal(
            $"the measure is of account `{SafeText.Line(measure.Account, 20)}`, and you are signed in to `{SafeText.Line(request.Account, 20)}`", "use credentials of that account");
        var state = measure switch
        {
            { State: MeasureState.Ended } => Over(measure),
            { State: MeasureState.Refused } => new Refusal($"it was never taken: {SafeText.Line(measure.Problem, 400)}", "nothing of it stands, so that nothing is to be undone"),
            Suspension suspension => WithoutEntry(suspension, request.For),
            { State: MeasureState.Taking } when measure.At + BeingTaken > defence.World.Clock.GetUtcNow() => new Refusal("it is just being taken", "run the same command again in two minutes"),
            _ => null,
        };
        return [.. new[] { state, foreign }.OfType<Refusal>()];
    }

    private static Refusal Over(Measure measure)
    {
        var by = measure.EndedBy is { } who ? $"by `{SafeText.Line(who, 200)}`" : "when its time was over";
        var at = measure.EndedAt is { } told ? $", told {TimeText.Of(told)}" : "";
        return new($"it was taken back before, {by}{at}{(measure.Problem is { } found ? $": {SafeText.Line(found, 400)}" : "")}", "nothing of it stands, so that nothing is to be undone");
    }

    private static Refusal WithoutEntry(Suspension suspension, TimeSpan time)
    {
        var lines = suspension.Permissions.Select(p => OwnCommand.Lease(suspension.Group, p, time)).OfType<string>().Select(line => $"`{line}`").ToList();
        var until = suspension.Until is { } end ? $" at {TimeText.Of(end)}" : "";
        return new($"the ledger holds no entry of what this suspension took away any more; it is put back by itself{until}", lines.Count == 0 ? "wait for that" : $"to open it now: {string.Join("; ", lines)}");
    }

    private static MeasureUndoDecision Plan(Isolation isolation, IsolationLook look) => look switch
    {
        IsolationLook.Unknown unknown => new MeasureUndoDecision.Unknown([unknown.Problem]),
        IsolationLook.Refused refused => new MeasureUndoDecision.Refused([new(refused.Why.What, refused.Why.Help)]),
        IsolationLook.Back back => new MeasureUndoDecision.Planned(isolation, $"{Names(back.Groups)} back to {SafeText.Ascii(isolation.InterfaceId, 64)}")
        {
            Remarks = back.Missing.IsEmpty ? [] : [$"without {GroupSets.Text(back.Missing)}, which is gone"],
        },
        IsolationLook.Nothing nothing => new MeasureUndoDecision.Planned(isolation, null) { Remarks = nothing.Found is { } found ? [found] : [] },
        _ => throw new InvalidOperationException($"unknown look {look}"),
    };

    private static MeasureUndoDecision Plan(AclBlock block, (string? Found, string? Problem) look)
    {
        if (look.Problem is { } problem) return new MeasureUndoDecision.Unknown([problem]);
        if (look.Found is { } found) return new MeasureUndoDecision.Planned(block, null) { Remarks = [found] };
        return new MeasureUndoDecision.Planned(block, string.Create(CultureInfo.InvariantCulture, $"entry {block.Number}, which denies {Blocking.Text(block.Address)}, from {SafeText.Ascii(block.AclId, 64)}"));
    }

    private async Task<ImmutableArray<string>> Remarks(Measure measure, CancellationToken cancel)
    {
        var read = await defence.World.Books.Switch.Read(cancel).ConfigureAwait(false);
        var begun = measure.State == MeasureState.Ending ? "an earlier run began this, and what it did is kept" : null;
        var off = read.Problem is { } problem ? $"whether the kill switch is on could not be read: {problem}"
            : read.Value is { IsOn: true } on ? $"the kill switch is on, since {TimeText.Of(on.At)} by `{SafeText.Line(on.By, 200)}`: it does not stop what a person undoes" : null;
        return [.. new[] { begun, off }.OfType<string>()];
    }

    private static string Names(ImmutableArray<string> ids) => string.Join(", ", ids.Order(StringComparer.Ordinal).Select(id => SafeText.Ascii(id, 64)));
}
