namespace Remediator.Core.Tests.Pipelines;

/// <summary>The process was killed here.</summary>
internal sealed class ProcessEndedException : Exception;
