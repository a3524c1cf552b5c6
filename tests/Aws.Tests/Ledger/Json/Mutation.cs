using System.Text;
using System.Text.Json.Nodes;

namespace Remediator.Aws.Tests.Ledger.Json;

/// <summary>Breaks a document a little: its bytes, or one of its values.</summary>
internal static class Mutation
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "-1", "0", "1", "7", "2147483648", "-2147483649", "16777216", "4294967296", "1e999", "0.5", "1.0", "99999999999999999999999999", "\"\"", "\"tcp\"", "\"revoked\"",
        "\"\\ud800\"", "\"\\u0000\"", "\"0001-01-01T00:00:00+14:00\"", "\"ffffffffffffffffffffffffffffffffff\"", "[]", "{}", "[[]]", "[null]", "[\"a\"]", "[1,2,3]", "{\"4\":[],\"6\":[]}", "[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]",
    ];

    public static byte[] Of(byte[] bytes, Random random)
    {
        if (bytes.Length == 0 || random.Next(3) == 0) return OfBytes(bytes, random);
        try
        {
            return OfValues(bytes, random);
        }
        catch (Exception broken) when (broken is System.Text.Json.JsonException or InvalidOperationException or ArgumentException)
        {
            return OfBytes(bytes, random);
        }
    }

    private static byte[] OfBytes(byte[] bytes, Random random)
    {
        var at = random.Next(bytes.Length + 1);
        var to = Math.Min(bytes.Length, at + random.Next(20));
        byte[] strange = [.. Enumerable.Range(0, random.Next(4)).Select(_ => (byte)(random.Next(2) == 0 ? random.Next(256) : "{}[],:\"\\0"[random.Next(9)]))];
        return random.Next(3) switch
        {
            0 => [.. bytes[..at], .. strange, .. bytes[at..]],
            1 => [.. bytes[..at], .. strange, .. bytes[to..]],
            _ => bytes[..at],
        };
    }

    private static byte[] OfValues(byte[] bytes, Random random)
    {
        var root = JsonNode.Parse(bytes);
        List<JsonNode> holders = [.. Holders(root)];
        if (holders.Count == 0) return OfBytes(bytes, random);
        var value = JsonNode.Parse(Values[random.Next(Values.Length)]);
        switch (holders[random.Next(holders.Count)])
        {
            case JsonArray array when array.Count > 0 && random.Next(3) > 0: array[random.Next(array.Count)] = value; break;
            case JsonArray array when array.Count > 0 && random.Next(2) > 0: array.RemoveAt(random.Next(array.Count)); break;
            case JsonArray array: array.Add(value); break;
            case JsonObject { Count: > 0 } members when random.Next(3) > 0: members[members.ElementAt(random.Next(members.Count)).Key] = value; break;
            case JsonObject { Count: > 0 } members: members.Remove(members.ElementAt(random.Next(members.Count)).Key); break;
            case JsonObject members: members["strange"] = value; break;
        }

        return Encoding.UTF8.GetBytes(root!.ToJsonString());
    }

    private static IEnumerable<JsonNode> Holders(JsonNode? node) => node switch
    {
        JsonArray array => array.SelectMany(Holders).Prepend(array),
        JsonObject members => members.SelectMany(m => Holders(m.Value)).Prepend(members),
        _ => [],
    };
}
