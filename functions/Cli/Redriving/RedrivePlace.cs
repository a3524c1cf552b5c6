namespace Remediator.Cli.Redriving;

/// <summary>From where to where events are sent again.</summary>
/// <param name="Queue">The dead-letter queue's URL.</param>
/// <param name="Function">The function's name or ARN.</param>
/// <param name="Region">Of both.</param>
public sealed record RedrivePlace(string Queue, string Function, string Region);
