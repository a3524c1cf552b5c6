using Amazon.Lambda.RuntimeSupport.Helpers;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The calls of the Lambda runtime API. Each throws <see cref="RuntimeApiClientException"/> when it is refused or not answered.</summary>
public interface IRuntimeApiClient
{
    IConsoleLoggerWriter ConsoleLogger { get; }

    /// <summary>Waits, without limit, for the next event.</summary>
    Task<InvocationRequest> GetNextInvocationAsync(CancellationToken cancellationToken = default);

    Task ReportInitializationErrorAsync(Exception exception, string errorType = null, CancellationToken cancellationToken = default);

    Task ReportInitializationErrorAsync(string errorType, CancellationToken cancellationToken = default);

    Task ReportInvocationErrorAsync(string awsRequestId, Exception exception, CancellationToken cancellationToken = default);

    /// <summary>Sends what remains of the stream, or an empty answer for null; the stream stays open.</summary>
    Task SendResponseAsync(string awsRequestId, Stream outputStream, CancellationToken cancellationToken = default);
}
