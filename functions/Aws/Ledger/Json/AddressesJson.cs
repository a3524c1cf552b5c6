using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Remediator.Network;

namespace Remediator.Aws.Ledger.Json;

/// <summary>A set of addresses: <c>{"4":[first,last,…],"6":["first","last",…]}</c>, IPv6 in hexadecimal digits.</summary>
internal static class AddressesJson
{
    public static void Write(Utf8JsonWriter json, AddressSet addresses)
    {
        json.WriteStartObject();
        json.WriteStartArray("4");
        foreach (var interval in addresses.IPv4.Intervals)
        {
            json.WriteNumberValue(interval.First);
            json.WriteNumberValue(interval.Last);
        }

        json.WriteEndArray();
        json.WriteStartArray("6");
        foreach (var interval in addresses.IPv6.Intervals)
        {
            json.WriteStringValue(interval.First.ToString("x", CultureInfo.InvariantCulture));
            json.WriteStringValue(interval.Last.ToString("x", CultureInfo.InvariantCulture));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static AddressSet Read(Part part) =>
        AddressSet.From(Intervals(part.Member("4"), p => (uint)p.Long(0, uint.MaxValue)), Intervals(part.Member("6"), IPv6));

    private static UInt128 IPv6(Part part) =>
        UInt128.TryParse(part.Text(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var address) ? address : part.Wrong("an address in hexadecimal digits", UInt128.Zero);

    private static IntervalSet<T> Intervals<T>(Part part, Func<Part, T> end)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>, IUnsignedNumber<T>
    {
        var intervals = new List<Interval<T>>();
        T? first = null;
        foreach (var item in part.Items())
        {
            var value = end(item);
            if (first is not { } from) first = value;
            else if (from <= value)
            {
                intervals.Add(new(from, value));
                first = null;
            }
            else item.Wrong("the last of a range, not before its first");
        }

        if (first is not null) part.Wrong("pairs of first and last");
        return IntervalSet<T>.From(intervals);
    }
}
