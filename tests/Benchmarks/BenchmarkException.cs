namespace Remediator.Benchmarks;

/// <summary>Something is missing, or did not do what is measured. The message says what, and what to do.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
