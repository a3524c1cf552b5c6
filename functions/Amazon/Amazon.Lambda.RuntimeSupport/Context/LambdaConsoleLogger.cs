using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Helpers;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The log that handlers see: levels, arguments and exceptions reach the writer as they are.</summary>
internal sealed class LambdaConsoleLogger(IConsoleLoggerWriter writer) : ILambdaLogger
{
    public void Log(string message) => writer.FormattedWriteLine(message);

    public void LogLine(string message) => writer.FormattedWriteLine(message);

    public void Log(string level, string message) => writer.FormattedWriteLine(level, message, []);

    public void Log(string level, string message, params object[] args) => writer.FormattedWriteLine(level, message, args);

    public void Log(string level, Exception exception, string message, params object[] args) =>
        writer.FormattedWriteLine(level, exception, message, args);
}
