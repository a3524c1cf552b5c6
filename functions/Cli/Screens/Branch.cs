namespace Remediator.Cli.Screens;

/// <summary>A line with what hangs below it.</summary>
internal sealed record Branch(Line Line)
{
    public List<Branch> Below { get; } = [];

    public Branch Add(Line line)
    {
        var branch = new Branch(line);
        Below.Add(branch);
        return branch;
    }

    public Branch Add(string text, Tone tone = Tone.Plain) => Add(Line.Of(text, tone));
}
