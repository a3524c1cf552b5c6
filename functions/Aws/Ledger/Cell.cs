using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Remediator.Aws.Ledger;

/// <summary>A value as the table keeps it. Times are numbers of milliseconds since 1970.</summary>
internal static class Cell
{
    public static AttributeValue Of(string text) => new() { S = text };

    public static AttributeValue Of(long number) => new() { N = number.ToString(CultureInfo.InvariantCulture) };

    public static AttributeValue Of(bool truth) => new() { BOOL = truth };

    public static AttributeValue Of(DateTimeOffset time) => Of(time.ToUnixTimeMilliseconds());

    public static AttributeValue Of(byte[] bytes) => new() { B = new MemoryStream(bytes, writable: false) };

    /// <param name="marks">At least one: the table keeps no empty set.</param>
    public static AttributeValue Of(ImmutableHashSet<string> marks) => new() { SS = [.. marks] };

    /// <summary>For TTL, which counts in seconds.</summary>
    public static AttributeValue Expiry(DateTimeOffset time) => Of(time.ToUnixTimeSeconds());
}
