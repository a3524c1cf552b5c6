namespace Amazon.Lambda.RuntimeSupport.Helpers;

/// <summary>One entry before it has a form. Everything but the time may be null.</summary>
/// <param name="Time">UTC.</param>
/// <param name="Level">As the caller named it; a name that is no level is kept.</param>
internal readonly record struct LogEntry(
    DateTime Time, IRuntimeApiHeaders Invocation, string Level, MessageTemplate Message, Exception Exception)
{
    internal const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
}
