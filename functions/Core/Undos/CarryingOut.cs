using Remediator.Ledger;

namespace Remediator.Undos;

/// <summary>The waiver first, then what is put back, then what is taken away, then the end of its suspension, then the record. Killed between any two of these, the same
/// request again finds by the waiver what was begun, by a read how far that got, and brings it to its end.</summary>
internal sealed class CarryingOut(UndoPorts ports, UndoPlan plan)
{
    private readonly Granting _granting = new(ports, plan);

    public async Task<UndoResult> Run(CancellationToken cancel)
    {
        if (await _granting.Grant(cancel).ConfigureAwait(false) is { } notGranted) return new UndoResult.Failed([notGranted], IsBegun: true);
        var opening = await new Opening(ports, plan).Run(cancel).ConfigureAwait(false);
        if (opening.Problem is not null) return await GiveUp(opening, cancel).ConfigureAwait(false);
        var taking = await new Taking(ports, plan).Run(cancel).ConfigureAwait(false);
        if (taking.Problem is { } notTaken) return new UndoResult.Failed([notTaken], IsBegun: true);
        if (await ports.Books.Measures.EndOf(plan.Entry.Claim.Key, plan.Request.By, cancel).ConfigureAwait(false) is { } notEnded) return new UndoResult.Failed([notEnded], IsBegun: true);
        return await Note(cancel).ConfigureAwait(false) is { } notNoted
            ? new UndoResult.Failed([notNoted], IsBegun: true)
            : new UndoResult.Done(opening.Standing, taking.Gone, taking.Remarks);
    }

    /// <summary>A waiver that lets nothing stay would let anybody open it: it goes again.</summary>
    private async Task<UndoResult> GiveUp(Opened opening, CancellationToken cancel)
    {
        if (!opening.IsNothingOpen) return new UndoResult.Failed([opening.Problem!], IsBegun: true);
        if (await _granting.Withdraw(cancel).ConfigureAwait(false) is { } stays) return new UndoResult.Failed([opening.Problem!, stays], IsBegun: true);
        return opening.IsFull
            ? new UndoResult.Refused([new(opening.Problem!, "take rules out of the group or merge some, or have the quota `Inbound or outbound rules per security group` raised; then run the same command again")])
            : new UndoResult.Failed([opening.Problem!], IsBegun: false);
    }

    /// <summary>Null when the record says that it was undone.</summary>
    private async Task<string?> Note(CancellationToken cancel)
    {
        var (ledger, key) = (ports.Books.Ledger, plan.Entry.Claim.Key);
        var undoing = new Undoing(plan.Request.By, ports.Clock.GetUtcNow(), plan.Waivers.FirstOrDefault()?.Waiver.Id);
        var answer = await ledger.Undone(key, undoing, cancel).ConfigureAwait(false);
        if (answer is RecordAnswer.Recorded) return null;
        // Lost: most likely by an answer of our own that never came, or another run of the same request.
        var now = await ledger.Earlier(key, cancel).ConfigureAwait(false);
        if (now.Value?.Undone is not null) return null;
        return $"all was done, and the record does not say so yet: {(answer as RecordAnswer.Failed)?.Problem ?? now.Problem ?? "the entry is not as it was"}";
    }
}
