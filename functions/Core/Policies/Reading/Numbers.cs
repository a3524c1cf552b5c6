using System.Globalization;
using Remediator.Diagnostics;
using Remediator.Policies.Yaml;

namespace Remediator.Policies.Reading;

/// <summary>Numbers and dates. Null where there is no value, or none that fits, which is then reported.</summary>
internal static class Numbers
{
    public static int? Whole(Node? node, string key, int least, int most, Problems problems) => (int?)Large(node, key, least, most, problems);

    /// <summary>A decimal number without sign, spaces or leading zeros.</summary>
    public static long? Large(Node? node, string key, long least, long most, Problems problems)
    {
        if (node is null) return null;
        if (node is TextNode text && IsPlain(text.Text) && long.TryParse(text.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        return Bad<long>(node, key, string.Create(CultureInfo.InvariantCulture, $"write a whole number from {least} to {most}"), problems);
    }

    /// <summary><c>1-99</c>: both ends included, upwards.</summary>
    public static (int From, int To)? Range(TextNode text, string key, int least, int most, Problems problems)
    {
        var ends = text.Text.Split('-');
        if (ends.Length == 2 && End(ends[0]) is { } from && End(ends[1]) is { } to && from <= to) return (from, to);
        return Bad<(int, int)>(text, key, string.Create(CultureInfo.InvariantCulture, $"write both ends, such as `1-99`, upwards and within {least} and {most}"), problems);

        int? End(string digits) => IsPlain(digits) && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var end) && end >= least && end <= most ? end : null;
    }

    /// <summary>GuardDuty's severity: 1 to 10, with decimals
    /// (https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-severity.html).</summary>
    public static double? ThreatSeverity(Node? node, Problems problems)
    {
        if (node is null) return null;
        if (node is TextNode text && text.Text.Length <= 8 && double.TryParse(text.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 10) return number;
        return Bad<double>(node, "severity", "write a number from 0 to 10, such as `7` or `8.5`, as GuardDuty gives them", problems);
    }

    /// <summary><c>/24</c>.</summary>
    public static int? PrefixLength(Node? node, string key, int most, Problems problems)
    {
        if (node is null) return null;
        if (node is TextNode { Text: ['/', .. var digits] } && IsPlain(digits) && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length <= most) return length;
        return Bad<int>(node, key, string.Create(CultureInfo.InvariantCulture, $"write a prefix length from `/0` to `/{most}`"), problems);
    }

    /// <summary><c>2027-01-31</c>.</summary>
    public static DateOnly? Date(Node? node, string key, Problems problems)
    {
        if (node is null) return null;
        if (node is TextNode text && DateOnly.TryParseExact(text.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        problems.Add(Codes.BadDate, node.Place, $"`{key}` is {Shown(node)}, which is no date", "write it as year, month and day: `2027-01-31`");
        return null;
    }

    private static T? Bad<T>(Node node, string key, string help, Problems problems)
        where T : struct
    {
        problems.Add(Codes.BadNumber, node.Place, $"`{key}` is {Shown(node)}, which is no number that fits", help);
        return null;
    }

    private static string Shown(Node node) => node is TextNode text ? UserText.Quote(text.Text) : node.Shape;

    private static bool IsPlain(string digits) => digits.Length is > 0 and <= 19 && (digits.Length == 1 || digits[0] != '0');
}
