using System.Text;
using System.Text.Json;
using Remediator.Sandbox;

namespace Remediator.Functions.Tests.OnSecurityGroupChange;

/// <summary>What is deployed: the published folder and its <c>bootstrap</c>.</summary>
public sealed class PublishedFunctionTests
{
    [Fact]
    public void The_folder_holds_an_executable_bootstrap_the_policy_and_nothing_that_does_not_run()
    {
        var files = Directory.EnumerateFiles(PublishedFunction.Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(PublishedFunction.Folder, f)).ToList();
        Assert.Contains(Path.Combine("policies", "default.yaml"), files);
        Assert.Empty(files.Where(f => Path.GetExtension(f) is ".pdb" or ".xml"));
        Assert.Empty(files.Where(f => f.Contains("CloudWatchEvents", StringComparison.Ordinal) || f.Contains("Sandbox", StringComparison.Ordinal)));
        if (OperatingSystem.IsWindows()) Assert.Skip("a file is not executable by a mode on Windows");
        else Assert.True(File.GetUnixFileMode(Path.Combine(PublishedFunction.Folder, "bootstrap")).HasFlag(UnixFileMode.UserExecute | UnixFileMode.OtherExecute));
    }

    [Fact]
    public async Task It_starts_without_AWS_ignores_answers_fails_and_goes_on()
    {
        using var policy = new TemporaryFile(Policies.ClosesSsh);
        await using var function = await Runtime.Start(("REMEDIATOR_POLICY", policy.Path));
        await function.Ready;

        var ignored = await function.Invoke(Event("0.0.0.0/0", errorCode: "Client.DryRunOperation"));
        Assert.True(ignored.Succeeded, ignored.Answer);
        Assert.StartsWith("ignored, because ", Message(await function.Line("ignored, because")), StringComparison.Ordinal);

        var garbage = await function.Invoke("{\"detail\":");
        Assert.False(garbage.Succeeded);
        using var report = JsonDocument.Parse(garbage.Answer);
        Assert.Equal("EventFailedException", report.RootElement.GetProperty("errorType").GetString());
        Assert.NotEqual("", report.RootElement.GetProperty("errorMessage").GetString());
        Assert.Equal("not handled", Message(await function.Line("not handled")));

        var benign = await function.Invoke(Event("10.0.0.0/8"));
        Assert.True(benign.Succeeded, benign.Answer);
        Assert.Equal("compliant", Message(await function.Line("compliant")));
    }

    [Fact]
    public async Task A_finding_that_cannot_be_told_fails_the_event_so_that_it_comes_again()
    {
        await using var function = await Runtime.Start();
        var attempt = await function.Invoke(Event("0.0.0.0/0"));
        Assert.False(attempt.Succeeded);
        Assert.Contains("a finding was not posted", attempt.Answer, StringComparison.Ordinal);
        Assert.Equal("judged", Message(await function.Line("judged")));
    }

    [Theory]
    [InlineData("REMEDIATOR_MODE", "careless", "REMEDIATOR_MODE is `careless`: expected `observe` or `enforce`")]
    [InlineData("REMEDIATOR_POLICY", "/nowhere.yaml", "REMEDIATOR_POLICY is `/nowhere.yaml`: expected the path of a policy file, and there is none")]
    public async Task A_wrong_setting_is_posted_as_an_error_of_the_start_and_ends_the_process(string name, string value, string message)
    {
        await using var function = await Runtime.Start((name, value));
        var refused = await Assert.ThrowsAsync<SandboxException>(() => function.Ready);
        Assert.StartsWith("the function could not start: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.NotEqual(0, await function.Exit);
    }

    private static string Event(string peer, string? errorCode = null) => Encoding.UTF8.GetString(TrailEvents.Authorize(DateTimeOffset.UtcNow, peer, change: record =>
    {
        if (errorCode is not null) record["errorCode"] = errorCode;
    }));

    /// <summary>The runtime may put a line of its own format around ours: ours begins at the brace.</summary>
    private static string? Message(string line)
    {
        using var json = JsonDocument.Parse(line[line.IndexOf('{', StringComparison.Ordinal)..]);
        return json.RootElement.GetProperty("message").GetString();
    }
}
