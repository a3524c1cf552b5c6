using System.Text.Json;
using Remediator.Aws.Hosting;
using Remediator.Aws.SecurityHub;
using Remediator.Aws.Sns;
using Remediator.Functions.Tests.OnSecurityGroupChange;
using Remediator.OnGuardDutyFinding;
using Remediator.Ports;
using Remediator.Steps;

namespace Remediator.Functions.Tests.OnGuardDutyFinding;

/// <summary>The function in this process: its environment and the world are given, its lines are kept.</summary>
internal sealed class TestGuard
{
    public const string Arn = "arn:aws:lambda:eu-west-1:111122223333:function:OnGuardDutyFinding";

    private readonly EventShell _function;

    public TestGuard(params (string Name, string Value)[] environment)
    {
        var variables = environment.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
        _function = Function.On(new Platform(variables.GetValueOrDefault, new StandingClock(TestFunction.Now), Lines.Add, Metrics.Add), (_, clock, _) =>
            new(new World(Groups, Groups, Groups.Edits, new NoFindings(), new NoNotices(), Books.InMemory(Timing.Lease), clock), Network, Network));
    }

    public GuardedGroups Groups { get; } = new();

    public FakeNetwork Network { get; init; } = new();

    public List<string> Lines { get; } = [];

    public List<string> Metrics { get; } = [];

    public TestGuard Start()
    {
        Assert.True(_function.Start().GetAwaiter().GetResult());
        return this;
    }

    public string Refusal() => Assert.Throws<StartRefusedException>(() => { _ = _function.Start(); }).Message;

    /// <summary>The lines of a finding that was answered.</summary>
    public async Task<List<JsonElement>> Handle(byte[] payload)
    {
        var context = Context();
        await _function.Handle(new MemoryStream(payload), context);
        return [.. context.Lines.Select(OneLine.Of)];
    }

    /// <summary>The lines of one that was not, and what was thrown.</summary>
    public async Task<(List<JsonElement> Lines, string Thrown)> Fail(byte[] payload, TimeSpan? time = null, string arn = Arn)
    {
        var context = Context(time, arn);
        var thrown = await Assert.ThrowsAsync<EventFailedException>(() => _function.Handle(new MemoryStream(payload), context));
        return ([.. context.Lines.Select(OneLine.Of)], thrown.Message);
    }

    private static FakeContext Context(TimeSpan? time = null, string arn = Arn) => new() { InvokedFunctionArn = arn, RemainingTime = time ?? TimeSpan.FromSeconds(50) };
}
