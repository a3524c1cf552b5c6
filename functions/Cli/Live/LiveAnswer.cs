using System.Text.Json;
using Remediator.Cli.Inputs;
using Remediator.Cli.Screens;

namespace Remediator.Cli.Live;

/// <summary>How a verb on a live account ended: the same told to people and to programs.</summary>
/// <param name="Lines">For people, on standard output: what was done.</param>
/// <param name="Fill">The fields of the document before <c>refusals</c> and <c>diagnostics</c>, the same ones however it ended.</param>
internal sealed record LiveAnswer(ImmutableArray<Line> Lines, Action<Utf8JsonWriter> Fill)
{
    /// <summary>Why it was refused, each with what to do; nothing was changed, unless the lines say so.</summary>
    public ImmutableArray<Problem> Refusals { get; init; } = [];

    /// <summary>What could not be done or read.</summary>
    public ImmutableArray<Problem> Problems { get; init; } = [];

    public int Exit => Problems.Any(p => p.IsError) ? ExitCode.CouldNotRun : Refusals.IsEmpty ? ExitCode.Clean : ExitCode.Refused;

    public static LiveAnswer Refused(Action<Utf8JsonWriter> fill, params ImmutableArray<Problem> refusals) => new([], fill) { Refusals = refusals };

    public static LiveAnswer Failed(Action<Utf8JsonWriter> fill, params ImmutableArray<Problem> problems) => new([], fill) { Problems = problems };
}
