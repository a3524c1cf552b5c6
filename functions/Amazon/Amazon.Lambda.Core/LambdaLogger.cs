namespace Amazon.Lambda.Core;

/// <summary>The log for code that has no <see cref="ILambdaContext"/> at hand; plain console lines until a runtime takes over.</summary>
public static class LambdaLogger
{
    private static Action<string, Exception, string, object[]> _sink = WriteToConsole;

    public static void Log(string message) => _sink(null, null, message, []);

    public static void Log(string level, string message, params object[] args) => _sink(level, null, message, args);

    public static void Log(string level, Exception exception, string message, params object[] args) =>
        _sink(level, exception, message, args);

    public static void Log(LogLevel level, string message, params object[] args) => _sink(level.ToString(), null, message, args);

    public static void Log(LogLevel level, Exception exception, string message, params object[] args) =>
        _sink(level.ToString(), exception, message, args);

    /// <summary>Takes (level or null, exception or null, message, arguments) from now on.</summary>
    internal static void SendTo(Action<string, Exception, string, object[]> sink) => Volatile.Write(ref _sink, sink);

    private static void WriteToConsole(string level, Exception exception, string message, object[] args)
    {
        Console.WriteLine(message);
        if (exception != null)
            Console.WriteLine(exception);
    }
}
