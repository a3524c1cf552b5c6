using System.Globalization;
using System.Text.RegularExpressions;
using Remediator.Incoming;

namespace Remediator.Verdicts.Demands;

/// <summary>The day by which somebody has to look at a permission again: the first date YYYY-MM-DD that a text holds.</summary>
internal static partial class ReviewDate
{
    public static string Expected(string place) => $"a review date YYYY-MM-DD in {place} that is not past";

    /// <param name="place">Where the text stands, for people.</param>
    /// <param name="text">Null: there is none.</param>
    public static Found? Lapse(string place, string? text, DateOnly today)
    {
        if (string.IsNullOrEmpty(text)) return Found.Broken(Expected(place), "nothing");
        if (First(text) is not { } date) return Found.Broken(Expected(place), $"no date in {Quoted.Text(text)}");
        return date < today ? Found.Broken(Expected(place), date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null;
    }

    /// <summary>What only looks like a date (2027-02-30) is none, and so are digits of a longer number.</summary>
    private static DateOnly? First(string text)
    {
        foreach (var match in Dates().EnumerateMatches(text))
            if (DateOnly.TryParseExact(text.AsSpan(match.Index, match.Length), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        return null;
    }

    [GeneratedRegex("(?<![0-9])[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Dates();
}
