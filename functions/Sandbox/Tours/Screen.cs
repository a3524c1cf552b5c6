namespace Remediator.Sandbox.Tours;

/// <summary>Where the Sandbox writes for a person: colours on a terminal only, and never a control character that is not ours.</summary>
public sealed class Screen(TextWriter writer, bool inColour)
{
    private readonly Lock _lock = new();

    /// <summary>Standard output, in colour when it is a terminal and NO_COLOR (https://no-color.org) is not set.</summary>
    public static Screen OfThisProcess() => new(
        Console.Out,
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb");

    public void Line(string text = "") => Write("", text);

    public void Heading(string text)
    {
        Line();
        Write("1;36", text);
    }

    public void Quiet(string text) => Write("2", text);

    public void Good(string text) => Write("32", text);

    public void Bad(string text) => Write("1;31", text);

    /// <summary>A text that somebody else wrote, in a margin, wrapped between words.</summary>
    public void Quote(string text, int width = 96)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').SelectMany(line => Wrapped(Plain.Text(line, 4000), width)))
            Line("   │ " + line);
    }

    private void Write(string colour, string text)
    {
        lock (_lock)
            writer.WriteLine(inColour && colour.Length > 0 ? $"\e[{colour}m{text}\e[0m" : text);
    }

    private static IEnumerable<string> Wrapped(string line, int width)
    {
        while (line.Length > width && line.LastIndexOf(' ', width) is > 0 and var space)
        {
            yield return line[..space];
            line = line[(space + 1)..];
        }
        yield return line;
    }
}
