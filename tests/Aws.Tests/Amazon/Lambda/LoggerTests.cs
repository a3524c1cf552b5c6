using System.Text.Json;
using Amazon.Lambda.RuntimeSupport.Helpers;

namespace Remediator.Aws.Tests.Amazon.Lambda;

[Collection(LambdaCollection.Name)]
public sealed class LoggerTests
{
    private static readonly string[] Levels = ["Trace", "Debug", "Information", "Warning", "Error", "Critical"];

    [Theory]
    [InlineData(null, 4)]
    [InlineData("TRACE", 6)]
    [InlineData("DEBUG", 5)]
    [InlineData("INFO", 4)]
    [InlineData("WARN", 3)]
    [InlineData("ERROR", 2)]
    [InlineData("FATAL", 1)]
    public void Entries_below_the_configured_level_are_dropped(string? level, int kept)
    {
        if (level == "WARN")
            StandIn.Only("the official package does not know the word");
        var lines = Written("Unformatted", level, writer =>
        {
            foreach (var name in Levels)
                writer.FormattedWriteLine(name, $"as {name}");
        });
        Assert.Equal(Levels[^kept..].Select(name => $"as {name}"), lines);
    }

    [Theory]
    [InlineData("revoked {count} of {all}", "revoked 2 of 3")]
    [InlineData("revoked {1} of {0}", "revoked 3 of 2")]
    [InlineData("revoked {count:D3} at last", "revoked 002 at last")]
    [InlineData("braces {{count}} stay, {count} does not", "braces {count} stay, 2 does not")]
    [InlineData("no braces", "no braces")]
    [InlineData("more {a} than {b} were {c}", "more 2 than 3 were {c}")]
    public void Arguments_fill_the_braces(string template, string expected) =>
        Assert.Equal([expected], Written("Unformatted", null, writer => writer.FormattedWriteLine("Information", template, 2, 3)));

    [Fact]
    public void Text_of_others_is_never_taken_for_a_template() =>
        Assert.Equal(["a {0} b"], Written("Unformatted", null, writer => writer.FormattedWriteLine("Information", "{text}", "a {0} b")));

    [Fact]
    public void Json_entry_holds_the_arguments_by_name_in_their_own_types()
    {
        var entry = JsonEntry(writer => writer.FormattedWriteLine(
            "Warning", "{port} {open} {share} {group} {peers}", 22, true, 0.5, "sg-0a", new[] { "203.0.113.0/24", "2001:db8::/32" }));
        Assert.Equal("Warning", entry.GetProperty("level").GetString());
        Assert.Equal(22, entry.GetProperty("port").GetInt32());
        Assert.True(entry.GetProperty("open").GetBoolean());
        Assert.Equal(0.5, entry.GetProperty("share").GetDouble());
        Assert.Equal("sg-0a", entry.GetProperty("group").GetString());
        Assert.Equal("2001:db8::/32", entry.GetProperty("peers")[1].GetString());
    }

    [Fact]
    public void Json_entry_is_one_line_whatever_the_text_holds()
    {
        const string hostile = "one\ntwo\r\nthree\u2028\u0007\",\"level\":\"Critical";
        Assert.Equal(hostile, JsonEntry(writer => writer.FormattedWriteLine(hostile)).GetProperty("message").GetString());
    }

    private static JsonElement JsonEntry(Action<LogLevelLoggerWriter> write) => JsonElement.Parse(Assert.Single(Written("JSON", null, write)));

    /// <summary>The lines that a writer of this format and least level writes to standard output.</summary>
    private static string[] Written(string format, string? level, Action<LogLevelLoggerWriter> write)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var earlier = Environment.GetEnvironmentVariable("AWS_LAMBDA_HANDLER_LOG_LEVEL");
        Environment.SetEnvironmentVariable("AWS_LAMBDA_HANDLER_LOG_LEVEL", null);
        Environment.SetEnvironmentVariable("AWS_LAMBDA_LOG_LEVEL", level);
        Environment.SetEnvironmentVariable("AWS_LAMBDA_LOG_FORMAT", format);
        write(new LogLevelLoggerWriter(output, TextWriter.Null));
        Environment.SetEnvironmentVariable("AWS_LAMBDA_HANDLER_LOG_LEVEL", earlier);
        Environment.SetEnvironmentVariable("AWS_LAMBDA_LOG_LEVEL", null);
        Environment.SetEnvironmentVariable("AWS_LAMBDA_LOG_FORMAT", null);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
