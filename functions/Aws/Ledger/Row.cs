using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Remediator.Aws.Ledger;

/// <summary>One item as it was read, and with suspicion: anybody who may write to the table may have written it.</summary>
/// <remarks>What is missing or of another type is noted as <see cref="Problem"/>, the first one, and answered with something harmless
/// that must not be used then.</remarks>
internal sealed class Row(ItemKey key, Dictionary<string, AttributeValue>? item)
{
    public ItemKey Key => key;

    public bool IsThere => item is { Count: > 0 };

    /// <summary>Null while everything that was asked for was what it should be.</summary>
    public string? Problem { get; private set; }

    public static Row Of(Dictionary<string, AttributeValue> item)
    {
        var unplaced = new Row(default, item);
        return new(new(unplaced.Text(Column.Partition), unplaced.Text(Column.Sort)), item);
    }

    public bool Has(string column) => item?.ContainsKey(column) is true;

    public string Text(string column) => Value(column)?.S ?? Wrong(column, "a text", "");

    public string? TextIfAny(string column) => Has(column) ? Text(column) : null;

    public bool Truth(string column) => Value(column)?.BOOL ?? Wrong(column, "true or false", false);

    public long Number(string column) =>
        long.TryParse(Value(column)?.N, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : Wrong(column, "a whole number", 0L);

    public DateTimeOffset Time(string column)
    {
        var milliseconds = Number(column);
        return milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : Wrong(column, "milliseconds since 1970", DateTimeOffset.MinValue);
    }

    public DateTimeOffset? TimeIfAny(string column) => Has(column) ? Time(column) : null;

    public byte[] Bytes(string column) => Value(column)?.B?.ToArray() ?? Wrong<byte[]>(column, "bytes", []);

    /// <summary>Empty where there is no such attribute: the table keeps no empty set.</summary>
    public ImmutableHashSet<string> Marks(string column) => Has(column) ? Value(column)?.SS?.ToImmutableHashSet() ?? Wrong<ImmutableHashSet<string>>(column, "a set of texts", []) : [];

    /// <summary>Notes what is wrong with the item, unless something was already.</summary>
    public void Note(string problem) => Problem ??= problem;

    private AttributeValue? Value(string column) => item?.GetValueOrDefault(column);

    private T Wrong<T>(string column, string expected, T harmless)
    {
        Note($"the ledger's item `{key}` has {(Has(column) ? "another" : "no")} `{column}`: expected {expected}");
        return harmless;
    }
}
