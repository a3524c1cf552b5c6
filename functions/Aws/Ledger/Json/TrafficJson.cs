using System.Text.Json;
using Remediator.Network;

namespace Remediator.Aws.Ledger.Json;

/// <summary>A set of traffic as its slabs: <c>[first point, last point, number of addresses, …]</c>, and a set of services as the points
/// of the axis: <c>[first, last, …]</c>.</summary>
internal static class TrafficJson
{
    public static void Write(Utf8JsonWriter json, TrafficSet traffic, LedgerDocument to)
    {
        json.WriteStartArray();
        foreach (var slab in traffic.Slabs)
        {
            json.WriteNumberValue(slab.Services.First);
            json.WriteNumberValue(slab.Services.Last);
            json.WriteNumberValue(to.Addresses(slab.Addresses));
        }

        json.WriteEndArray();
    }

    public static TrafficSet? Read(Part part, LedgerReader from)
    {
        Part[] numbers = [.. part.Items()];
        if (numbers.Length % 3 != 0) return part.Wrong<TrafficSet?>("three numbers for each slab", null);
        var slabs = new List<TrafficSlab>();
        for (var i = 0; i < numbers.Length && part.IsSound; i += 3)
            if (Points(numbers[i], numbers[i + 1]) is { } points) slabs.Add(new(points, from.Addresses(numbers[i + 2])));
        return TrafficSet.FromSlabs([.. slabs]) ?? part.Wrong<TrafficSet?>("slabs that ascend", null);
    }

    public static void Write(Utf8JsonWriter json, string name, ServiceSet services)
    {
        json.WriteStartArray(name);
        foreach (var points in services.Points.Intervals)
        {
            json.WriteNumberValue(points.First);
            json.WriteNumberValue(points.Last);
        }

        json.WriteEndArray();
    }

    public static ServiceSet ReadServices(Part part)
    {
        Part[] numbers = [.. part.Items()];
        if (numbers.Length % 2 != 0) return part.Wrong("two numbers for each range", ServiceSet.Empty);
        var all = new List<Interval<uint>>();
        for (var i = 0; i < numbers.Length && part.IsSound; i += 2)
            if (Points(numbers[i], numbers[i + 1]) is { } points) all.Add(points);
        return ServiceSet.FromPoints(IntervalSet<uint>.From(all));
    }

    private static Interval<uint>? Points(Part first, Part last)
    {
        var (from, to) = (first.Int(0, (int)ServiceSet.Last), last.Int(0, (int)ServiceSet.Last));
        if (from > to) last.Wrong("the last of a range, not before its first");
        return from <= to ? new((uint)from, (uint)to) : null;
    }
}
