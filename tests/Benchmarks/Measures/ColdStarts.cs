using System.Collections.Immutable;
using System.Web;
using Remediator.Benchmarks.Figures;
using Remediator.Benchmarks.Peers;

namespace Remediator.Benchmarks.Measures;

/// <summary>Process start to the first byte of Revoke, with the event already waiting; function and floor in turn, since the machine is shared.</summary>
internal static class ColdStarts
{
    /// <param name="runs">Starts of each, after one of each that is not counted (files come from the disk then).</param>
    /// <returns>The rows, and the calls that the function made for one event.</returns>
    public static (ImmutableArray<Row> Rows, ImmutableArray<SeenCall> Calls) Measure(int runs)
    {
        var (function, floor) = (new List<Start>(), new List<Start>());
        for (var run = 0; run <= runs; run++)
        {
            var payload = ChangeEvents.Forbidden(run);
            Turns.Take(run, () => function.Add(Once(Peer.Function, payload)), () => floor.Add(Once(Peer.Floor, payload)));
            MustBeEqual(function[^1].Trip.Revoke, floor[^1].Trip.Revoke);
        }

        return ([
            Row.Of("cold: process start to Revoke", "ms", Values(function, s => s.Trip.StartToRevokeMs), Values(floor, s => s.Trip.StartToRevokeMs)),
            Row.Of("cold: processor time, one event", "ms", Values(function, s => s.ProcessorMs), Values(floor, s => s.ProcessorMs)),
            Row.Of("cold: peak memory, one event", "MiB", Values(function, s => s.PeakMiB), Values(floor, s => s.PeakMiB)),
        ], function[^1].Trip.Calls);
    }

    private static Start Once(Peer peer, string payload)
    {
        using var rig = new Rig(peer);
        var trip = rig.StartWith(payload);
        return new(trip, rig.ProcessorMs(), rig.PeakMemoryMiB());
    }

    private static ImmutableArray<double> Values(List<Start> starts, Func<Start, double> value) => [.. starts.Skip(1).Select(value)];

    private static void MustBeEqual(SeenCall function, SeenCall floor)
    {
        if (Fields(function) != Fields(floor)) throw new BenchmarkException($"the floor should send what the function sends, `{Fields(function)}`, and sends `{Fields(floor)}`");
    }

    private static string Fields(SeenCall call)
    {
        var form = HttpUtility.ParseQueryString(call.Body);
        return string.Join('&', form.AllKeys.Order(StringComparer.Ordinal).Select(key => $"{key}={form[key]}"));
    }

    private sealed record Start(Trip Trip, double ProcessorMs, double PeakMiB);
}
