using System.Globalization;
using System.Numerics;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Verdicts;

namespace Remediator.Findings;

/// <summary>How much of the world a permission let in: exact counts, and the share of the internet as a person reads it.</summary>
public static class ExtentText
{
    private const int MostServices = 10;

    /// <summary>Null where nothing can be said beyond the permission itself: all of it is forbidden, and its peer has no addresses
    /// that anybody knows (a group, a prefix list that was not read).</summary>
    public static string? Of(Verdict verdict)
    {
        var parts = new[] { Services(verdict), Addresses(verdict) }.OfType<string>().ToList();
        return parts.Count == 0 ? null : string.Join("; ", parts);
    }

    /// <summary>Never rounded up: only all of it is called all.</summary>
    public static string Percent(double share) => share switch
    {
        >= 1 => "all",
        > 0.999 => "more than 99.9%",
        >= 0.1 => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(share * 1000) / 10:0.#}%"),
        >= 0.0001 => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(share * 10000) / 100:0.##}%"),
        > 0 => "less than 0.01%",
        _ => "none",
    };

    /// <summary>The forbidden services, where they are not all that the permission opens.</summary>
    private static string? Services(Verdict verdict)
    {
        var forbidden = verdict.Forbidden.Services;
        return forbidden.IsEmpty || forbidden.Equals(verdict.Permission.Services) ? null : Services(forbidden);
    }

    /// <summary>The first few services, and how many more there are.</summary>
    internal static string Services(ServiceSet services)
    {
        var stretches = services.Stretches;
        var more = stretches.Length > MostServices ? string.Create(CultureInfo.InvariantCulture, $" and {stretches.Length - MostServices} more") : "";
        return $"{string.Join(", ", stretches.Take(MostServices))}{more}";
    }

    /// <summary>How many addresses of each family; empty for none.</summary>
    internal static string Counts(AddressSet addresses) => Counts(addresses.Count(AddressFamily.IPv4), addresses.Count(AddressFamily.IPv6));

    private static string? Addresses(Verdict verdict) =>
        Counts(verdict.IPv4Addresses, verdict.IPv6Addresses) is { Length: > 0 } counts ? $"{counts}, {Share(verdict)}" : null;

    private static string Counts(BigInteger ipv4, BigInteger ipv6)
    {
        var counts = new List<string>(2);
        if (!ipv4.IsZero) counts.Add(Count(ipv4, "IPv4"));
        if (!ipv6.IsZero) counts.Add(Count(ipv6, "IPv6"));
        return string.Join(" and ", counts);
    }

    private static string Share(Verdict verdict)
    {
        var family = (verdict.Permission.Peer as Peer.Block)?.Cidr.Family switch
        {
            AddressFamily.IPv4 => "IPv4 internet",
            AddressFamily.IPv6 => "IPv6 internet",
            _ => "internet",
        };
        return verdict.ShareOfInternet > 0 ? $"{Percent(verdict.ShareOfInternet)} of the {family}" : "none of them on the internet";
    }

    private static string Count(BigInteger count, string family) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {family} {(count.IsOne ? "address" : "addresses")}");
}
