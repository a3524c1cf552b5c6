using FsCheck;
using Remediator.Network;

namespace Remediator.Core.Tests.Network;

public sealed class AddressSetLaws : AlgebraLaws<AddressSet>
{
    protected override Gen<AddressSet> Sets => RandomSets.Addresses;

    protected override AddressSet Nothing => AddressSet.Empty;

    protected override AddressSet Everything => AddressSet.All;

    protected override AddressSet Union(AddressSet a, AddressSet b) => a.Union(b);

    protected override AddressSet Intersect(AddressSet a, AddressSet b) => a.Intersect(b);

    protected override AddressSet Minus(AddressSet a, AddressSet b) => a.Minus(b);

    protected override bool Covers(AddressSet a, AddressSet b) => a.Covers(b);

    protected override bool Overlaps(AddressSet a, AddressSet b) => a.Overlaps(b);
}
