using System.Diagnostics;

namespace Remediator.Cli.Tests;

/// <summary>The executable as a user starts it, and what belongs to the whole command line.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void The_executable_audits_from_standard_input_and_ends_with_the_agreed_code()
    {
        var (exit, output, error) = Start(Sample.Groups(Sample.Group("sg-0a", Sample.SshOpen)), "audit", "--policy", _desk.File("policy.yaml", Sample.Policy), "--input", "-", "--format", "json");
        Assert.Equal((2, ""), (exit, error));
        Assert.Equal("violation", new Answer(exit, output, error).Json.GetProperty("verdicts")[0].GetProperty("verdict").GetString());
    }

    [Fact]
    public void The_executable_shows_no_colours_where_its_output_is_no_terminal()
    {
        var (exit, output, _) = Start("", "explain", "--policy", _desk.File("policy.yaml", Sample.Policy), _desk.File("event.json", Happening.Opened(Happening.Ssh())));
        Assert.Equal(2, exit);
        Assert.StartsWith("arn:aws:iam::111122223333:user/alice opened 1 permission in sg-0a", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public void Every_verb_is_in_the_help_with_the_exit_codes()
    {
        var help = _desk.Run("--help");
        Assert.Equal(0, help.Exit);
        Assert.All(["lint <POLICY>", "explain <EVENT>", "audit", "waive", "lease", "switch", "release <KEY>", "remediator [command]", "0 clean · 1 could not run · 2 violations found"], text => Assert.Contains(text, help.Out));
    }

    [Theory]
    [InlineData("--bogus")]
    [InlineData("frobnicate")]
    [InlineData("lint")]
    [InlineData("lint a b")]
    [InlineData("lint a --format xml")]
    [InlineData("audit --policy a")]
    [InlineData("explain e")]
    [InlineData("")]
    public void A_command_line_that_is_not_understood_ends_with_1_and_shows_where_help_is(string arguments)
    {
        var answer = _desk.Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((1, ""), (answer.Exit, answer.Out));
        Assert.StartsWith("error: ", answer.Error, StringComparison.Ordinal);
        Assert.Contains("--help` shows what is expected", answer.Error);
    }

    [Theory]
    [InlineData("lint --bogus --format json")]
    [InlineData("audit --format=json")]
    [InlineData("frobnicate --format:json")]
    public void A_command_line_that_is_not_understood_is_told_in_JSON_where_that_was_asked_for(string arguments)
    {
        var answer = _desk.Run(arguments.Split(' '));
        Assert.Equal(1, answer.Exit);
        Assert.All(answer.Json.GetProperty("diagnostics").EnumerateArray(), d => Assert.Equal("error", d.GetProperty("severity").GetString()));
    }

    [Fact]
    public void An_argument_that_begins_with_an_at_sign_is_a_path_like_any_other() =>
        Assert.Contains("@nowhere: error: there is no such file", _desk.Run("lint", "@nowhere").Error);

    [Fact]
    public void A_terminal_gets_colours_and_a_width_and_the_same_words()
    {
        string[] arguments = ["audit", "--policy", _desk.File("policy.yaml", Sample.Policy), "--input", _desk.File("groups.json", Sample.Groups(Sample.Group("sg-0a", Sample.SshOpen)))];
        var plain = _desk.Run(arguments).Out;
        (_desk.Colours, _desk.Width) = (true, 200);
        var painted = _desk.Run(arguments).Out;
        Assert.Contains('\u001b', painted);
        Assert.Equal(plain, System.Text.RegularExpressions.Regex.Replace(painted, "\u001b\\[[0-9;]*m", ""));
    }

    [Fact]
    public void The_executable_audits_a_thousand_groups_of_twenty_rules()
    {
        var groups = _desk.File("groups.json", Sample.Groups([.. Enumerable.Range(0, 1000).Select(ManyRules)]));
        var policy = Path.Combine(AppContext.BaseDirectory, "policies", "default.yaml");
        var (exit, output, _) = Start("", "audit", "--policy", policy, "--input", groups);
        Assert.Equal(2, exit);
        Assert.StartsWith("✗ 2,000 violations, 0 undecided in 1,000 of 1,000 groups, 18,000 compliant", output.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
    }

    private static string ManyRules(int group)
    {
        var rules = Enumerable.Range(0, 18).Select(rule => $$"""{ "IpProtocol": "tcp", "FromPort": {{8000 + rule}}, "ToPort": {{8000 + rule}}, "IpRanges": [{ "CidrIp": "10.{{group % 256}}.{{rule}}.0/24", "Description": "application {{rule}}" }], "Ipv6Ranges": [], "PrefixListIds": [], "UserIdGroupPairs": [] }""");
        return Sample.Group($"sg-{group:x8}", [.. rules, Sample.SshOpen, Sample.SshOpen.Replace("22", "3389", StringComparison.Ordinal)]);
    }

    private static string Executable => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "remediator.exe" : "remediator");

    private static (int Exit, string Output, string Error) Start(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(Executable, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(60)), "the executable did not end within a minute");
        return (process.ExitCode, output.Result, error.Result);
    }
}
