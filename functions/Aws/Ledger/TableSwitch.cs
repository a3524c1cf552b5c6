using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Aws.Ledger;

/// <summary>The kill switch as one item of plain attributes, so that a person can read and turn it in the console too.</summary>
internal sealed class TableSwitch(LedgerTable table) : ISwitch
{
    public async Task<Reading<KillSwitch>> Read(CancellationToken cancel)
    {
        var told = await table.Get(ItemKey.Switch, cancel).ConfigureAwait(false);
        if (told.Problem is not null || !told.Value!.IsThere) return new(null, told.Problem);
        var row = told.Value;
        var read = new KillSwitch(row.Truth(Column.IsOn), row.Text(Column.By), row.Text(Column.Why), row.Time(Column.At));
        return new(row.Problem is null ? read : null, row.Problem);
    }

    public async Task<Answer> Turn(KillSwitch to, CancellationToken cancel)
    {
        var told = await table.Put(
            new(ItemKey.Switch),
            new(StringComparer.Ordinal) { [Column.IsOn] = Cell.Of(to.IsOn), [Column.By] = Cell.Of(to.By), [Column.Why] = Cell.Of(to.Why), [Column.At] = Cell.Of(to.At) },
            cancel).ConfigureAwait(false);
        return new(told.Problem, told.IsRetryable);
    }
}
