using Remediator.Findings;

namespace Remediator.Measures;

/// <summary>The groups of an interface, as a set: EC2 promises no order.</summary>
internal static class GroupSets
{
    private const int MostShown = 16;

    public static bool AreSame(ImmutableArray<string> one, ImmutableArray<string> other) => one.ToHashSet(StringComparer.Ordinal).SetEquals(other);

    /// <summary>For people, and safe to show.</summary>
    public static string Text(IEnumerable<string> ids) => string.Join(", ", ids.Order(StringComparer.Ordinal).Take(MostShown).Select(id => $"`{SafeText.Ascii(id, 64)}`"));
}
