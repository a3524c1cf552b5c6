namespace Remediator.Ports;

/// <summary>How handing an event to a function ended.</summary>
/// <param name="Problem">Null when it was accepted; else code and message, already shortened and without control characters.</param>
/// <param name="Retryable">Throttled, timed out or a server's fault: the same call may succeed later.</param>
/// <param name="IsAboutEvent">It was refused for what this event is: another one may be accepted.</param>
public sealed record SendAnswer(string? Problem, bool Retryable = false, bool IsAboutEvent = false)
{
    public static readonly SendAnswer Accepted = new((string?)null);

    public bool Succeeded => Problem is null;
}
