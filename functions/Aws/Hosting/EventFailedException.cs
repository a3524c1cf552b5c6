namespace Remediator.Aws.Hosting;

/// <summary>The event was not handled to its end: thrown so that the platform delivers it again, and dead-letters it at last.</summary>
public sealed class EventFailedException(IReadOnlyCollection<string> problems) : Exception(ProblemText.Of(problems));
