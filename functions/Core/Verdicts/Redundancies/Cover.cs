using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Verdicts.Redundancies;

/// <summary>The fewest openings that admit all of another: one, if one does; else two; and so on.</summary>
internal sealed class Cover
{
    /// <summary>Steps of the search for the fewest. People's groups need a few; what was made to need more gets a cover that is not
    /// the fewest, without one that is idle.</summary>
    private const int MostSteps = 2_000;

    private readonly Opening[] _candidates;
    private readonly List<Opening> _chosen = [];
    private int _steps;

    private Cover(Opening[] candidates) => _candidates = candidates;

    /// <param name="candidates">Together they admit all of the opening.</param>
    /// <returns>In the candidates' order.</returns>
    public static ImmutableArray<Permission> Of(Opening opening, IEnumerable<Opening> candidates)
    {
        var search = new Cover([.. candidates.Where(c => c.Meets(opening))]);
        for (var most = 1; most < search._candidates.Length && search._steps <= MostSteps; most++)
            if (search.Try(opening.Traffic, most)) return InOrder(search._chosen);
        return InOrder(search.WithoutIdle(opening.Traffic));
    }

    /// <summary>Some chosen one must admit the first piece of what is left: each that does is tried.</summary>
    private bool Try(TrafficSet left, int most)
    {
        if (left.IsEmpty) return true;
        if (most == 0 || ++_steps > MostSteps) return false;
        var first = FirstOf(left);
        foreach (var candidate in _candidates)
        {
            if (!candidate.Traffic.Overlaps(first)) continue;
            _chosen.Add(candidate);
            if (Try(left.Minus(candidate.Traffic), most - 1)) return true;
            _chosen.RemoveAt(_chosen.Count - 1);
        }

        return false;
    }

    private List<Opening> WithoutIdle(TrafficSet all)
    {
        var needed = _candidates.ToList();
        foreach (var candidate in _candidates.Reverse())
            if (needed.Where(c => c != candidate).Aggregate(all, (left, c) => left.Minus(c.Traffic)).IsEmpty) _ = needed.Remove(candidate);
        return needed;
    }

    /// <summary>One service from one address.</summary>
    private static TrafficSet FirstOf(TrafficSet left)
    {
        var (services, addresses) = (left.Slabs[0].Services, left.Slabs[0].Addresses);
        var address = addresses.IPv4.IsEmpty
            ? Cidr.Around(AddressFamily.IPv6, addresses.IPv6.Intervals[0].First, 128)
            : Cidr.Around(AddressFamily.IPv4, addresses.IPv4.Intervals[0].First, 32);
        return TrafficSet.Of(ServiceSet.FromPoints(IntervalSet<uint>.Of(services.First, services.First)), AddressSet.From(address));
    }

    private static ImmutableArray<Permission> InOrder(IEnumerable<Opening> openings) => [.. openings.OrderBy(o => o.Number).Select(o => o.Permission)];
}
