using Remediator.Core.Tests.Pipelines;
using Remediator.Ports;
using Remediator.Schedule;
using static Remediator.Core.Tests.Schedule.Desk;

namespace Remediator.Core.Tests.Schedule;

public sealed class RunTests
{
    private const string Lock = "schedule/run";

    [Fact]
    public async Task While_one_run_goes_on_another_ends_quietly()
    {
        var desk = new Desk();
        RunReport? inner = null;
        desk.With("sweep", async (_, cancel) =>
        {
            inner = await desk.Run(cancel);
            return new("sweep");
        });
        await desk.RunWell();
        Assert.NotNull(inner!.HeldUntil);
        Assert.Empty(inner.Steps);
        Assert.Empty(inner.Problems);
        inner = null;
        await desk.RunWell();
        Assert.NotNull(inner);
    }

    [Fact]
    public async Task A_run_that_died_blocks_the_next_no_longer_than_its_own_time()
    {
        var desk = new Desk();
        desk.Calls.EndsAt = 3;
        await Assert.ThrowsAsync<ProcessEndedException>(() => desk.Run());
        desk.Calls.BeginAnotherProcess();
        Assert.NotNull((await desk.Run()).HeldUntil);
        desk.Clock.Advance(desk.Time + TimeSpan.FromSeconds(6));
        await desk.RunWell();
    }

    [Fact]
    public async Task Of_two_that_begin_at_once_one_goes_on()
    {
        var desk = new Desk();
        var raced = false;
        RunReport? other = null;
        desk.Kept.Refuses = what =>
        {
            if (raced || what != $"Notebook Write {Lock}") return null;
            raced = true;
            other = desk.Run().GetAwaiter().GetResult();
            return null;
        };
        Assert.NotNull((await desk.Run()).HeldUntil);
        Assert.NotEmpty(other!.Steps);
    }

    [Theory]
    [InlineData("Notebook Read")]
    [InlineData("Notebook Write")]
    public async Task A_run_that_cannot_know_whether_it_is_alone_does_nothing_and_fails(string call)
    {
        var desk = new Desk().Holding(Lease()).Standing(Opened with { RuleId = "sgr-lease" });
        desk.Clock.Advance(TimeSpan.FromHours(9));
        desk.Kept.Refuses = what => what == $"{call} {Lock}" ? "the table is down" : null;
        Assert.EndsWith("the table is down", Assert.Single((await desk.Run()).Problems), StringComparison.Ordinal);
        Assert.Single(desk.Ec2.Permissions!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("-5 me")]
    [InlineData("9223372036854775807 me")]
    public async Task A_lock_that_nobody_can_read_holds_nobody_up(string text)
    {
        var desk = new Desk();
        Assert.IsType<WriteAnswer.Written>(await ((INotebook)desk.Kept).Write(new(Lock, text, 1, desk.Clock.GetUtcNow().AddDays(1)), default));
        await desk.RunWell();
    }

    [Fact]
    public async Task A_step_that_throws_is_told_and_the_others_have_their_turn()
    {
        var desk = new Desk().With("first", (_, _) => throw new InvalidOperationException("line\none")).With("sweep", (_, _) => Task.FromResult(new StepReport("sweep") { Did = ["swept"] }));
        var report = await desk.Run();
        Assert.Equal(["first: first: line\\u000aone"], report.Problems);
        Assert.Equal(["agreements", "measures", "outbox", "held", "first", "sweep"], report.Steps.Select(s => s.Step));
        Assert.Equal(["swept"], report.Steps[^1].Did);
    }

    [Fact]
    public async Task Without_time_no_step_begins_and_each_says_so()
    {
        var desk = new Desk { Time = TimeSpan.FromSeconds(5) }.Holding(Lease()).Standing(Opened with { RuleId = "sgr-lease" });
        desk.Clock.Advance(TimeSpan.FromHours(9));
        Assert.Equal(["agreements: there was no time left for it", "measures: there was no time left for it", "outbox: there was no time left for it", "held: there was no time left for it"], (await desk.Run()).Problems);
        Assert.Single(desk.Ec2.Permissions!);
    }

    [Fact]
    public async Task Time_that_runs_out_in_a_step_is_a_problem_of_that_step()
    {
        using var ending = new CancellationTokenSource();
        var desk = new Desk().With("sweep", async (_, cancel) =>
        {
            await ending.CancelAsync();
            cancel.ThrowIfCancellationRequested();
            return new("sweep");
        });
        Assert.Equal(["sweep: sweep: the time ran out"], (await desk.Run(ending.Token)).Problems);
        Assert.Null((await desk.Run()).HeldUntil);
    }

    [Fact]
    public async Task An_outbox_that_takes_all_its_time_leaves_some_for_the_others()
    {
        var left = TimeSpan.Zero;
        var desk = new Desk();
        desk.With("sweep", (within, _) =>
        {
            left = within.Deadline - desk.Clock.GetUtcNow();
            return Task.FromResult(new StepReport("sweep"));
        });
        var begun = desk.Clock.GetUtcNow();
        desk.Kept.Refuses = what =>
        {
            if (what == "Outbox Due") desk.Clock.Advance(TimeSpan.FromSeconds(78));
            return null;
        };
        await desk.RunWell();
        Assert.Equal(TimeSpan.FromSeconds(240 - 78), left);
        Assert.Equal(TimeSpan.FromSeconds(78), desk.Clock.GetUtcNow() - begun);
    }
}
