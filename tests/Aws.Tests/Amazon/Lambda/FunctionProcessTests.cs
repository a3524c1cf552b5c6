using System.Text.Json;

namespace Remediator.Aws.Tests.Amazon.Lambda;

/// <summary>What only a process of its own shows: how it ends, and what it writes.</summary>
[Collection(LambdaCollection.Name)]
public sealed class FunctionProcessTests : IDisposable
{
    private readonly RuntimeApi _api = new();

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task Failed_initializer_is_in_the_log_and_ends_the_process_with_a_non_zero_code()
    {
        using var process = new FunctionProcess(_api, "fail-to-start");
        var posted = await _api.PostedAsync();
        var (exitCode, output, error) = await process.EndAsync();
        Assert.Contains("no policy was found", output + error, StringComparison.Ordinal);
        Assert.Equal("init/error", posted.Kind);
        Assert.NotEqual(0, exitCode);
    }

    [Fact]
    public async Task Termination_while_waiting_for_an_event_ends_the_process_cleanly()
    {
        StandIn.Only("the official package ends with 143");
        using var process = new FunctionProcess(_api);
        _api.Send("once");
        await _api.PostedAsync();
        process.Terminate();
        var (exitCode, _, error) = await process.EndAsync();
        Assert.Equal((0, ""), (exitCode, error));
    }

    [Fact]
    public async Task Termination_during_an_invocation_lets_it_be_answered()
    {
        StandIn.Only("the official package ends at once");
        using var process = new FunctionProcess(_api);
        _api.Send("slow", "r-2");
        await process.FirstLineAsync();
        process.Terminate();
        var posted = await _api.PostedAsync();
        Assert.Equal(("response", "r-2"), (posted.Kind, posted.RequestId));
        Assert.Equal(0, (await process.EndAsync()).ExitCode);
    }

    [Fact]
    public async Task Json_log_has_one_object_on_one_line_for_each_entry()
    {
        using var process = new FunctionProcess(_api, "echo", ("AWS_LAMBDA_LOG_FORMAT", "JSON"), ("AWS_LAMBDA_LOG_LEVEL", "INFO"), ("AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE", "true"));
        _api.Send("log", "r-9");
        await _api.PostedAsync();
        var (_, output, error) = await process.EndAsync();
        var entries = (output + error).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.All(entries, entry => Assert.Equal("r-9", entry.GetProperty("requestId").GetString()));
        Assert.Equal(
            ["Warning:revoked 2 permissions\nof `sg-0a`", "Error:could not tell", "Information:written to the console",
                "Information:logged without a context", "Error:written to standard error"],
            entries.Select(entry => $"{entry.GetProperty("level")}:{entry.GetProperty("message")}"));
        Assert.Equal((2, "sg-0a"), (entries[0].GetProperty("count").GetInt32(), entries[0].GetProperty("group").GetString()));
        Assert.Equal("a line\nand another", entries[1].GetProperty("errorMessage").GetString());
    }

    [Fact]
    public async Task Text_log_names_time_request_and_level_on_each_entry()
    {
        using var process = new FunctionProcess(_api, "echo", ("AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE", "true"));
        _api.Send("log", "r-9");
        await _api.PostedAsync();
        var (_, output, error) = await process.EndAsync();
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\tr-9\twarn\trevoked 2 permissions\nof `sg-0a`\n", output);
        Assert.Matches(@"Z\tr-9\tinfo\twritten to the console\n", output);
        Assert.Matches(@"Z\tr-9\tfail\twritten to standard error\n", error);
        Assert.DoesNotContain("too fine", output + error, StringComparison.Ordinal);
    }
}
