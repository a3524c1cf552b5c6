using FsCheck;
using Remediator.Network;

namespace Remediator.Core.Tests.Network;

public sealed class IPv6IntervalSetLaws : AlgebraLaws<IntervalSet<UInt128>>
{
    protected override Gen<IntervalSet<UInt128>> Sets => RandomSets.IPv6;

    protected override IntervalSet<UInt128> Nothing => IntervalSet<UInt128>.Empty;

    protected override IntervalSet<UInt128> Everything => IntervalSet<UInt128>.Of(0, UInt128.MaxValue);

    protected override IntervalSet<UInt128> Union(IntervalSet<UInt128> a, IntervalSet<UInt128> b) => a.Union(b);

    protected override IntervalSet<UInt128> Intersect(IntervalSet<UInt128> a, IntervalSet<UInt128> b) => a.Intersect(b);

    protected override IntervalSet<UInt128> Minus(IntervalSet<UInt128> a, IntervalSet<UInt128> b) => a.Minus(b);

    protected override bool Covers(IntervalSet<UInt128> a, IntervalSet<UInt128> b) => a.Covers(b);

    protected override bool Overlaps(IntervalSet<UInt128> a, IntervalSet<UInt128> b) => a.Overlaps(b);
}
