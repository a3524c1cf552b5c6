namespace Remediator.Remediations;

/// <summary>One call that changed something, or was meant to: by its AWS request id our own calls are known again.</summary>
/// <param name="Answer">What came back, in a few words.</param>
public sealed record CallMade(string Operation, string? RequestId, string Answer, DateTimeOffset At);
