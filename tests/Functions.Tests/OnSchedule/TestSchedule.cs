using System.Text;
using System.Text.Json;
using Remediator.Aws.Hosting;
using Remediator.Aws.SecurityHub;
using Remediator.Aws.Sns;
using Remediator.Functions.Tests.OnSecurityGroupChange;
using Remediator.OnSchedule;
using Remediator.Ports;
using Remediator.Steps;

namespace Remediator.Functions.Tests.OnSchedule;

/// <summary>The function in this process: its environment and the world are given, its lines are kept.</summary>
internal sealed class TestSchedule
{
    public const string Arn = "arn:aws:lambda:eu-west-1:111122223333:function:OnSchedule";

    /// <summary>What EventBridge sends for a rule with a schedule
    /// (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-run-lambda-schedule.html).</summary>
    public const string Tick = """
        {"version":"0","id":"53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa","detail-type":"Scheduled Event","source":"aws.events","account":"111122223333","time":"2026-03-02T09:15:00Z","region":"eu-west-1","resources":["arn:aws:events:eu-west-1:111122223333:rule/ticked"],"detail":{}}
        """;

    private readonly Dictionary<string, string> _environment;
    private readonly Function _function;

    public TestSchedule(params (string Name, string Value)[] environment)
    {
        _environment = environment.Prepend(("AWS_REGION", "eu-west-1")).GroupBy(v => v.Item1, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Item2, StringComparer.Ordinal);
        _function = new(new Platform(_environment.GetValueOrDefault, new StandingClock(TestFunction.Now), Lines.Add), (_, clock, _) => new(new World(Groups, Groups, Groups, new NoFindings(), new NoNotices(), Books, clock), new NoNetwork(), new NoNetwork()));
    }

    public FakeGroups Groups { get; } = new();

    public Books Books { get; init; } = Books.InMemory(Timing.Lease);

    public List<string> Lines { get; } = [];

    public TestSchedule Start()
    {
        Assert.True(_function.Start().GetAwaiter().GetResult());
        return this;
    }

    public string Refusal() => Assert.Throws<StartRefusedException>(() => { _ = _function.Start(); }).Message;

    /// <summary>The lines of a run of which nothing fell short.</summary>
    public async Task<List<JsonElement>> Run(string payload = Tick, TimeSpan? time = null)
    {
        var context = Context(time);
        await _function.Handle(new MemoryStream(Encoding.UTF8.GetBytes(payload)), context);
        return [.. context.Lines.Select(OneLine.Of)];
    }

    /// <summary>The lines of a run of which something did, and what was thrown.</summary>
    public async Task<(List<JsonElement> Lines, string Thrown)> Fail(TimeSpan? time = null, string arn = Arn)
    {
        var context = Context(time, arn);
        var thrown = await Assert.ThrowsAsync<RunFailedException>(() => _function.Handle(new MemoryStream(), context));
        return ([.. context.Lines.Select(OneLine.Of)], thrown.Message);
    }

    private static FakeContext Context(TimeSpan? time, string arn = Arn) => new() { InvokedFunctionArn = arn, RemainingTime = time ?? TimeSpan.FromMinutes(4) };
}
