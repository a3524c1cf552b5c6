using Remediator.Ledger;

namespace Remediator.Aws.Ledger.Json;

/// <summary>Makes documents fit into an item by leaving out tags, then descriptions too, of all their permissions alike.</summary>
internal static class Shrunk
{
    /// <param name="maxBytes">What the packed document may have.</param>
    public static Fitted Claim(Claim claim, int maxBytes) => Fit(claim.LeftOut, maxBytes, leftOut => LedgerJson.Write(claim with { LeftOut = leftOut }));

    /// <inheritdoc cref="Claim"/>
    public static Fitted Progress(Progress progress, int maxBytes) => Fit(progress.LeftOut, maxBytes, leftOut => LedgerJson.Write(progress with { LeftOut = leftOut }));

    private static Fitted Fit(LeftOut leftOut, int maxBytes, Func<LeftOut, byte[]> write)
    {
        while (true)
        {
            var plain = write(leftOut);
            var packed = Packed.Pack(plain);
            var fits = packed.Length <= maxBytes && plain.Length <= Packed.MostUnpacked;
            if (fits || leftOut == LeftOut.TagsAndDescriptions) return new(packed, leftOut, fits);
            leftOut++;
        }
    }
}
