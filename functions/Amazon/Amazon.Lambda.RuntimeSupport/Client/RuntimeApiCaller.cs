using System.Net;
using System.Net.Http.Headers;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Sends one call to the runtime API and turns whatever is not the documented answer into one clear exception.</summary>
internal sealed class RuntimeApiCaller(HttpClient httpClient, string endpoint)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly string _root = $"http://{endpoint}/2018-06-01/runtime/";

    internal async Task<HttpResponseMessage> GetNextAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, _root + "invocation/next");
        return await SendAsync(request, HttpStatusCode.OK, cancellationToken).ConfigureAwait(false);
    }

    internal async Task PostAsync(string path, HttpContent content, string errorType, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _root + path) { Content = content };
        content.Headers.ContentType = Json;
        if (errorType != null)
            request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-Error-Type", ErrorReport.HeaderValue(errorType));
        using var response = await SendAsync(request, HttpStatusCode.Accepted, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, HttpStatusCode expected, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = await httpClient.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception)
        {
            throw new RuntimeApiClientException($"the Lambda runtime API did not answer {Named(request)}: {exception.Message}", 0, "", [], exception);
        }
        if (response.StatusCode == expected)
            return response;
        using (response)
            throw await RefusedAsync(request, expected, response).ConfigureAwait(false);
    }

    private async Task<RuntimeApiClientException> RefusedAsync(HttpRequestMessage request, HttpStatusCode expected, HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync().ConfigureAwait(false);
        var headers = new Dictionary<string, IEnumerable<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in response.Headers)
            headers[header.Key] = header.Value;
        var status = (int)response.StatusCode;
        var meaning = status == 500 ? "; it cannot recover, so this process has to end" : "";
        return new RuntimeApiClientException(
            $"the Lambda runtime API answered {Named(request)} with HTTP {status}, expected {(int)expected}{meaning}: {body}", status, body, headers, null);
    }

    private string Named(HttpRequestMessage request) => $"{request.Method} {request.RequestUri.AbsolutePath} at `{endpoint}`";
}
