using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Helpers;

/// <summary>
/// What the function's logging configuration asks for; source: docs.aws.amazon.com/lambda, "Configuring advanced logging controls".
/// The variables with HANDLER in their name are those of the .NET runtime and come first.
/// </summary>
internal sealed record LogSettings(LogFormat Format, LogLevel Least)
{
    internal static LogSettings FromEnvironment()
    {
        var format = Read("AWS_LAMBDA_HANDLER_LOG_FORMAT", "AWS_LAMBDA_LOG_FORMAT");
        var level = Read("AWS_LAMBDA_HANDLER_LOG_LEVEL", "AWS_LAMBDA_LOG_LEVEL");
        return new LogSettings(FormatNamed(format), LevelNamed(level) ?? LogLevel.Information);
    }

    /// <summary>The level of that name, in Lambda's words or in those of .NET, without regard to case; null for any other word.</summary>
    internal static LogLevel? LevelNamed(string name) => name?.ToUpperInvariant() switch
    {
        "TRACE" => LogLevel.Trace,
        "DEBUG" => LogLevel.Debug,
        "INFO" or "INFORMATION" => LogLevel.Information,
        "WARN" or "WARNING" => LogLevel.Warning,
        "ERROR" => LogLevel.Error,
        "FATAL" or "CRITICAL" => LogLevel.Critical,
        _ => null,
    };

    private static LogFormat FormatNamed(string name) => name?.ToUpperInvariant() switch
    {
        "JSON" => LogFormat.Json,
        "UNFORMATTED" => LogFormat.Unformatted,
        _ => LogFormat.Text,
    };

    private static string Read(string first, string second) =>
        Environment.GetEnvironmentVariable(first) is { Length: > 0 } value ? value : Environment.GetEnvironmentVariable(second);
}
