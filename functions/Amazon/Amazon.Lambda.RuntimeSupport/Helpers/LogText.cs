using System.Globalization;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Helpers;

/// <summary>An entry as people read it in CloudWatch Logs: <c>time TAB request id TAB level TAB message</c>.</summary>
internal static class LogText
{
    internal static string Of(in LogEntry entry)
    {
        var time = entry.Time.ToString(LogEntry.TimeFormat, CultureInfo.InvariantCulture);
        var level = string.IsNullOrEmpty(entry.Level) ? "" : Label(entry.Level) + "\t";
        return $"{time}\t{entry.Invocation?.AwsRequestId}\t{level}{Unformatted(entry)}";
    }

    internal static string Unformatted(in LogEntry entry)
    {
        if (entry.Exception == null)
            return entry.Message.Text;
        return entry.Message.Text.Length == 0 ? entry.Exception.ToString() : $"{entry.Message.Text}\n{entry.Exception}";
    }

    // The labels of Microsoft.Extensions.Logging's console, which the official runtime uses too.
    private static string Label(string level) => LogSettings.LevelNamed(level) switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        LogLevel.Critical => "crit",
        _ => level,
    };
}
