using FsCheck;
using Remediator.Network;

namespace Remediator.Core.Tests.Network;

public sealed class TrafficSetLaws : AlgebraLaws<TrafficSet>
{
    protected override Gen<TrafficSet> Sets => RandomSets.Traffic;

    protected override TrafficSet Nothing => TrafficSet.Empty;

    protected override TrafficSet Everything => TrafficSet.All;

    protected override TrafficSet Union(TrafficSet a, TrafficSet b) => a.Union(b);

    protected override TrafficSet Intersect(TrafficSet a, TrafficSet b) => a.Intersect(b);

    protected override TrafficSet Minus(TrafficSet a, TrafficSet b) => a.Minus(b);

    protected override bool Covers(TrafficSet a, TrafficSet b) => a.Covers(b);

    protected override bool Overlaps(TrafficSet a, TrafficSet b) => a.Overlaps(b);
}
