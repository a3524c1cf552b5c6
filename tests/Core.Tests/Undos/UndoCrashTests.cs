using Remediator.Core.Tests.Pipelines;
using Remediator.Core.Tests.Pipelines.Trims;
using Remediator.Undos;

namespace Remediator.Core.Tests.Undos;

/// <summary>The process is killed before and after each of its calls while it undoes something, and the same command is run again.</summary>
public sealed class UndoCrashTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("revoke")]
    [InlineData("restore")]
    [InlineData("plain")]
    [InlineData("pieces existing")]
    [InlineData("full")]
    [InlineData("full but for one")]
    [InlineData("answers say little")]
    public async Task Wherever_the_process_is_killed_the_same_command_brings_it_to_its_end(string story)
    {
        var unharmed = await Begin(story);
        await unharmed.Done();
        var expected = Shown(unharmed);
        var calls = unharmed.Account.Calls.ToList();
        for (var at = 1; at <= calls.Count; at++)
        {
            foreach (var after in new[] { false, true })
            {
                var point = $"killed {(after ? "after" : "before")} call {at}, {calls[at - 1]}";
                var desk = await Begin(story);
                var log = desk.Account.Calls;
                (log.EndsAt, log.EndsAfter) = (log.Begun + at, after);
                await Assert.ThrowsAsync<ProcessEndedException>(desk.Undo);
                log.BeginAnotherProcess();
                desk.Account.Clock.Advance(TimeSpan.FromSeconds(20));

                var again = await desk.Look();
                if (after && at == calls.Count) Assert.Contains("undone before", Assert.Single(Assert.IsType<UndoDecision.Refused>(again).Refusals).What, StringComparison.Ordinal);
                else Assert.IsType<UndoResult.Done>(await desk.Undoer.CarryOut(Assert.IsType<UndoDecision.Planned>(again).Plan, TestContext.Current.CancellationToken));

                Assert.True(expected.SequenceEqual(Shown(desk)), $"{point}: {string.Join(", ", Shown(desk))}");
                Assert.True((await desk.Waivers()).Length == (await unharmed.Waivers()).Length, point);
                Assert.All(desk.Agreements.Written, a => Assert.Equal(1, a.Version));
                Assert.True((await desk.Recorded()).Undone is not null, point);
            }
        }

        output.WriteLine($"{story}: {2 * calls.Count} points");
    }

    [Fact]
    public async Task An_earlier_run_whose_waiver_ran_out_is_finished_under_a_new_end()
    {
        var desk = await Begin("plain");
        var log = desk.Account.Calls;
        var plan = await desk.Plan();
        (log.EndsAt, log.EndsAfter) = (log.Begun + 3, true);
        await Assert.ThrowsAsync<ProcessEndedException>(() => desk.Undoer.CarryOut(plan, TestContext.Current.CancellationToken));
        log.BeginAnotherProcess();
        desk.Account.Clock.Advance(TimeSpan.FromHours(9));

        await desk.Done();

        Assert.Equal([1, 2], desk.Agreements.Written.Select(a => a.Version));
        Assert.True(Assert.Single(await desk.Waivers()).Waiver.IsInForce(desk.Account.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Two_people_who_undo_the_same_at_once_grant_one_waiver()
    {
        var desk = await Begin("plain");
        var (one, other) = (await desk.Plan(), await desk.Plan());
        Assert.IsType<UndoResult.Done>(await desk.Undoer.CarryOut(one, TestContext.Current.CancellationToken));
        Assert.IsType<UndoResult.Done>(await desk.Undoer.CarryOut(other, TestContext.Current.CancellationToken));
        Assert.Single(await desk.Waivers());
        Assert.Single(desk.Ec2.Permissions!, p => p.Equals(TrimStory.Wide));
    }

    private static Task<UndoDesk> Begin(string story) => story switch
    {
        "revoke" => UndoDesk.AfterRevoke(),
        "restore" => UndoDesk.AfterRestore(),
        _ => UndoDesk.AfterTrim(story),
    };

    private static IEnumerable<string> Shown(UndoDesk desk) =>
        desk.Ec2.Permissions!.Select(p => $"{p.Content} {p.Description} {string.Join(';', p.Tags)}").Order(StringComparer.Ordinal).ToList();
}
