namespace Remediator.Core.Tests.Policies;

/// <summary>functions/Core/Policies/REFERENCE.md, taken apart.</summary>
internal static class Reference
{
    private static readonly string Text = File.ReadAllText(Path.Combine(PolicyText.SampleFolder, "..", "REFERENCE.md"));

    /// <summary>The lines of the section under a heading, up to the next of its rank.</summary>
    public static IReadOnlyList<string> Section(string heading)
    {
        var lines = Text.Split('\n');
        var start = Array.IndexOf(lines, $"## {heading}");
        Assert.True(start >= 0, $"the reference has no section `{heading}`");
        return [.. lines.Skip(start + 1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))];
    }

    /// <summary>The rows of the tables in some lines, each as its cells; heads and rules left out.</summary>
    public static IReadOnlyList<string[]> Rows(IEnumerable<string> lines)
    {
        var all = lines.ToList();
        return [.. all.Where((line, i) => IsRow(line) && !IsHead(all, i)).Select(line => line.Trim('|').Split(" | ").Select(cell => cell.Trim()).ToArray())];
    }

    /// <summary>Each example in YAML: the line at which it begins, and its text.</summary>
    public static IEnumerable<(int Line, string Yaml)> Examples()
    {
        var lines = Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] != "```yaml") continue;
            var end = Array.IndexOf(lines, "```", i + 1);
            yield return (i + 2, string.Join('\n', lines[(i + 1)..end]) + "\n");
            i = end;
        }
    }

    private static bool IsRow(string line) => line.StartsWith("| ", StringComparison.Ordinal);

    private static bool IsHead(List<string> lines, int i) => i + 1 < lines.Count && lines[i + 1].StartsWith("|---", StringComparison.Ordinal);
}
