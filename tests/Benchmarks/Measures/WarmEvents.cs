using System.Collections.Immutable;
using System.Text;
using Remediator.Benchmarks.Figures;
using Remediator.Benchmarks.Peers;

namespace Remediator.Benchmarks.Measures;

/// <summary>Events through processes that have already handled some: function and floor in turn, event by event.</summary>
/// <param name="warmUp">Events of each kind before anything counts.</param>
/// <param name="events">Events of each kind that count, in <see cref="Batches"/> batches: each batch gives one median and one 99th percentile.</param>
internal sealed class WarmEvents(int warmUp, int events)
{
    public const int Batches = 5;

    /// <param name="calls">What the function calls for one event; the floor repeats what follows Revoke.</param>
    public ImmutableArray<Row> Measure(ImmutableArray<SeenCall> calls)
    {
        using var function = new Rig(Peer.Function);
        using var floor = new Rig(Peer.Floor with { Telling = string.Join('\n', calls.Skip(1).Select(Line)) });
        function.Start();
        floor.Start();
        var (forbidden, benign) = (new Pair(), new Pair());
        for (var number = -warmUp; number < events; number++)
        {
            Both(function, floor, number, ChangeEvents.Forbidden(number + warmUp), number < 0 ? new Pair() : forbidden, calls.Length);
            Both(function, floor, number, ChangeEvents.Benign(number + warmUp), number < 0 ? new Pair() : benign, 0);
        }

        return
        [
            .. Rows("warm: event to Revoke", forbidden, t => t.EventToRevokeMs),
            .. Rows("warm: event to response", forbidden, t => t.EventToResponseMs),
            .. Rows("warm: benign event to response", benign, t => t.EventToResponseMs),
            Memory(function, floor),
        ];
    }

    private Row Memory(Rig function, Rig floor) => Row.Of($"warm: peak memory, {2 * (warmUp + events)} events", "MiB", [function.PeakMemoryMiB()], [floor.PeakMemoryMiB()]);

    /// <summary>A tab between the parts, as the floor reads them.</summary>
    private static string Line(SeenCall call) =>
        string.Join('\t', call.Service, call.Method, call.Path, call.ContentType, Convert.ToBase64String(Encoding.UTF8.GetBytes(call.Body)));

    private static void Both(Rig function, Rig floor, int turn, string payload, Pair trips, int calls) => Turns.Take(
        turn, () => trips.Function.Add(Counted(function, payload, calls)), () => trips.Floor.Add(Counted(floor, payload, calls)));

    private static Trip Counted(Rig rig, string payload, int calls)
    {
        var trip = rig.Handle(payload);
        return trip.Calls.Length == calls ? trip : throw new BenchmarkException($"the {rig.Name} should have made {calls} calls for the event, and made: {string.Join(", ", trip.Calls.Select(c => c.Operation))}");
    }

    private static IEnumerable<Row> Rows(string what, Pair trips, Func<Trip, double> value) => new[] { 50, 99 }.Select(percent => Row.Of(
        $"{what}, p{percent}", "ms", OfEachBatch(trips.Function, value, percent), OfEachBatch(trips.Floor, value, percent)));

    private static ImmutableArray<double> OfEachBatch(List<Trip> trips, Func<Trip, double> value, int percent) =>
        [.. trips.Chunk((trips.Count + Batches - 1) / Batches).Select(batch => Spread.Percentile(batch.Select(value), percent))];

    private sealed record Pair
    {
        public List<Trip> Function { get; } = [];

        public List<Trip> Floor { get; } = [];
    }
}
