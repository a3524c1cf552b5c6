namespace Remediator.Cli.Screens;

/// <summary>How a piece of text is meant; only a terminal shows it.</summary>
internal enum Tone
{
    Plain,
    Strong,
    Quiet,
    Bad,
    Good,
    Doubt,
}
