namespace Remediator.Policies.Selectors;

/// <summary>What is sure of patterns whatever texts there are.</summary>
internal static class PatternLogic
{
    /// <summary>Whether every text that fits the inner one fits the outer one; false also where that is not easily shown.</summary>
    public static bool Covers(Pattern outer, Pattern inner)
    {
        if (outer == inner) return true;
        // Read as a text, the inner one's wildcards are letters, which only wildcards meet. A `?` of the outer one that met a `*` of
        // the inner one would stand for many characters, or for none.
        return !(outer.Text.Contains('?', StringComparison.Ordinal) && inner.Text.Contains('*', StringComparison.Ordinal)) && outer.Matches(inner.Text);
    }

    /// <summary>Whether some text fits both; exact.</summary>
    public static bool Meet(Pattern one, Pattern other)
    {
        // Most patterns are no patterns, and a list of them may be long.
        if (IsText(one)) return other.Matches(one.Text);
        if (IsText(other)) return one.Matches(other.Text);
        // here[j]: the letters of `one` up to i and of `other` up to j can have read the same text.
        var (a, b) = (one.Text, other.Text);
        var here = new bool[b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            var before = here;
            here = new bool[b.Length + 1];
            for (var j = 0; j <= b.Length; j++)
            {
                here[j] = (i == 0 && j == 0)
                    || (i > 0 && a[i - 1] == '*' && before[j])
                    || (j > 0 && b[j - 1] == '*' && here[j - 1])
                    || (i > 0 && j > 0 && ((before[j - 1] && Same(a[i - 1], b[j - 1])) || (a[i - 1] == '*' && here[j - 1]) || (b[j - 1] == '*' && before[j])));
            }
        }

        return here[b.Length];
    }

    private static bool IsText(Pattern pattern) => !pattern.Text.AsSpan().ContainsAny('*', '?');

    private static bool Same(char a, char b) => a == b || a is '*' or '?' || b is '*' or '?';
}
