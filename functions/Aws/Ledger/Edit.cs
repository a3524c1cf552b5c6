using Amazon.DynamoDBv2.Model;

namespace Remediator.Aws.Ledger;

/// <summary>One conditional write of one item, put together.</summary>
/// <remarks>Each carries a stamp of its own. When its answer is lost and it is sent again, the condition fails on what the first one
/// did, and the stamp in the refused item says that it was this very write.</remarks>
internal sealed class Edit
{
    private readonly List<string> _set = [];
    private readonly List<string> _remove = [];
    private readonly List<string> _others = [];
    private readonly List<string> _conditions = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AttributeValue> _values = new(StringComparer.Ordinal);

    public Edit(ItemKey key)
    {
        Key = key;
        Stamp = Guid.NewGuid().ToString("N");
    }

    public ItemKey Key { get; }

    public string Stamp { get; }

    /// <summary>All conditions, every one of which has to hold; null when there is none.</summary>
    public string? Condition => _conditions.Count == 0 ? null : string.Join(" AND ", _conditions);

    /// <summary>Null when there is none: the service refuses an empty map.</summary>
    public Dictionary<string, string>? Names => _names.Count == 0 ? null : _names;

    public Dictionary<string, AttributeValue>? Values => _values.Count == 0 ? null : _values;

    public string Expression => string.Join(' ', Clause("SET", _set).Concat(Clause("REMOVE", _remove)).Concat(_others));

    public Edit Set(string column, AttributeValue value)
    {
        _set.Add($"{Name(column)} = {Value(column, value)}");
        return this;
    }

    public Edit Remove(params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns) _remove.Add(Name(column));
        return this;
    }

    /// <summary>Puts into a set.</summary>
    public Edit Add(string column, AttributeValue value)
    {
        _others.Add($"ADD {Name(column)} {Value(column, value)}");
        return this;
    }

    /// <summary>Takes out of a set.</summary>
    public Edit Delete(string column, AttributeValue value)
    {
        _others.Add($"DELETE {Name(column)} {Value(column, value)}");
        return this;
    }

    public Edit WhereNew() => Where($"attribute_not_exists({Name(Column.Partition)})");

    public Edit WhereHas(string column) => Where($"attribute_exists({Name(column)})");

    public Edit WhereHasNot(string column) => Where($"attribute_not_exists({Name(column)})");

    public Edit WhereIs(string column, AttributeValue value) => Where($"{Name(column)} = {Value("is_" + column, value)}");

    public Edit WhereIsNot(string column, AttributeValue value) => Where($"{Name(column)} <> {Value("not_" + column, value)}");

    /// <summary>Where the set is not there, or holds at most so many.</summary>
    public Edit WhereHoldsAtMost(string column, int most) =>
        Where($"(attribute_not_exists({Name(column)}) OR size({Name(column)}) <= {Value("most_" + column, Cell.Of(most))})");

    private Edit Where(string condition)
    {
        _conditions.Add(condition);
        return this;
    }

    private static IEnumerable<string> Clause(string verb, List<string> parts) => parts.Count == 0 ? [] : [$"{verb} {string.Join(", ", parts)}"];

    private string Name(string column)
    {
        _names["#" + column] = column;
        return "#" + column;
    }

    private string Value(string name, AttributeValue value)
    {
        _values[":" + name] = value;
        return ":" + name;
    }
}
