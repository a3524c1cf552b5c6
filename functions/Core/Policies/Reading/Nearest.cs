using Remediator.Diagnostics;

namespace Remediator.Policies.Reading;

/// <summary>"Did you mean": the known word that is the fewest edits away. Only short words and the first few hundred are compared, so
/// that a hostile file cannot make this slow.</summary>
internal static class Nearest
{
    private const int LongestCompared = 32;
    private const int MostCompared = 300;

    /// <summary>A help line: the near miss when there is one, else what is known.</summary>
    public static string Help(string written, IReadOnlyCollection<string> known, string otherwise) =>
        To(written, known) is { } near ? $"did you mean {UserText.Quote(near)}?" : otherwise;

    /// <summary>The closest word, when at most a third of the letters differ; small and capital letters are the same here.</summary>
    public static string? To(string written, IEnumerable<string> known)
    {
        if (written.Length is 0 or > LongestCompared) return null;
        var (best, fewest) = ((string?)null, Math.Max(1, written.Length / 3) + 1);
        foreach (var word in known.Take(MostCompared))
        {
            if (Math.Abs(word.Length - written.Length) >= fewest || word.Length > LongestCompared) continue;
            var edits = Edits(written.ToLowerInvariant(), word.ToLowerInvariant());
            if (edits < fewest) (best, fewest) = (word, edits);
        }

        return best;
    }

    /// <summary>Letters to add, drop, change, or swap with a neighbour (optimal string alignment).</summary>
    private static int Edits(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) cost[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) cost[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j] + 1, cost[i, j - 1] + 1), cost[i - 1, j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }

        return cost[a.Length, b.Length];
    }
}
