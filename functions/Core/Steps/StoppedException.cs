namespace Remediator.Steps;

/// <summary>This attempt may do nothing more: its claim is somebody else's now, or what it is about to do could not be recorded. Never
/// leaves the steps.</summary>
internal sealed class StoppedException(string problem) : Exception(problem);
