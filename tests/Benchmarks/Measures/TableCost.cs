using System.Collections.Immutable;
using Remediator.Benchmarks.Figures;
using Remediator.Benchmarks.Peers;

namespace Remediator.Benchmarks.Measures;

/// <summary>What a ledger in a table costs before the first call to EC2: the same function with a table and with its ledger in memory, in
/// turn, event by event.</summary>
/// <param name="warmUp">Events before anything counts.</param>
/// <param name="events">Events that count.</param>
internal sealed class TableCost(int warmUp, int events)
{
    /// <summary>A table far enough away that everything else is small beside it.</summary>
    private static readonly TimeSpan Far = TimeSpan.FromMilliseconds(50);

    public ImmutableArray<Row> Measure()
    {
        using var table = new Rig(Peer.Recording);
        using var memory = new Rig(Peer.Function);
        table.Start();
        memory.Start();
        var near = Trips(table, memory, warmUp, events);
        table.TableDelay = Far;
        var far = Trips(table, memory, 0, Math.Max(5, events / 20));
        return
        [
            Row.Of("warm, table: event to Revoke, p50", "ms", Batches(near.Table), Batches(near.Memory)),
            Row.Of($"warm, table {Far.TotalMilliseconds:0} ms away: event to Revoke, p50", "ms", Batches(far.Table), [.. Enumerable.Repeat(Far.TotalMilliseconds, WarmEvents.Batches)]),
        ];
    }

    private static (List<Trip> Table, List<Trip> Memory) Trips(Rig table, Rig memory, int warmUp, int events)
    {
        var (inTable, inMemory) = (new List<Trip>(), new List<Trip>());
        for (var number = -warmUp; number < events; number++)
        {
            var payload = ChangeEvents.Forbidden(number + warmUp);
            Turns.Take(number, () => Keep(inTable, table.Handle(payload), number), () => Keep(inMemory, memory.Handle(payload), number));
        }

        return (inTable, inMemory);
    }

    private static void Keep(List<Trip> trips, Trip trip, int number)
    {
        if (number >= 0) trips.Add(trip);
    }

    private static ImmutableArray<double> Batches(List<Trip> trips) =>
        [.. trips.Chunk((trips.Count + WarmEvents.Batches - 1) / WarmEvents.Batches).Select(batch => Spread.Percentile(batch.Select(t => t.EventToRevokeMs), 50))];
}
