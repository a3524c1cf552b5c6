using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Amazon.Runtime;

namespace Remediator.Aws.Tests.Amazon.Shared;

/// <summary>A service in memory: notes each request, and answers by the script. Put it into a client's HttpClientFactory.</summary>
public sealed class ScriptedService(Func<CapturedRequest, int, CancellationToken, Task<HttpResponseMessage>> script) : HttpClientFactory
{
    private readonly ConcurrentQueue<CapturedRequest> _requests = new();

    /// <summary>In the order of arrival.</summary>
    public IReadOnlyList<CapturedRequest> Requests => [.. _requests];

    /// <summary>The first request gets the first answer; the last one is repeated.</summary>
    public static ScriptedService Answering(params HttpResponseMessage[] answers)
        => new((_, index, _) => Task.FromResult(Copy(answers[Math.Min(index, answers.Length - 1)])));

    public static HttpResponseMessage Answer(HttpStatusCode status, string body, string contentType = "text/xml", string? requestId = null)
    {
        var answer = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, contentType) };
        if (requestId is not null)
        {
            answer.Headers.Add("x-amzn-RequestId", requestId);
        }

        return answer;
    }

    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
        => new(new Handler(this), disposeHandler: true) { Timeout = clientConfig.Timeout ?? Timeout.InfiniteTimeSpan };

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => true;

    private Task<HttpResponseMessage> AnswerAsync(CapturedRequest request, int index, CancellationToken cancellation) => script(request, index, cancellation);

    /// <summary>A message can be sent once only; its content is small here.</summary>
    private static HttpResponseMessage Copy(HttpResponseMessage answer)
    {
        var copy = new HttpResponseMessage(answer.StatusCode) { Content = new ByteArrayContent(answer.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult()) };
        foreach (var (name, values) in answer.Content.Headers)
        {
            copy.Content.Headers.TryAddWithoutValidation(name, values);
        }

        foreach (var (name, values) in answer.Headers)
        {
            copy.Headers.TryAddWithoutValidation(name, values);
        }

        return copy;
    }

    private sealed class Handler(ScriptedService service) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var captured = await CapturedRequest.OfAsync(request, cancellationToken);
            var index = service._requests.Count;
            service._requests.Enqueue(captured);
            return await service.AnswerAsync(captured, index, cancellationToken);
        }
    }
}
