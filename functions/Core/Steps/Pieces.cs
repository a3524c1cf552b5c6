using System.Numerics;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Remediations;

namespace Remediator.Steps;

/// <summary>The pieces that remain of a trimmed permission, and what is told of those that do not.</summary>
internal static class Pieces
{
    private const string Reserved = "aws:";
    private const int MostShown = 5;

    /// <summary>With the description and the tags that the wide rule has, as a read showed it; tags that nobody may write are left out.</summary>
    public static ImmutableArray<Permission> Of(Trimming trim, Permission wide) =>
    [
        .. trim.Pieces.Select(p => p with { RuleId = null, Description = wide.Description, Tags = [.. wide.Tags.Where(t => !IsReserved(t.Key))] }),
    ];

    /// <summary>What of the wide permission could not be kept; null when all was.</summary>
    public static string? Detail(Permission wide, Creation creation)
    {
        var tags = wide.Tags.Where(t => IsReserved(t.Key)).Select(t => $"`{t.Key}`").ToList();
        var lostTags = tags.Count == 0 ? null : $"its tags {string.Join(", ", tags.Take(MostShown))} are AWS's own and could not be written to the pieces";
        var lost = creation.NotCreated.IsEmpty ? null : $"{NotThere(creation.NotCreated)}, because {creation.WhyNot}";
        return Join(lost, lostTags);
    }

    public static string NotThere(ImmutableArray<Permission> pieces)
    {
        var more = pieces.Length > MostShown ? $" and {pieces.Length - MostShown} more" : "";
        return $"{string.Join(", ", pieces.Take(MostShown).Select(p => $"`{p.Content}`"))}{more} could not be kept";
    }

    public static string? Join(string? first, string? second) => first is null ? second : second is null ? first : $"{first}; {second}";

    /// <summary>How much a piece lets through: services times addresses; a group or a prefix list counts as one address.</summary>
    public static BigInteger Size(Permission piece)
    {
        var services = piece.Services.Points.Intervals.Aggregate(BigInteger.Zero, (sum, i) => sum + i.Last - i.First + 1);
        return services * (piece.Peer is Peer.Block block ? AddressSet.From(block.Cidr).Count(block.Cidr.Family) : BigInteger.One);
    }

    private static bool IsReserved(string key) => key.StartsWith(Reserved, StringComparison.OrdinalIgnoreCase);
}
