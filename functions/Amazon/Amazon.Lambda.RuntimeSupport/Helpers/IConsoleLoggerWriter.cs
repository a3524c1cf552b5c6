namespace Amazon.Lambda.RuntimeSupport.Helpers;

/// <summary>Writes entries of the log in the form that Lambda was configured for.</summary>
public interface IConsoleLoggerWriter
{
    /// <summary>From now on entries belong to this invocation.</summary>
    void SetRuntimeHeaders(IRuntimeApiHeaders runtimeApiHeaders);

    void FormattedWriteLine(string message);

    /// <summary><paramref name="args"/> fill the braces of <paramref name="message"/>, by name in order, or by number.</summary>
    void FormattedWriteLine(string level, string message, params object[] args);

    void FormattedWriteLine(string level, Exception exception, string message, params object[] args);
}
