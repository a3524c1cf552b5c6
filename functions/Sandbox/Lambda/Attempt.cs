using System.Diagnostics;

namespace Remediator.Sandbox.Lambda;

/// <summary>One run of the function for one event.</summary>
/// <param name="Succeeded">False: the function reported an error, ended, or took too long.</param>
/// <param name="Answer">The function's response, or what it (or its end) said about the error.</param>
/// <param name="At">A Stopwatch timestamp: when the event was handed out.</param>
/// <param name="Took">From handing out the event to the answer.</param>
public sealed record Attempt(bool Succeeded, string Answer, long At, TimeSpan Took)
{
    /// <summary>It never ran: there is no function.</summary>
    internal static Attempt None(string why) => new(false, why, Stopwatch.GetTimestamp(), TimeSpan.Zero);
}
