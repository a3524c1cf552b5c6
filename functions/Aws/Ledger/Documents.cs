using Amazon.DynamoDBv2.Model;
using Remediator.Aws.Ledger.Json;
using Remediator.Containment;
using Remediator.Findings;
using Remediator.Ledger;
using Remediator.Remediations;
using Remediator.Waivers;

namespace Remediator.Aws.Ledger;

/// <summary>Documents as attributes, packed, and back.</summary>
internal static class Documents
{
    /// <summary>Bytes for each of the documents of an item, which holds 400 kB in all
    /// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html).</summary>
    private const int MostBytes = 180_000;

    /// <summary>Bytes of the only document of an item.</summary>
    private const int MostAlone = 2 * MostBytes;

    public static string TooLarge { get; } = $"what is to be recorded has more than {MostBytes} bytes even without tags and descriptions: expected what fits into an item of the ledger";

    public static string MeasureTooLarge { get; } = $"what is to be recorded has more than {MostAlone} bytes: expected what fits into an item of the ledger";

    /// <summary>Null where it does not fit even without tags and descriptions.</summary>
    public static AttributeValue? Of(Claim claim) => Of(Shrunk.Claim(claim, MostBytes));

    /// <inheritdoc cref="Of(Claim)"/>
    public static AttributeValue? Of(Progress progress) => Of(Shrunk.Progress(progress, MostBytes));

    /// <summary>A progress of nothing but these.</summary>
    public static AttributeValue? Of(ImmutableArray<CallMade> calls) => Of(Progress.Begun with { Calls = calls });

    public static AttributeValue Of(Agreement agreement) => Cell.Of(Packed.Pack(LedgerJson.Write(agreement)));

    public static AttributeValue Of(Letter letter) => Cell.Of(Packed.Pack(LedgerJson.Write(letter)));

    /// <summary>Null where it does not fit: of what is to be put back whole, nothing is left out.</summary>
    public static AttributeValue? Of(Measure measure) => Packed.Pack(LedgerJson.Write(measure)) is { Length: <= MostAlone } packed ? Cell.Of(packed) : null;

    public static Claim? ReadClaim(this Row row) => Read(row, Column.Claim, LedgerJson.ReadClaim);

    public static Progress? ReadProgress(this Row row, string column) => Read(row, column, LedgerJson.ReadProgress);

    public static Agreement? ReadAgreement(this Row row) => Read(row, Column.Body, LedgerJson.ReadAgreement);

    public static Letter? ReadLetter(this Row row) => Read(row, Column.Body, LedgerJson.ReadLetter);

    public static Measure? ReadMeasure(this Row row) => Read(row, Column.Body, LedgerJson.ReadMeasure);

    private static AttributeValue? Of(Fitted document) => document.Fits ? Cell.Of(document.Packed) : null;

    /// <summary>Null with <see cref="Row.Problem"/> set where it cannot be read.</summary>
    private static T? Read<T>(Row row, string column, Reader<T> reader)
        where T : class
    {
        var packed = row.Bytes(column);
        if (row.Problem is not null) return null;
        var value = Packed.Unpack(packed, out var problem) is { } document ? reader(document, out problem) : null;
        if (value is null) row.Note($"`{column}` of the ledger's item `{row.Key}` is nothing that we wrote: {problem}");
        return value;
    }

    private delegate T? Reader<T>(ReadOnlyMemory<byte> document, out string? problem);
}
