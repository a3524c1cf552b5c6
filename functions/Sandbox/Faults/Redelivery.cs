namespace Remediator.Sandbox.Faults;

/// <summary>What EventBridge may make of events: at least once, and in any order.</summary>
public static class Redelivery
{
    /// <summary>Each event one to <paramref name="most"/> times, all in an order that the seed gives.</summary>
    public static ImmutableArray<string> Of(IEnumerable<string> events, int most, int seed)
    {
        var random = new Random(seed);
        var all = events.SelectMany(one => Enumerable.Repeat(one, random.Next(1, most + 1))).ToArray();
        random.Shuffle(all);
        return [.. all];
    }
}
