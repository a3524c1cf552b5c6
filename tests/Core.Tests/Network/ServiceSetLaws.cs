using FsCheck;
using Remediator.Network;

namespace Remediator.Core.Tests.Network;

public sealed class ServiceSetLaws : AlgebraLaws<ServiceSet>
{
    protected override Gen<ServiceSet> Sets => RandomSets.Services;

    protected override ServiceSet Nothing => ServiceSet.Empty;

    protected override ServiceSet Everything => ServiceSet.All;

    protected override ServiceSet Union(ServiceSet a, ServiceSet b) => a.Union(b);

    protected override ServiceSet Intersect(ServiceSet a, ServiceSet b) => a.Intersect(b);

    protected override ServiceSet Minus(ServiceSet a, ServiceSet b) => a.Minus(b);

    protected override bool Covers(ServiceSet a, ServiceSet b) => a.Covers(b);

    protected override bool Overlaps(ServiceSet a, ServiceSet b) => a.Overlaps(b);
}
