using Remediator.Cli.Live;

namespace Remediator.Cli.Tests.Live;

public sealed class LiveTimeTests
{
    private static readonly LiveClock Clock = new(new(2026, 11, 20, 23, 30, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(0, "2026-11-21 00:30 +01:00 (now)")]
    [InlineData(59, "2026-11-21 00:30 +01:00 (now)")]
    [InlineData(60, "2026-11-21 00:31 +01:00 (in 1 min)")]
    [InlineData(7_199, "2026-11-21 02:29 +01:00 (in 1 h 59 min)")]
    [InlineData(7_200, "2026-11-21 02:30 +01:00 (in 2 h)")]
    [InlineData(2_592_000, "2026-12-21 00:30 +01:00 (in 30 d)")]
    [InlineData(-5_400, "2026-11-20 23:00 +01:00 (1 h 30 min ago)")]
    [InlineData(-172_801, "2026-11-19 00:29 +01:00 (2 d ago)")]
    public void Time_is_local_and_says_how_far_off_it_is(int seconds, string expected) => Assert.Equal(expected, new LiveTime(Clock).Of(Clock.GetUtcNow().AddSeconds(seconds)));
}
