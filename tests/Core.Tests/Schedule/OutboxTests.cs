using System.Globalization;
using Remediator.Findings;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Waivers;

namespace Remediator.Core.Tests.Schedule;

public sealed class OutboxTests
{
    private static readonly Answer Throttled = new("Throttling: slow down", true);
    private static readonly Answer Never = new("InvalidParameter: no", false);

    [Fact]
    public async Task What_is_due_is_told_the_longest_due_first_and_taken_out()
    {
        var desk = new Desk();
        await Put(desk, People("later", -1), People("earlier", -2), People("not yet", 10));
        await desk.RunWell();
        Assert.Equal(["earlier", "later"], desk.Topic.Notices.Select(n => n.Id));
        await desk.RunWell();
        Assert.Equal(2, desk.Topic.Notices.Count);
    }

    [Fact]
    public async Task What_fails_again_is_tried_at_longer_and_longer_intervals_and_fails_the_run()
    {
        var desk = new Desk();
        await Put(desk, People("one", 0));
        desk.Topic.Says = Throttled;
        var pauses = new List<double>();
        for (var i = 0; i < 9; i++)
        {
            Assert.Equal(["outbox: notice one (`Remediator closed`) was not taken: Throttling: slow down"], (await desk.Run()).Problems);
            var letter = Assert.Single(await Due(desk, TimeSpan.FromDays(1)));
            Assert.Equal(i + 1, letter.Tries);
            var pause = letter.Due - desk.Clock.GetUtcNow();
            pauses.Add(pause.TotalMinutes);
            desk.Clock.Advance(pause);
        }

        Assert.Equal([5, 10, 20, 40, 80, 160, 320, 360, 360], pauses);
        desk.Topic.Says = Answer.Ok;
        await desk.RunWell();
        Assert.Single(desk.Topic.Notices);
    }

    [Fact]
    public async Task One_that_fails_does_not_hold_up_the_next()
    {
        var desk = new Desk();
        await Put(desk, Import("findings", -3, Finding("a")), People("one", -1));
        desk.Hub.Says = _ => Throttled;
        Assert.Single((await desk.Run()).Problems);
        Assert.Single(desk.Topic.Notices);
    }

    [Theory]
    [InlineData(6.9, false, true)]
    [InlineData(7.1, false, false)]
    [InlineData(7.1, true, true)]
    public async Task Only_what_can_never_be_taken_is_dropped_and_only_after_a_week(double days, bool retryable, bool kept)
    {
        var desk = new Desk();
        await Put(desk, People("one", 0));
        desk.Clock.Advance(TimeSpan.FromDays(days));
        desk.Topic.Says = retryable ? Throttled : Never;
        var problem = Assert.Single((await desk.Run()).Problems);
        Assert.Equal(!kept, problem.Contains("was dropped after seven days", StringComparison.Ordinal));
        Assert.Equal(days > 7 && kept, problem.Contains(" for 7 days", StringComparison.Ordinal));
        Assert.Equal(kept ? 1 : 0, (await Due(desk, TimeSpan.FromDays(30))).Length);
    }

    [Fact]
    public async Task Of_findings_only_those_stay_that_were_not_taken_and_none_passes_that_was_not_seen_failing()
    {
        var desk = new Desk();
        await Put(desk, Import("findings", 0, Finding("a"), Finding("b"), Finding("a", passed: true), Finding("b", passed: true)));
        desk.Hub.Says = f => f.Id == "b" ? Throttled : Answer.Ok;
        Assert.Single((await desk.Run()).Problems);
        Assert.Equal(["a"], desk.Hub.Findings.Keys);
        Assert.Equal(["a"], desk.Hub.Resolved);
        var left = Assert.IsType<Letter.ToImport>(Assert.Single(await Due(desk, TimeSpan.FromDays(1))));
        Assert.Equal([("b", false), ("b", true)], left.Findings.Select(f => (f.Id, f.Passed)));
        desk.Hub.Says = _ => Answer.Ok;
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await desk.RunWell();
        Assert.True(desk.Hub.Findings["b"].Passed);
        Assert.Contains("b", desk.Hub.Resolved);
        Assert.Empty(await Due(desk, TimeSpan.FromDays(1)));
    }

    [Fact]
    public async Task A_workflow_that_could_not_be_updated_stays_alone()
    {
        var desk = new Desk();
        await Put(desk, Import("findings", 0, Finding("a"), Finding("a", passed: true)));
        desk.Hub.SaysOfWorkflow = Throttled;
        Assert.Single((await desk.Run()).Problems);
        Assert.Equal(["a"], Assert.IsType<Letter.ToResolve>(Assert.Single(await Due(desk, TimeSpan.FromDays(1)))).Findings.Select(f => f.Id));
        desk.Hub.SaysOfWorkflow = Answer.Ok;
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await desk.RunWell();
        Assert.Empty(await Due(desk, TimeSpan.FromDays(1)));
    }

