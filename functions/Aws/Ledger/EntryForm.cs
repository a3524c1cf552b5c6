using Amazon.DynamoDBv2.Model;
using Remediator.Ledger;
using Remediator.Remediations;

namespace Remediator.Aws.Ledger;

/// <summary>An entry as an item: what conditions look at in attributes of their own, the rest in packed documents.</summary>
internal static class EntryForm
{
    public const string Begun = "begun";
    public const string Held = "held";
    public const string Finished = "finished";

    /// <summary>How long entries are kept, for undo and for auditors.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    /// <summary>The <c>until</c> of a claim that was given back.</summary>
    public static readonly DateTimeOffset GivenBack = DateTimeOffset.UnixEpoch;

    /// <summary>A first claim.</summary>
    public static Dictionary<string, AttributeValue> First(AttributeValue claim, string holder, DateTimeOffset now, DateTimeOffset until) => new(StringComparer.Ordinal)
    {
        [Column.State] = Cell.Of(Begun),
        [Column.Holder] = Cell.Of(holder),
        [Column.Until] = Cell.Of(until),
        [Column.Claim] = claim,
        [Column.Expires] = Cell.Expiry(now + Kept),
    };

    /// <summary>Null with <see cref="Row.Problem"/> set when the item is none of ours.</summary>
    public static KeptEntry? Read(Row row, string key)
    {
        var state = row.Text(Column.State);
        if (state is not (Begun or Held or Finished)) row.Note($"the ledger's item `{row.Key}` is in a state that nobody knows: expected `{Begun}`, `{Held}` or `{Finished}`");
        var claim = row.ReadClaim();
        if (claim is not null && claim.Key != key) row.Note($"the ledger's item `{row.Key}` holds the claim of another event: expected its own");
        var progress = row.Has(Column.Progress) ? row.ReadProgress(Column.Progress) : Progress.Begun;
        var kept = new KeptEntry(Attempt(row, claim, progress, state), row.Text(Column.Holder), row.Text(Column.Stamp), row.Time(Column.Until), Calls(row, state));
        return row.Problem is null ? kept : null;
    }

    private static Attempt Attempt(Row row, Claim? claim, Progress? progress, string state) => new(claim!, progress!, state == Finished ? row.Time(Column.FinishedAt) : null)
    {
        HeldUntil = row.Has(Column.Queue) ? row.Time(Column.Due) : null,
        LetGoBy = row.TextIfAny(Column.LetGoBy),
        Undone = row.Has(Column.UndoneBy) ? new(row.Text(Column.UndoneBy), row.Time(Column.UndoneAt), row.TextIfAny(Column.UndoneWaiver)) : null,
    };

    private static ImmutableArray<CallMade> Calls(Row row, string state) => state == Finished ? row.ReadProgress(Column.Calls)?.Calls ?? [] : [];
}
