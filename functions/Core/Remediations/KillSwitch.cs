namespace Remediator.Remediations;

/// <summary>While it is on, everything is judged, recorded and told, and nothing is changed. What was told meanwhile does not fire
/// afterwards.</summary>
/// <param name="By">The STS caller who turned it.</param>
public sealed record KillSwitch(bool IsOn, string By, string Why, DateTimeOffset At);
