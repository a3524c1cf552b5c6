using Spectre.Console;

namespace Remediator.Cli.Screens;

/// <summary>Where text for people goes. Colours, and breaking lines at the edge, only on a terminal.</summary>
internal sealed class Screen(TextWriter output, bool colours, int? width)
{
    /// <summary>Wider than any line: what is piped into a file is not broken.</summary>
    private const int Unbroken = 100_000;

    private IAnsiConsole? _console;

    public static Screen Of(Surroundings world) => new(world.Out, world.Colours, world.Width);

    private IAnsiConsole Console => _console ??= Create();

    public void Write(Line line)
    {
        if (colours) Console.Write(Painted(line).Append("\n"));
        else output.WriteLine(line);
    }

    public void Blank() => output.WriteLine();

    public void Write(Branch root)
    {
        var tree = new Tree(Painted(root.Line)) { Guide = TreeGuide.Line, Style = Style.Parse("grey") };
        foreach (var below in root.Below) Hang(tree, below);
        Console.Write(tree);
    }

    private static void Hang(IHasTreeNodes parent, Branch branch)
    {
        var node = new TreeNode(Painted(branch.Line));
        foreach (var below in branch.Below) Hang(node, below);
        parent.Nodes.Add(node);
    }

    /// <summary>Not through markup, which somebody's text could write too.</summary>
    private static Paragraph Painted(Line line)
    {
        var paragraph = new Paragraph();
        foreach (var (text, tone) in line.Pieces) paragraph.Append(text, StyleOf(tone));
        return paragraph;
    }

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Strong => new(decoration: Decoration.Bold),
        Tone.Quiet => new(Color.Grey),
        Tone.Bad => new(Color.Red),
        Tone.Good => new(Color.Green),
        Tone.Doubt => new(Color.Yellow),
        _ => Style.Plain,
    };

    private IAnsiConsole Create()
    {
        var console = AnsiConsole.Create(new()
        {
            Ansi = colours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = width ?? Unbroken;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
