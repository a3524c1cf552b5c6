using Remediator.Core.Tests.Pipelines;
using Remediator.Waivers;
using static Remediator.Core.Tests.Schedule.Desk;

namespace Remediator.Core.Tests.Schedule;

/// <summary>The process is killed before and after each of its calls while it ends a lease and a waiver.</summary>
public sealed class LeaseCrashTests(ITestOutputHelper output)
{
    private static readonly Remediator.Groups.Permission Other = Account.Ingress(443, "0.0.0.0/0", "sgr-web");

    [Theory]
    [InlineData(LeaseState.Open, "sgr-lease")]
    [InlineData(LeaseState.Opening, null)]
    public async Task Wherever_the_process_is_killed_the_lease_is_closed_once_in_the_end_and_told_under_one_id(LeaseState state, string? ruleId)
    {
        var unharmed = Begin(state, ruleId);
        var start = unharmed.Calls.Begun;
        await unharmed.RunWell();
        var calls = unharmed.Calls.Begun - start;
        Assert.InRange(calls, 12, 40);
        for (var at = 1; at <= calls; at++)
        {
            foreach (var after in new[] { false, true })
            {
                var desk = Begin(state, ruleId);
                (desk.Calls.EndsAt, desk.Calls.EndsAfter) = (start + at, after);
                await RunToDeath(desk);
                desk.Calls.BeginAnotherProcess();
                desk.Clock.Advance(TimeSpan.FromMinutes(5));
                await desk.RunWell();
                await desk.RunWell();

                var point = $"killed {(after ? "after" : "before")} call {at}, {unharmed.Calls[at - 1]}";
                Assert.True(desk.Ec2.Permissions!.SequenceEqual([Other]), point);
                Assert.True(desk[Id] is { EndedAt: not null, Lease.State: LeaseState.Closed }, point);
                Assert.True(desk["waiver"].EndedAt is not null, point);
                Assert.Equal(["closed", "ended"], desk.Topic.Notices.DistinctBy(n => n.Id).Select(n => n.Attributes["outcome"]).Order(StringComparer.Ordinal));
                Assert.InRange(desk.Topic.Notices.Count, 2, DiedBetweenTellingAndRecording(unharmed.Calls, at, after) ? 3 : 2);
            }
        }

        output.WriteLine($"{2 * calls} points");
    }

    /// <summary>The last call that took effect, but for clearing the outbox of what it may hold of the same notice, was the telling.</summary>
    private static bool DiedBetweenTellingAndRecording(CallLog calls, int at, bool after) =>
        calls.Take(after ? at : at - 1).LastOrDefault(c => c != "Outbox Remove") == "Publish";

    /// <summary>What a run says that did not live to say it does not count.</summary>
    private static async Task RunToDeath(Desk desk)
    {
        try
        {
            await desk.Run();
        }
        catch (ProcessEndedException)
        {
            // So it was meant.
        }
    }

    private static Desk Begin(LeaseState state, string? ruleId)
    {
        var desk = new Desk().Holding(Lease(state, ruleId), new(Waiver("waiver"), 1)).Standing(Other, Opened with { RuleId = "sgr-lease" });
        desk.Clock.Advance(TimeSpan.FromHours(9));
        return desk;
    }
}
