using System.Text.Json;
using Remediator.Functions.Tests.OnSecurityGroupChange;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Ports;
using Remediator.Steps;
using Remediator.Waivers;

namespace Remediator.Functions.Tests.OnSchedule;

public sealed class RunTests
{
    [Theory]
    [InlineData(TestSchedule.Tick)]
    [InlineData("")]
    [InlineData("{\"detail\":")]
    public async Task Whatever_is_sent_every_step_has_its_turn_and_a_line(string payload)
    {
        var lines = await new TestSchedule().Start().Run(payload);
        Assert.Equal(["schedule: agreements", "schedule: measures", "schedule: outbox", "schedule: held", "schedule: sweep"], lines.Select(line => Text(line, "message")));
        Assert.All(lines, line => Assert.Equal("Information", Text(line, "level")));
        Assert.Single(lines.Select(line => Text(line, "run")).Distinct());
    }

    [Fact]
    public async Task A_waiver_whose_time_is_over_is_ended_and_said()
    {
        var schedule = new TestSchedule().Start();
        Assert.IsType<WriteAnswer.Written>(await schedule.Books.Agreements.Write(new(Waiver(), 1), default));
        var line = (await schedule.Run())[0];
        Assert.Equal(["waiver `w-1`: ended"], line.GetProperty("did").EnumerateArray().Select(d => d.GetString()));
        Assert.NotNull((await schedule.Books.Agreements.Find("w-1", default)).Value!.EndedAt);
    }

    [Fact]
    public async Task What_falls_short_is_a_line_of_its_step_and_is_thrown_after_all_had_their_turn()
    {
        var schedule = new TestSchedule { Books = Books.InMemory(Timing.Lease) with { Outbox = new DownOutbox() } }.Start();
        var (lines, thrown) = await schedule.Fail();
        Assert.Equal("outbox: the outbox could not be read: the table is down", thrown);
        Assert.Equal(["Information", "Information", "Error", "Information", "Information"], lines.Select(line => Text(line, "level")));
    }

    [Fact]
    public async Task A_run_that_finds_another_going_on_says_so_and_succeeds()
    {
        var schedule = new TestSchedule().Start();
        var until = TestFunction.Now.AddMinutes(3);
        await schedule.Books.Notebook.Write(new("schedule/run", $"{until.ToUnixTimeMilliseconds()} somebody", 1, until), default);
        var line = Assert.Single(await schedule.Run());
        Assert.Equal(("schedule: another run is going on", until), (Text(line, "message"), line.GetProperty("until").GetDateTimeOffset()));
    }

    [Fact]
    public async Task Without_time_or_an_own_account_nothing_is_done()
    {
        var schedule = new TestSchedule().Start();
        Assert.Equal("the invocation came without time to handle it: expected more than a second until its deadline", (await schedule.Fail(TimeSpan.FromSeconds(1))).Thrown);
        Assert.StartsWith("the invoked function's ARN is `OnSchedule`", (await schedule.Fail(arn: "OnSchedule")).Thrown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("REMEDIATOR_SWEEP_HOURS", "0", "REMEDIATOR_SWEEP_HOURS is `0`: expected whole hours, `1` to `168`")]
    [InlineData("REMEDIATOR_MODE", "careless", "REMEDIATOR_MODE is `careless`: expected `observe` or `enforce`")]
    [InlineData("REMEDIATOR_POLICY", "/nowhere.yaml", "REMEDIATOR_POLICY is `/nowhere.yaml`: expected the path of a policy file, and there is none")]
    public void A_wrong_setting_stops_the_start(string name, string value, string message) => Assert.Equal(message, new TestSchedule((name, value)).Refusal());

    private static Waiver Waiver() => new(
        "w-1", new("111122223333", "eu-west-1", "sg-0a"), Direction.Ingress, ServiceSet.Ports(Protocol.Tcp, 22, 22), AddressSet.All, [],
        "arn:aws:iam::111122223333:user/ana", "a reason", null, TestFunction.Now.AddHours(-8), TestFunction.Now.AddMinutes(-1));

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();

    private sealed class DownOutbox : IOutbox
    {
        public Task<Answer> Put(Findings.Letter letter, CancellationToken cancel) => Task.FromResult(new Answer("the table is down", true));

        public Task<Reading<ImmutableArray<Findings.Letter>>> Due(DateTimeOffset now, int most, CancellationToken cancel) => Task.FromResult(new Reading<ImmutableArray<Findings.Letter>>([], "the table is down"));

        public Task<Answer> Postpone(Findings.Letter letter, DateTimeOffset from, CancellationToken cancel) => Put(letter, cancel);

        public Task<Answer> Take(Findings.Letter letter, CancellationToken cancel) => Remove(letter.Id, cancel);

        public Task<Answer> Remove(string id, CancellationToken cancel) => Task.FromResult(new Answer("the table is down", true));
    }
}
