using System.Text.Json;
using Remediator.Aws.Hosting;
using Remediator.Aws.SecurityHub;
using Remediator.Aws.Sns;
using Remediator.OnSecurityGroupChange;
using Remediator.Ports;
using Remediator.Steps;

namespace Remediator.Functions.Tests.OnSecurityGroupChange;

/// <summary>The function in this process: its environment and the world are given, its lines are kept.</summary>
internal sealed class TestFunction
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 15, 3, TimeSpan.Zero);

    private readonly Dictionary<string, string> _environment;
    private readonly EventShell _function;

    public TestFunction(params (string Name, string Value)[] environment)
    {
        _environment = environment.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
        _function = Function.On(new Platform(_environment.GetValueOrDefault, new StandingClock(Now), Lines.Add, Metrics.Add), (_, clock, _) => new World(Groups, Groups, Groups, new NoFindings(), new NoNotices(), Books.InMemory(Timing.Lease), clock));
    }

    public FakeGroups Groups { get; init; } = new();

    public List<string> Lines { get; } = [];

    public List<string> Metrics { get; } = [];

    public static TestFunction Started(params (string Name, string Value)[] environment) => new TestFunction(environment).Start();

    public static (string Name, string Value)[] Enforcing(string policy) => [("REMEDIATOR_MODE", "enforce"), ("REMEDIATOR_LEDGER_TABLE", "memory"), ("REMEDIATOR_POLICY", policy)];

    public TestFunction Start()
    {
        Assert.True(_function.Start().GetAwaiter().GetResult());
        return this;
    }

    public string Refusal() => Assert.Throws<StartRefusedException>(() => { _ = _function.Start(); }).Message;

    /// <summary>The one line of an event that was handled.</summary>
    public async Task<JsonElement> Handle(byte[] payload, FakeContext? context = null)
    {
        context ??= new();
        await _function.Handle(new MemoryStream(payload), context);
        return OneLine.Of(Assert.Single(context.Lines));
    }

    /// <summary>The lines of an event that was about several groups.</summary>
    public async Task<List<JsonElement>> HandleAll(byte[] payload)
    {
        var context = new FakeContext();
        await _function.Handle(new MemoryStream(payload), context);
        return [.. context.Lines.Select(OneLine.Of)];
    }

    /// <summary>The one line of an event that was not, and what was thrown.</summary>
    public async Task<(JsonElement Line, string Thrown)> Fail(byte[] payload, FakeContext? context = null)
    {
        context ??= new();
        var thrown = await Assert.ThrowsAsync<EventFailedException>(() => _function.Handle(new MemoryStream(payload), context));
        return (OneLine.Of(Assert.Single(context.Lines)), thrown.Message);
    }
}
