using System.Text;
using System.Text.RegularExpressions;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Ec2;

/// <summary>
/// Filters of a Describe call (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_Filtering.html): all of them hold, each with any of
/// its values; `*` is any characters, `?` one, and a backslash takes both literally. Capitals count.
/// </summary>
internal static class Filters
{
    public static ImmutableArray<(string Name, ImmutableArray<string> Values)> Of(QueryNode query) =>
        [.. query["Filter"].Items.Select(one => (one["Name"].Text ?? "", one["Value"].Items.Select(value => value.Text ?? "").ToImmutableArray()))];

    /// <summary>The query with only those filters that are kept.</summary>
    public static QueryNode Keep(QueryNode query, Func<string, bool> isKept)
    {
        var kept = query["Filter"].Items.Where(one => isKept(one["Name"].Text ?? "")).Select((one, index) => KeyValuePair.Create($"{index + 1}", one));
        return query.Without("Filter").With("Filter", new QueryNode(null, [.. kept]));
    }

    public static bool Match(IEnumerable<string> patterns, string? value) => value is not null && patterns.Any(pattern => Matches(pattern, value));

    private static bool Matches(string pattern, string value)
    {
        var regex = new StringBuilder(@"\A");
        for (var at = 0; at < pattern.Length; at++)
        {
            regex.Append(pattern[at] switch
            {
                '*' => ".*",
                '?' => ".",
                '\\' when at + 1 < pattern.Length => Regex.Escape(pattern[++at].ToString()),
                var letter => Regex.Escape(letter.ToString()),
            });
        }
        return Regex.IsMatch(value, regex.Append(@"\z").ToString(), RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking);
    }
}
