using Remediator.Sandbox.Processes;

namespace Remediator.Scenarios.Sandbox;

public sealed class LeashTests
{
    [Fact]
    public async Task Leash_hands_on_every_line_and_the_exit_code()
    {
        var lines = new List<string>();
        await using var leash = Leash.Start(Shell("echo one; echo two >&2; exit 7"), line => { lock (lines) lines.Add(line); });

        Assert.Equal(7, await leash.Exit);
        Assert.Equal(["one", "two"], lines.Order());
    }

    [Fact]
    public async Task Leash_disposed_ends_the_program_and_what_it_started()
    {
        var started = new TaskCompletionSource<int>();
        var leash = Leash.Start(Shell("sleep 300 & echo $!; wait"), line => started.TrySetResult(int.Parse(line, null)));
        var grandchild = await started.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        await leash.DisposeAsync();

        await ProcessTable.GoneAsync([grandchild]);
    }

    [Fact]
    public async Task Leash_disposed_kills_a_program_that_will_not_end()
    {
        var started = new TaskCompletionSource();
        var leash = Leash.Start(Shell("trap '' TERM; echo deaf; while :; do sleep 1; done"), _ => started.TrySetResult());
        await started.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        await leash.DisposeAsync();

        Assert.Equal(128 + 9, await leash.Exit);
    }

    [Fact]
    public async Task Leash_killed_ends_the_program_and_what_it_started_without_warning()
    {
        var started = new TaskCompletionSource<int>();
        await using var leash = Leash.Start(Shell("trap 'echo warned' TERM; sleep 300 & echo $!; wait"), line => started.TrySetResult(int.Parse(line, null)));
        var grandchild = await started.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        leash.Kill();

        Assert.Equal(128 + 9, await leash.Exit.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        await ProcessTable.GoneAsync([grandchild]);
        leash.Kill();
    }

    [Fact]
    public async Task Leash_gives_only_the_named_environment_when_asked_to()
    {
        var lines = new List<string>();
        var call = Shell("echo \"[$GIVEN][$HOME]\"") with
        {
            OnlyThisEnvironment = true,
            Environment = ImmutableDictionary<string, string>.Empty.Add("GIVEN", "yes"),
        };
        await using var leash = Leash.Start(call, lines.Add);
        await leash.Exit;

        Assert.Equal(["[yes][]"], lines);
    }

    private static ProgramCall Shell(string script) => new("/bin/sh", ["-c", script]);
}
