using Remediator.Changes;
using Remediator.Core.Tests.Pipelines;
using Remediator.Ledger;
using Remediator.Remediations;
using Remediator.Steps;

namespace Remediator.Core.Tests.Schedule;

public sealed class HeldTests
{
    private static readonly Change Change = Assert.IsType<Change>(ChangeReader.Read(Events.Authorize("Ingress", ("sgr-1", "tcp", 22, 22, "0.0.0.0/0"))));

    [Fact]
    public async Task What_is_due_is_judged_again_and_what_is_not_waits()
    {
        var desk = new Desk();
        await Hold(desk, "later", 10);
        await Hold(desk, "second", -1);
        await Hold(desk, "first", -2);
        var seen = new List<string>();
        desk.Again = (attempt, _, _) =>
        {
            seen.Add(attempt.Claim.Key);
            return Task.FromResult<Result>(new Result.Benign(Change, 1, 0));
        };
        var report = await desk.RunWell();
        Assert.Equal(["first", "second"], seen);
        Assert.Equal(2, report.Steps[3].Results.Length);
    }

    [Fact]
    public async Task One_that_throws_or_falls_short_does_not_hold_up_the_next()
    {
        var desk = new Desk();
        await Hold(desk, "throws", -3);
        await Hold(desk, "falls-short", -2);
        await Hold(desk, "well", -1);
        desk.Again = (attempt, _, _) => attempt.Claim.Key switch
        {
            "throws" => throw new InvalidOperationException("unforeseen"),
            "falls-short" => Task.FromResult<Result>(new Result.Undone(Change) { Problems = ["EC2 said no"] }),
            _ => Task.FromResult<Result>(new Result.Benign(Change, 1, 0)),
        };
        var report = await desk.Run();
        Assert.Equal(["held: `throws`: unforeseen", "held: `falls-short`: EC2 said no"], report.Problems);
        Assert.IsType<Result.Benign>(report.Steps[3].Results[^1]);
    }

    [Fact]
    public async Task What_there_is_no_time_for_is_left_for_the_next_run()
    {
        var desk = new Desk();
        await Hold(desk, "first", -2);
        await Hold(desk, "second", -1);
        desk.Again = (_, within, _) =>
        {
            desk.Clock.Advance(within.Deadline - desk.Clock.GetUtcNow());
            return Task.FromResult<Result>(new Result.Benign(Change, 1, 0));
        };
        Assert.Equal(["left 1 for the next run"], (await desk.RunWell()).Steps[3].Did);
    }

    private static async Task Hold(Desk desk, string key, double dueInMinutes)
    {
        var now = desk.Clock.GetUtcNow();
        await desk.Ledger.Claim(new Claim(key, Change, [], new Plan(Desk.Group, [], []), now), "somebody", now, default);
        Assert.IsType<RecordAnswer.Recorded>(await desk.Ledger.Hold(key, "somebody", Progress.Begun, now.AddMinutes(dueInMinutes), now, default));
    }
}
