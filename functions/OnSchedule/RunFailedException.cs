using Remediator.Aws.Hosting;

namespace Remediator.OnSchedule;

/// <summary>Something of a run fell short, after every step had its turn: thrown so that the invocation counts as failed. The next run
/// does what is left.</summary>
public sealed class RunFailedException(IReadOnlyCollection<string> problems) : Exception(ProblemText.Of(problems));
