using Remediator.Incoming;

namespace Remediator.Threats;

/// <summary>Ids of AWS resources in a finding. They go into calls: nothing but what ids are made of passes.</summary>
internal static class FindingIds
{
    private const int Longest = 64;

    public static string? Interface(JsonCursor? place, List<string> problems) => Checked(place, "eni-", "an interface's id such as `eni-0123456789abcdef0`", problems);

    public static string? Instance(JsonCursor? place, List<string> problems) => Checked(place, "i-", "an instance's id such as `i-0123456789abcdef0`", problems);

    public static string? Vpc(JsonCursor? place, List<string> problems) => Checked(place, "", "a VPC's id such as `vpc-0123456789abcdef0`", problems);

    public static string? Subnet(JsonCursor? place, List<string> problems) => Checked(place, "", "a subnet's id such as `subnet-0123456789abcdef0`", problems);

    public static string? Group(JsonCursor? place, List<string> problems) => Checked(place, "", "a group's id such as `sg-0123456789abcdef0`", problems);

    /// <summary>The last part of an ARN or of an id that is written as a path, when it is an id with this beginning; else null.</summary>
    public static string? Last(string? text, string prefix)
    {
        var last = text?[(text.LastIndexOfAny(['/', ':']) + 1)..];
        return last is not null && IsId(last, prefix) ? last : null;
    }

    private static string? Checked(JsonCursor? place, string prefix, string expected, List<string> problems)
    {
        if (place is null) return null;
        if (place.Text() is { } text && IsId(text, prefix)) return text;
        problems.Add(place.Not(expected));
        return null;
    }

    private static bool IsId(string text, string prefix) =>
        text.Length <= Longest && text.Length > prefix.Length && text.StartsWith(prefix, StringComparison.Ordinal) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
