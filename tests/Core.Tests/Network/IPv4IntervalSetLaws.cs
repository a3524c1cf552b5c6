using FsCheck;
using Remediator.Network;

namespace Remediator.Core.Tests.Network;

public sealed class IPv4IntervalSetLaws : AlgebraLaws<IntervalSet<uint>>
{
    protected override Gen<IntervalSet<uint>> Sets => RandomSets.IPv4;

    protected override IntervalSet<uint> Nothing => IntervalSet<uint>.Empty;

    protected override IntervalSet<uint> Everything => IntervalSet<uint>.Of(0, uint.MaxValue);

    protected override IntervalSet<uint> Union(IntervalSet<uint> a, IntervalSet<uint> b) => a.Union(b);

    protected override IntervalSet<uint> Intersect(IntervalSet<uint> a, IntervalSet<uint> b) => a.Intersect(b);

    protected override IntervalSet<uint> Minus(IntervalSet<uint> a, IntervalSet<uint> b) => a.Minus(b);

    protected override bool Covers(IntervalSet<uint> a, IntervalSet<uint> b) => a.Covers(b);

    protected override bool Overlaps(IntervalSet<uint> a, IntervalSet<uint> b) => a.Overlaps(b);
}
