namespace Remediator.Aws.Hosting;

/// <summary>Settings or policy are wrong: the function does not start, and says everything that is wrong.</summary>
public sealed class StartRefusedException(IReadOnlyCollection<string> problems) : Exception(ProblemText.Of(problems));