    [Fact]
    public async Task What_could_not_be_taken_out_is_said()
    {
        var desk = new Desk();
        await Put(desk, People("one", 0));
        desk.Kept.Refuses = what => what == "Outbox Remove" ? "the table is down" : null;
        Assert.EndsWith("is told again: the table is down", Assert.Single((await desk.Run()).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_that_is_not_taken_at_once_waits_in_the_outbox_and_its_agreement_is_over()
    {
        var desk = new Desk().Holding(new Agreement(Desk.Waiver(), 1));
        desk.Clock.Advance(TimeSpan.FromHours(9));
        desk.Topic.Says = Throttled;
        Assert.EndsWith("was not taken: Throttling: slow down", Assert.Single((await desk.Run()).Problems), StringComparison.Ordinal);
        Assert.NotNull(desk[Desk.Id].EndedAt);
        desk.Topic.Says = Answer.Ok;
        desk.Clock.Advance(TimeSpan.FromMinutes(6));
        await desk.RunWell();
        Assert.Equal("ended", Assert.Single(desk.Topic.Notices).Attributes["outcome"]);
    }

    [Fact]
    public async Task A_notice_that_can_be_put_nowhere_is_sent_by_the_next_run()
    {
        var desk = new Desk().Holding(new Agreement(Desk.Waiver(), 1));
        desk.Clock.Advance(TimeSpan.FromHours(9));
        desk.Topic.Says = Throttled;
        desk.Kept.Refuses = what => what == "Outbox Put" ? "the table is down" : null;
        Assert.Single((await desk.Run()).Problems);
        Assert.Null(desk[Desk.Id].EndedAt);
        desk.Topic.Says = Answer.Ok;
        await desk.RunWell();
        Assert.Single(desk.Topic.Notices);
    }

    [Fact]
    public async Task What_waits_for_a_digest_is_told_in_one_notice_once_it_is_due()
    {
        var desk = new Desk();
        await Put(desk, ForDigest("one", -1), ForDigest("two", -2), ForDigest("three", 5));
        await desk.RunWell();
        var digest = Assert.Single(desk.Topic.Notices);
        Assert.Contains("one", digest.Body, StringComparison.Ordinal);
        Assert.Equal("digest", digest.Attributes["outcome"]);
        Assert.Equal(["three"], (await Due(desk, TimeSpan.FromDays(1))).Select(l => l.Id));
    }

    [Fact]
    public async Task A_digest_that_is_not_taken_waits_by_itself()
    {
        var desk = new Desk();
        await Put(desk, ForDigest("one", -1), ForDigest("two", -2));
        desk.Topic.Says = Throttled;
        await desk.RunWell();
        var letter = Assert.IsType<Letter.ToPeople>(Assert.Single(await Due(desk, TimeSpan.FromDays(1))));
        desk.Topic.Says = Answer.Ok;
        await desk.RunWell();
        Assert.Equal([letter.Notice.Id], desk.Topic.Notices.Select(n => n.Id));
    }

    private static Letter ForDigest(string id, double due) => new Letter.ToDigest(id, At(0), At(due), 0, ((Letter.ToPeople)People(id, due)).Notice);

    private static async Task Put(Desk desk, params Letter[] letters)
    {
        foreach (var letter in letters) Assert.True((await desk.Kept.Put(letter, default)).Succeeded);
    }

    private static async Task<ImmutableArray<Letter>> Due(Desk desk, TimeSpan ahead) => (await ((IOutbox)desk.Kept).Due(desk.Clock.GetUtcNow() + ahead, 100, default)).Value;

    private static DateTimeOffset At(double minutes) => Pipelines.Events.Time.AddMinutes(minutes);

    private static Letter People(string id, double due) => new Letter.ToPeople(id, At(0), At(due), 0, new(id, "Remediator closed", "It is closed.\n", ImmutableSortedDictionary<string, string>.Empty));

    private static Letter Import(string id, double due, params ImmutableArray<Finding> findings) => new Letter.ToImport(id, At(0), At(due), 0, findings);

    private static Finding Finding(string id, bool passed = false) => new(
        id, "arn", "generator", Pipelines.Events.Account, "eu-west-1", At(0), At(0), At(passed ? 1 : 0), "HIGH", "title", "description", "remediation", Outcome.Revoked, passed,
        new FindingResource("arn", "aws", "eu-west-1", Pipelines.Events.Account, "sg-0a"), [], ImmutableSortedDictionary.Create<string, string>(StringComparer.Create(CultureInfo.InvariantCulture, false)));
}
