using System.Text;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Helpers;

/// <summary>
/// Gives each entry its time, request id and level, drops what is below the configured level, and takes over what the program
/// writes to the console: standard output as Information, standard error as Error.
/// </summary>
public class LogLevelLoggerWriter : IConsoleLoggerWriter
{
    private const string NoCaptureVariable = "AWS_LAMBDA_DOTNET_DISABLE_CONSOLE_CAPTURE";

    private static readonly Lazy<LogLevelLoggerWriter> Process = new(ForProcess);

    private readonly Lock _oneEntryAtATime = new();
    private readonly LogSettings _settings = LogSettings.FromEnvironment();
    private readonly TextWriter _out;
    private readonly TextWriter _error;
    private IRuntimeApiHeaders _invocation;

    public LogLevelLoggerWriter(TextWriter stdOutWriter, TextWriter stdErrorWriter)
    {
        _out = stdOutWriter;
        _error = stdErrorWriter;
    }

    public void SetRuntimeHeaders(IRuntimeApiHeaders runtimeApiHeaders) => Volatile.Write(ref _invocation, runtimeApiHeaders);

    public void FormattedWriteLine(string message) => Write(_out, nameof(LogLevel.Information), null, message, []);

    public void FormattedWriteLine(string level, string message, params object[] args) => Write(_out, level, null, message, args);

    public void FormattedWriteLine(string level, Exception exception, string message, params object[] args) =>
        Write(_out, level, exception, message, args);

    /// <summary>The one writer of this process; making it takes over the console and <see cref="LambdaLogger"/>.</summary>
    internal static LogLevelLoggerWriter OfProcess() => Process.Value;

    private static LogLevelLoggerWriter ForProcess()
    {
        var free = string.Equals(Environment.GetEnvironmentVariable(NoCaptureVariable), "true", StringComparison.OrdinalIgnoreCase);
        var writer = free ? new(Console.Out, Console.Error) : new LogLevelLoggerWriter(Open(Console.OpenStandardOutput()), Open(Console.OpenStandardError()));
        if (!free)
            writer.TakeOverConsole();
        LambdaLogger.SendTo(writer.FormattedWriteLine);
        return writer;
    }

    // The bare streams: Console.Out would first learn about a terminal that Lambda does not have.
    private static StreamWriter Open(Stream stream) => new(stream, new UTF8Encoding(false), 4096) { AutoFlush = true, NewLine = "\n" };

    private void TakeOverConsole()
    {
        Console.SetOut(new EntryWriter(line => Write(_out, nameof(LogLevel.Information), null, line, [])));
        Console.SetError(new EntryWriter(line => Write(_error, nameof(LogLevel.Error), null, line, [])));
    }

    private void Write(TextWriter target, string level, Exception exception, string message, object[] args)
    {
        if (LogSettings.LevelNamed(level) < _settings.Least)
            return;
        var entry = new LogEntry(DateTime.UtcNow, Volatile.Read(ref _invocation), level, MessageTemplate.Of(message, args), exception);
        var line = _settings.Format switch
        {
            LogFormat.Json => LogJson.Of(entry),
            LogFormat.Unformatted => LogText.Unformatted(entry),
            _ => LogText.Of(entry),
        };
        lock (_oneEntryAtATime)
            target.WriteLine(line);
    }
}
