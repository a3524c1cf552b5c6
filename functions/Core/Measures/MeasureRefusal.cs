namespace Remediator.Measures;

/// <summary>Why a measure is not taken back as it was taken.</summary>
/// <param name="What">What was found; safe to show.</param>
/// <param name="Help">How to go on; safe to show.</param>
public sealed record MeasureRefusal(string What, string Help);
