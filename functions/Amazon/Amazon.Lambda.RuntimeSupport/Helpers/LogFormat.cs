namespace Amazon.Lambda.RuntimeSupport.Helpers;

/// <summary>How an entry of the log looks.</summary>
internal enum LogFormat
{
    /// <summary>Time, request id, level and message, with tabs between.</summary>
    Text,

    /// <summary>The message alone.</summary>
    Unformatted,

    /// <summary>One JSON object on one line.</summary>
    Json,
}
