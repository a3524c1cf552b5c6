namespace Remediator.Ports;

/// <summary>How a call to the world ended when it has nothing more to say than that.</summary>
/// <param name="Retryable">Throttled, timed out or a server's fault: the same call may succeed later.</param>
/// <param name="Problem">Null when it succeeded; else code and message, already shortened and without control characters.</param>
public sealed record Answer(string? Problem, bool Retryable)
{
    public static readonly Answer Ok = new(null, false);

    public bool Succeeded => Problem is null;
}
