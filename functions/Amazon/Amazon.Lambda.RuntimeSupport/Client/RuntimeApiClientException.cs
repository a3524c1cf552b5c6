using System.Diagnostics.CodeAnalysis;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The runtime API refused a call or could not be reached. A <see cref="StatusCode"/> of 0 means that there was no answer.</summary>
[SuppressMessage("Usage", "CA1032", Justification = "the official type has this constructor only")]
public class RuntimeApiClientException : Exception
{
    public RuntimeApiClientException(
        string message, int statusCode, string response, Dictionary<string, IEnumerable<string>> headers, Exception innerException)
        : base(message, innerException)
    {
        StatusCode = statusCode;
        Response = response;
        Headers = headers;
    }

    public int StatusCode { get; private set; }

    /// <summary>The body of the answer, as text.</summary>
    public string Response { get; private set; }

    public Dictionary<string, IEnumerable<string>> Headers { get; private set; }

    public override string ToString() => $"HTTP response {StatusCode}: {Response}{Environment.NewLine}{base.ToString()}";
}
