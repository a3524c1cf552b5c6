namespace Remediator.Ports;

/// <summary>A short text that one run leaves for the next.</summary>
/// <param name="Version">1 for a new one, and one more with each write.</param>
/// <param name="Until">When it may be forgotten.</param>
public sealed record Note(string Name, string Text, int Version, DateTimeOffset Until);
