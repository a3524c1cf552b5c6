using System.Globalization;
using System.Numerics;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Remediations;
using Remediator.Verdicts;

namespace Remediator.Findings;

/// <summary>What a trim keeps, and what goes with the forbidden part though nobody forbade it.</summary>
internal static class TrimText
{
    private const int MostParts = 3;

    /// <summary>Whether the verdict asks for narrower permissions in place of the wide one.</summary>
    public static bool IsTrim(Verdict verdict) => verdict.AsksForTrim || verdict.WouldTrim;

    public static IEnumerable<string> Lines(Handled handled, GroupKey own)
    {
        var (pieces, isDone) = (handled.Verdict.Remainder, handled.Outcome == Outcome.Trimmed);
        if (pieces.IsEmpty || handled.Outcome is Outcome.Revoked or Outcome.OpenedAgain) yield break;
        yield return isDone ? "remains:" : "would remain:";
        foreach (var piece in pieces.Take(NoticeWhat.MostListed)) yield return $"+ {PermissionText.Of(piece, own)}";
        if (NoticeWhat.More(pieces.Length, "permission") is { } more) yield return more;
        if (Dropped(handled.Verdict) is { } dropped) yield return $"{(isDone ? "went" : "would go")} too, though no rule forbids it: {dropped}";
    }

    /// <summary>As <see cref="Lines"/>, for one sentence.</summary>
    public static string? Sentence(Handled handled, GroupKey own)
    {
        var (pieces, isDone) = (handled.Verdict.Remainder, handled.Outcome == Outcome.Trimmed);
        if (pieces.IsEmpty || handled.Outcome is Outcome.Revoked or Outcome.OpenedAgain) return null;
        var more = pieces.Length > MostParts ? string.Create(CultureInfo.InvariantCulture, $" and {pieces.Length - MostParts} more") : "";
        var dropped = Dropped(handled.Verdict) is { } text ? $" {(isDone ? "Went" : "Would go")} too, though no rule forbids it: {text}." : "";
        return $"{(isDone ? "Remains" : "Would remain")}: {string.Join("; ", pieces.Take(MostParts).Select(p => PermissionText.Of(p, own)))}{more}.{dropped}";
    }

    /// <summary>Services with the count of the addresses that they had; the count is left out where nobody knows the peer's addresses.</summary>
    private static string? Dropped(Verdict verdict)
    {
        if (verdict.Dropped.IsEmpty) return null;
        var areKnown = verdict.Permission.Peer is Peer.Block || !(verdict.IPv4Addresses + verdict.IPv6Addresses).IsZero;
        if (!areKnown) return ExtentText.Services(verdict.Dropped.Services);
        var parts = verdict.Dropped.Slabs.Select(slab => slab.Addresses).Distinct()
            .OrderByDescending(Count)
            .Select(addresses => $"{ExtentText.Services(Having(verdict.Dropped, addresses))} of {ExtentText.Counts(addresses)}").ToList();
        return string.Join("; ", parts.Take(MostParts)) + (parts.Count > MostParts ? "; and more" : "");
    }

    private static BigInteger Count(AddressSet addresses) => addresses.Count(AddressFamily.IPv4) + addresses.Count(AddressFamily.IPv6);

    /// <summary>The services that have just these addresses.</summary>
    private static ServiceSet Having(TrafficSet traffic, AddressSet addresses) =>
        traffic.Slabs.Where(slab => slab.Addresses.Equals(addresses))
            .Aggregate(ServiceSet.Empty, (sum, slab) => sum.Union(ServiceSet.FromPoints(IntervalSet<uint>.Of(slab.Services.First, slab.Services.Last))));
}
