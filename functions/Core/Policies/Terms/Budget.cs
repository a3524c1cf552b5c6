using Remediator.Diagnostics;
using Remediator.Policies.Reading;

namespace Remediator.Policies.Terms;

/// <summary>Bounds the work of one reading. The unit is a piece: one interval of addresses or services that a set operation makes.</summary>
/// <remarks>Twenty thousand blocks in the exceptions of a hundred rules are six million pieces, and are read; one MiB of hostile
/// text could ask for billions.</remarks>
internal sealed class Budget(Problems problems)
{
    private const long Most = 10_000_000;
    private long left = Most;

    /// <summary>False when this is more than is left; reported once.</summary>
    public bool Spend(long pieces, Place place)
    {
        if (left < 0) return false;
        left -= pieces;
        if (left >= 0) return true;
        problems.Add(Codes.TooComplex, place, "the sets of this policy have too many pieces from here on", "use wider blocks and ranges, or split the policy");
        return false;
    }
}
