using Remediator.Network;

namespace Remediator.Verdicts;

/// <summary>What a rule forbids of one permission in one situation, before waivers.</summary>
/// <remarks>INVARIANT: all four lie within the permission's traffic, and <paramref name="Surely"/> within <paramref name="AtMost"/>.</remarks>
/// <param name="Surely">Forbidden whatever a read may show.</param>
/// <param name="AtMost">Forbidden, or perhaps; never empty.</param>
/// <param name="Denied">What <c>deny</c> names, without what is perhaps allowed.</param>
/// <param name="Allowed">What <c>unless</c> surely allows.</param>
/// <param name="Doubts">Everything that was not known, whether it matters or not.</param>
internal sealed record Meeting(TrafficSet Surely, TrafficSet AtMost, TrafficSet Denied, TrafficSet Allowed, ImmutableArray<Doubt> Doubts)
{
    /// <summary>See <see cref="Reason.Outdated"/>.</summary>
    public bool Outdated { get; init; }

    /// <summary>See <see cref="Reason.OnlyTells"/>.</summary>
    public bool OnlyTells { get; init; }

    /// <summary>The doubts on which the difference between surely and at most hangs.</summary>
    public IEnumerable<Doubt> Matter()
    {
        if (Surely.Equals(AtMost)) return [];
        var open = AtMost.Minus(Surely);
        return Doubts.Where(doubt => doubt.About is null || doubt.About.Overlaps(open));
    }
}
