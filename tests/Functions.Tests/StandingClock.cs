namespace Remediator.Functions.Tests;

/// <summary>Stands still; timers run.</summary>
internal sealed class StandingClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
