using Remediator.Sandbox;

namespace Remediator.Scenarios.Sandbox;

/// <summary>However the Sandbox ends, it leaves no process behind.</summary>
public sealed class EndingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Theory]
    [InlineData("KILL", 128 + 9)]
    [InlineData("INT", 0)]
    [InlineData("TERM", 0)]
    public async Task Serve_ended_by_a_signal_leaves_no_process(string signal, int code)
    {
        var why = await LocalAws.WhyUnavailableAsync();
        Assert.SkipWhen(why is not null, why ?? "");
        await using var sandbox = new SandboxProgram("serve", "--port", "0");
        await sandbox.Lines.FirstAsync(line => line.StartsWith("What happens:", StringComparison.Ordinal), Patience);
        var children = await ProcessTable.DescendantsAsync(sandbox.Id);
        var commands = await ProcessTable.CommandsAsync(children);

        await sandbox.SignalAsync(signal);

        Assert.Equal(code, await sandbox.ExitAsync(Patience));
        await ProcessTable.GoneAsync(children);
        Assert.Contains(commands, command => command.Contains("moto_server", StringComparison.Ordinal));
        Assert.Contains(commands, command => command.EndsWith("/bootstrap", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sandbox_interrupted_while_it_starts_leaves_no_process()
    {
        var why = await LocalAws.WhyUnavailableAsync();
        Assert.SkipWhen(why is not null, why ?? "");
        await using var sandbox = new SandboxProgram("tour");
        await sandbox.Lines.FirstAsync(line => line.Contains("local AWS account", StringComparison.Ordinal), Patience);
        var children = await ProcessTable.DescendantsAsync(sandbox.Id);

        await sandbox.SignalAsync("INT");

        Assert.Equal(130, await sandbox.ExitAsync(Patience));
        await ProcessTable.GoneAsync(children);
    }
}
