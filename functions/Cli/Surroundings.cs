using Remediator.Cli.Live;
using Remediator.Cli.Redriving;

namespace Remediator.Cli;

/// <summary>What the program gets from its process: nothing below Program.cs asks for it elsewhere.</summary>
/// <param name="OpenInput">Standard input, opened once at most.</param>
public sealed record Surroundings(TextWriter Out, TextWriter Error, Func<Stream> OpenInput, TimeProvider Clock)
{
    /// <summary>Standard output is a terminal, and nobody asked for no colours.</summary>
    public bool Colours { get; init; }

    /// <summary>Columns of the terminal; null where standard output is none, and then no line is broken.</summary>
    public int? Width { get; init; }

    /// <summary>A variable of the environment; null when it is not set.</summary>
    public Func<string, string?> Environment { get; init; } = static _ => null;

    /// <summary>Reaches a live account; calls nothing yet. Null: this process reaches none, and works offline only.</summary>
    public Func<LivePlace, LivePorts>? Connect { get; init; }

    /// <summary>Reaches a dead-letter queue and a function; calls nothing yet. Null: this process reaches none.</summary>
    public Func<RedrivePlace, RedrivePorts>? ConnectQueue { get; init; }
}
