using Remediator.Core.Tests.Pipelines;
using Remediator.Grants;
using Remediator.Waivers;

namespace Remediator.Core.Tests.Grants;

/// <summary>The process ends before or after each call; then the same command is run again.</summary>
public sealed class LeaseCrashTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Opening_that_ended_anywhere_is_finished_by_the_same_command(bool endsAfter, bool answersReturnOnly)
    {
        var points = 0;
        for (var at = 1; ; at++)
        {
            var it = new LeaseStory { Calls = { EndsAt = at, EndsAfter = endsAfter }, Ec2 = { AuthorizeAnswersReturnOnly = answersReturnOnly } };
            if (await Lives(it.Open())) break;
            points++;
            it.Calls.BeginAnotherProcess();
            var again = await it.Open();
            // A run that ended after its last write had done it all.
            Assert.True(again is LeaseResult.Opened || it.Calls.Count(c => c == "Write Open") == 1, $"ended at call {at}: {again}");
            var kept = Assert.Single(it.Recorded);
            Assert.Equal((LeaseState.Open, Assert.Single(it.Ec2.Permissions!).RuleId), (kept.Lease!.State, kept.Lease.RuleId));
            Assert.Contains(kept.Waiver.Id, it.Ec2.Permissions![0].Description!, StringComparison.Ordinal);
            Assert.IsType<LeaseResult.Closed>(await it.Close(kept));
            Assert.Empty(it.Ec2.Permissions!);
        }

        output.WriteLine($"{points} points");
        Assert.InRange(points, 5, 20);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Opening_that_ended_anywhere_can_be_closed(bool endsAfter)
    {
        for (var at = 1; ; at++)
        {
            var it = new LeaseStory { Calls = { EndsAt = at, EndsAfter = endsAfter } };
            if (await Lives(it.Open())) break;
            it.Calls.BeginAnotherProcess();
            foreach (var kept in it.Recorded) Assert.IsType<LeaseResult.Closed>(await it.Close(kept));
            Assert.Empty(it.Ec2.Permissions!);
            Assert.All(it.Recorded, kept => Assert.Equal((LeaseState.Closed, false), (kept.Lease!.State, kept.Waiver.IsInForce(it.Clock.GetUtcNow()))));
        }
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Closing_that_ended_anywhere_is_finished_by_the_same_command(bool endsAfter, bool answersReturnOnly)
    {
        var points = 0;
        for (var at = 1; ; at++)
        {
            var it = new LeaseStory { Ec2 = { AnswersReturnOnly = answersReturnOnly } };
            await it.Open();
            (it.Calls.EndsAt, it.Calls.EndsAfter) = (it.Calls.Begun + 1 + at, endsAfter);
            var kept = it.Recorded[0];
            if (await Lives(it.Close(kept))) break;
            points++;
            it.Calls.BeginAnotherProcess();
            var again = await it.Close(it.Recorded[0]);
            Assert.True(again is LeaseResult.Closed || it.Calls.Count(c => c == "Write Closed") == 1, $"ended at call {at}: {again}");
            Assert.Empty(it.Ec2.Permissions!);
            Assert.Equal(LeaseState.Closed, Assert.Single(it.Recorded).Lease!.State);
        }

        output.WriteLine($"{points} points");
        Assert.InRange(points, 5, 20);
    }

    private static async Task<bool> Lives(Task run)
    {
        try
        {
            await run;
            return true;
        }
        catch (ProcessEndedException)
        {
            return false;
        }
    }
}
