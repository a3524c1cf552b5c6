using System.Globalization;
using Amazon.Runtime.Internal;

namespace Amazon.Shared.Xml;

/// <summary>
/// Writes the members of one structure as parameters of the EC2 and query protocols. Names are those of the wire
/// (the model's queryName or locationName); what is null is not sent.
/// </summary>
internal readonly struct QueryWriter(ParameterCollection parameters, string prefix = "")
{
    internal void Add(string name, string value)
    {
        if (value is not null)
        {
            parameters.Add(prefix + name, value);
        }
    }

    internal void Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    internal void Add(string name, bool? value) => Add(name, value is { } known ? (known ? "true" : "false") : null);

    /// <summary>A structure inside this one: <c>name.Member</c>.</summary>
    internal void Structure<T>(string name, T value, Action<T, QueryWriter> write) where T : class
    {
        if (value is not null)
        {
            write(value, new QueryWriter(parameters, prefix + name + "."));
        }
    }

    /// <summary>A flattened list of structures, <c>name.1.Member</c>; the query protocol writes <c>name.member</c> as the name.</summary>
    internal void List<T>(string name, List<T> values, Action<T, QueryWriter> write)
    {
        for (var i = 0; i < values?.Count; i++)
        {
            write(values[i], new QueryWriter(parameters, Numbered(name, i) + "."));
        }
    }

    /// <summary>A flattened list of texts, <c>name.1</c>.</summary>
    internal void List(string name, List<string> values)
    {
        for (var i = 0; i < values?.Count; i++)
        {
            parameters.Add(Numbered(name, i), values[i]);
        }
    }

    /// <summary>A map as the query protocol writes it: <c>name.entry.1.Name</c> and <c>name.entry.1.Value</c>, the names of the two as given.</summary>
    internal void Map<T>(string name, Dictionary<string, T> entries, string keyName, Action<T, QueryWriter> writeValue)
    {
        if (entries is null)
        {
            return;
        }

        var i = 0;
        foreach (var (key, value) in entries)
        {
            var entry = new QueryWriter(parameters, Numbered(name, i) + ".");
            entry.Add(keyName, key);
            writeValue(value, entry);
            i++;
        }
    }

    private string Numbered(string name, int index) => prefix + name + "." + (index + 1).ToString(CultureInfo.InvariantCulture);
}
