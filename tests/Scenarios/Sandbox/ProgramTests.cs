using Remediator.Sandbox;

namespace Remediator.Scenarios.Sandbox;

public sealed class ProgramTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task Tour_shows_the_forbidden_closing_and_ends_with_the_lines_to_try_by_hand()
    {
        var why = await LocalAws.WhyUnavailableAsync();
        Assert.SkipWhen(why is not null, why ?? "");
        await using var sandbox = new SandboxProgram();

        var code = await sandbox.ExitAsync(Patience);
        var said = sandbox.Lines.All;

        Assert.True(code == 0, string.Join('\n', said));
        Assert.Contains(said, line => line.Contains("✓ tcp/22 from 0.0.0.0/0", StringComparison.Ordinal) && line.Contains("closed after", StringComparison.Ordinal));
        Assert.Contains(said, line => line.Contains("✓ tcp/443 from 0.0.0.0/0", StringComparison.Ordinal) && line.EndsWith("stays", StringComparison.Ordinal));
        Assert.Contains(said, line => line.Contains("✓ tcp/3389 from 0.0.0.0/0", StringComparison.Ordinal) && line.Contains("closed after", StringComparison.Ordinal));
        Assert.Contains(said, line => line.Contains("✓ tcp/22 from 203.0.113.0/24", StringComparison.Ordinal) && line.EndsWith("stays", StringComparison.Ordinal));
        Assert.Equal(2, said.Count(line => line.Contains("✓ tcp/3306 from ", StringComparison.Ordinal) && line.Contains("closed after", StringComparison.Ordinal)));
        Assert.Contains(said, line => line.Contains("✓ tcp/9229 from 203.0.113.0/24", StringComparison.Ordinal) && line.EndsWith("stays", StringComparison.Ordinal));
        Assert.Contains(said, line => line.Contains("✓ tcp/22 from 198.51.100.0/24", StringComparison.Ordinal) && line.Contains("closed after", StringComparison.Ordinal));
        Assert.Equal(3, said.Count(line => line.Contains("✓ tcp/22 from 198.51.100.0/24", StringComparison.Ordinal) && line.EndsWith("stays", StringComparison.Ordinal)));
        Assert.Contains(said, line => line.Contains("│ Guessing of SSH passwords", StringComparison.Ordinal));
        Assert.Contains(said, line => line.Contains("│ Subject: ", StringComparison.Ordinal));
        Assert.Contains(said, line => line.Contains("PASSED · RESOLVED", StringComparison.Ordinal));
        Assert.Contains(said, line => line.Contains("aws ec2 authorize-security-group-ingress", StringComparison.Ordinal));
        Assert.DoesNotContain(said, line => line.Contains('\e'));
    }

    [Fact]
    public async Task Tour_without_moto_and_python_says_what_to_install_and_fails()
    {
        var bare = Directory.CreateTempSubdirectory("remediator-bare-");
        File.CreateSymbolicLink(Path.Combine(bare.FullName, "sh"), "/bin/sh");
        var environment = ImmutableDictionary<string, string>.Empty.Add("PATH", bare.FullName).Add("REMEDIATOR_SANDBOX_FOLDER", Path.Combine(bare.FullName, ".sandbox"));
        await using var sandbox = new SandboxProgram([], environment);

        Assert.Equal(1, await sandbox.ExitAsync(Patience));
        Assert.Contains(sandbox.Lines.All, line => line.Contains("neither `moto_server` nor `python3` is on the PATH; install Python 3.10", StringComparison.Ordinal));
        bare.Delete(recursive: true);
    }

    [Fact]
    public async Task Broken_policy_is_named_instead_of_a_tour_that_waits()
    {
        var why = await LocalAws.WhyUnavailableAsync();
        Assert.SkipWhen(why is not null, why ?? "");
        var policy = Path.GetTempFileName();
        await File.WriteAllTextAsync(policy, "version: 1\nmode: perhaps\n", TestContext.Current.CancellationToken);
        await using var sandbox = new SandboxProgram("tour", "--policy", policy);

        Assert.Equal(1, await sandbox.ExitAsync(Patience));
        Assert.Contains(sandbox.Lines.All, line => line.Contains("perhaps", StringComparison.Ordinal));
        File.Delete(policy);
    }

    [Theory]
    [InlineData("turn", "`turn` is not a verb")]
    [InlineData("--port 70000", "`--port` is not a verb or an option with its value")]
    [InlineData("serve --policy /nowhere.yaml", "there is no policy file `/nowhere.yaml`")]
    public void Command_line_that_is_not_understood_says_what(string arguments, string problem)
    {
        var (read, problems) = CommandLine.Parse(arguments.Split(' '));

        Assert.Null(read);
        Assert.Contains(problems, text => text.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Command_line_reads_verb_and_options_in_any_order() => Assert.Equal(
        new CommandLine("serve", true, null, 4600), CommandLine.Parse(["--verbose", "--port", "4600", "serve"]).Read);
}
