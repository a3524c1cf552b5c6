using System.Globalization;
using System.Net;
using System.Numerics;
using System.Text.Json;
using Remediator.Findings;
using Remediator.Groups;

namespace Remediator.Aws.Ledger.Json;

/// <summary>One place in a document being read. What is not as expected is noted with its place, and read as something harmless: who
/// began the reading asks for the problem at the end.</summary>
internal sealed class Part(JsonElement element, Part? above, string? name, int index, FirstProblem problem)
{
    private const int MostShown = 40;
    private const int MostDigits = 60;

    public bool IsSound => problem.Text is null;

    private string Path => (above, name) switch
    {
        (null, _) => "$",
        (_, null) => string.Create(CultureInfo.InvariantCulture, $"{above.Path}[{index}]"),
        _ => $"{above.Path}.{name}",
    };

    public static Part Root(JsonElement element, FirstProblem problem) => new(element, null, null, 0, problem);

    /// <summary>What stands there, be it nothing: then whatever is asked of it is noted as missing.</summary>
    public Part Member(string member)
    {
        JsonElement found = default;
        if (element.ValueKind == JsonValueKind.Object) _ = element.TryGetProperty(member, out found);
        else Wrong("an object");
        return new(found, this, member, 0, problem);
    }

    /// <summary>Null where there is none.</summary>
    public Part? Optional(string member) => Member(member) is { IsThere: true } found ? found : null;

    /// <summary>Ends early once something is wrong.</summary>
    public IEnumerable<Part> Items()
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            Wrong("a list");
            yield break;
        }

        var at = 0;
        foreach (var item in element.EnumerateArray())
        {
            if (!IsSound) yield break;
            yield return new(item, this, null, at++, problem);
        }
    }

    /// <summary>None of what could not be read.</summary>
    public ImmutableArray<T> List<T>(Func<Part, T?> read)
        where T : class => [.. Items().Select(read).OfType<T>()];

    public string Text() => element.ValueKind == JsonValueKind.String ? element.GetString() ?? "" : Wrong("a text", "");

    public int Int(int least = int.MinValue, int most = int.MaxValue) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number) && number >= least && number <= most ? number : Wrong(Whole(least, most), 0);

    public long Long(long least, long most) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out var number) && number >= least && number <= most ? number : Wrong(Whole(least, most), 0L);

    public double Number() =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var number) && double.IsFinite(number) ? number : Wrong("a number", 0.0);

    /// <summary>From 0 to 1.</summary>
    public double Share() =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var share) && share is >= 0 and <= 1 ? share : Wrong("a number from 0 to 1", 0.0);

    public bool Flag() => element.ValueKind is JsonValueKind.True or JsonValueKind.False ? element.ValueKind == JsonValueKind.True : Wrong("true or false", false);

    public DateTimeOffset Time() =>
        element.ValueKind == JsonValueKind.String && element.TryGetDateTimeOffset(out var time) ? time : Wrong("a time as in ISO 8601", default(DateTimeOffset));

    public DateOnly Day() =>
        element.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : Wrong("a day as YYYY-MM-DD", default(DateOnly));

    /// <summary>Digits in a text: counts of addresses outgrow a JSON number.</summary>
    public BigInteger Count() =>
        element.ValueKind == JsonValueKind.String && Text() is { Length: > 0 and <= MostDigits } text && BigInteger.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count : Wrong("digits in a text", BigInteger.Zero);

    /// <summary>The index of the word that stands there.</summary>
    public int Choice(string[] words)
    {
        var found = element.ValueKind == JsonValueKind.String ? Array.IndexOf(words, Text()) : -1;
        return found >= 0 ? found : Wrong(string.Join(" or ", words), 0);
    }

    /// <summary>Null, and noted, for what no address is written as: lenient parsers take more.</summary>
    public IPAddress? Address() => IPAddress.TryParse(Text(), out var address) && address.ToString() == Text() ? address : Wrong<IPAddress?>("an IP address", null);

    public KeyValuePair<string, string?> Pair()
    {
        ImmutableArray<Part> two = [.. Items()];
        if (two.Length != 2) return Wrong("a name and a value", default(KeyValuePair<string, string?>));
        return new(two[0].Text(), two[1].IsThere ? two[1].Text() : null);
    }

    public GroupKey Group()
    {
        ImmutableArray<string> texts = List(part => part.Text());
        return texts is [var account, var region, var id] ? new(account, region, id) : Wrong("account, region and group", new GroupKey("", "", ""));
    }

    public T Wrong<T>(string expected, T instead)
    {
        Wrong(expected);
        return instead;
    }

    public void Wrong(string expected)
    {
        if (IsSound) problem.Note(Path, Seen(), expected);
    }

    private bool IsThere => element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    private static string Whole(long least, long most) => string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}");

    private string Seen() => element.ValueKind switch
    {
        JsonValueKind.Undefined => "missing",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        _ => $"`{SafeText.Line(element.GetRawText(), MostShown).Replace('`', '\'')}`",
    };
}
