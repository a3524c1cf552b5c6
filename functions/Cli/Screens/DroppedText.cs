using System.Globalization;
using Remediator.Network;
using Remediator.Verdicts;

namespace Remediator.Cli.Screens;

/// <summary>What trim drops besides the forbidden part.</summary>
internal static class DroppedText
{
    private const int MostListed = 6;

    /// <summary>Null when it is nothing.</summary>
    public static string? Of(Verdict verdict)
    {
        if (verdict.Dropped.IsEmpty) return null;
        var stretches = verdict.Dropped.Services.Stretches;
        var more = stretches.Length > MostListed ? $" and {stretches.Length - MostListed} more" : "";
        return $"would go too, though nobody forbids it: {string.Join(", ", stretches.Take(MostListed))}{more}; {Addresses(verdict.Dropped.Addresses)}";
    }

    private static string Addresses(AddressSet addresses)
    {
        var (ipv4, ipv6) = (addresses.Count(AddressFamily.IPv4), addresses.Count(AddressFamily.IPv6));
        var parts = new List<string>(2);
        if (!ipv4.IsZero) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{ipv4:N0} IPv4 {(ipv4.IsOne ? "address" : "addresses")}"));
        if (!ipv6.IsZero) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{ipv6:N0} IPv6 {(ipv6.IsOne ? "address" : "addresses")}"));
        return string.Join(" and ", parts);
    }
}
