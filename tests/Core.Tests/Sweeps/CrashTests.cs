using Remediator.Core.Tests.Pipelines;
using static Remediator.Core.Tests.Sweeps.SweptRegion;

namespace Remediator.Core.Tests.Sweeps;

/// <summary>The process is killed before or after any call, and the next run brings the round to its end.</summary>
public sealed class CrashTests
{
    [Fact]
    public async Task A_round_that_is_killed_at_any_call_ends_in_the_same_state()
    {
        var calls = (await Killed(0, false)).Calls.Begun;
        Assert.InRange(calls, 30, 200);
        for (var at = 1; at <= calls; at++)
        {
            await Killed(at, false);
            await Killed(at, true);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{2 * calls} points");
    }

    /// <summary>One group with something that may go and something that is told, and one that is only told, on two pages.</summary>
    private static async Task<SweptRegion> Killed(int at, bool after)
    {
        var region = new SweptRegion(Rule(more: "  sweep: act\n- id: SG002\n  name: web\n  deny: { direction: ingress, service: tcp/80, peer: internet }\n  why: no plain text\n")) { Ec2 = { PageSize = 1 } };
        region.Ec2.Put("sg-1", Open(), Open(80), Open(443));
        region.Ec2.Put("sg-2", Open(80));
        (region.Calls.EndsAt, region.Calls.EndsAfter) = (at, after);
        try
        {
            await region.Run();
        }
        catch (ProcessEndedException)
        {
        }

        if (at == 0) return region;
        region.Calls.BeginAnotherProcess();
        region.Clock.Advance(TimeSpan.FromMinutes(5));
        for (var run = 0; run < 3 && !(await region.Run()).IsDone; run++) region.Clock.Advance(TimeSpan.FromMinutes(5));
        await Check(region, $"killed {(after ? "after" : "before")} call {at}");
        return region;
    }

    private static async Task Check(SweptRegion region, string when)
    {
        Assert.True(region.Ec2.Groups["sg-1"].Permissions.SequenceEqual([Open(80), Open(443)]), when);
        Assert.True(region.Ec2.Groups["sg-2"].Permissions.SequenceEqual([Open(80)]), when);
        Assert.True(region.Calls.Count(c => c.StartsWith("Revoke", StringComparison.Ordinal)) <= 2, when);
        Assert.True(region.Hub.Findings.Count == 3, when);
        Assert.True(region.Hub.Findings.Values.Count(f => f.Passed) == 1, when);
        Assert.Equal(2, region.Topic.Notices.Select(n => n.Id).Distinct().Count());
        Assert.True(region.Topic.Notices.Count <= 3, when);
        var told = region.Topic.Notices.Count;
        region.Clock.Advance(Every);
        Assert.True((await region.Run()).IsDone, when);
        Assert.True(region.Topic.Notices.Count == told, $"told again in the next round: {when}");
    }
}
