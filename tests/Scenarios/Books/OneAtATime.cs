using System.Collections.Concurrent;
using Amazon.Runtime;

namespace Remediator.Scenarios.Books;

/// <summary>Passes on one call at a time. DynamoDB carries out the writes of one item one after the other; moto looks at a condition, and
/// writes, in two steps, with other threads in between, and a transaction that is refused puts its whole table back.</summary>
internal sealed class OneAtATime(ConcurrentQueue<string> calls) : HttpClientFactory
{
    private static readonly SemaphoreSlim Gate = new(1);

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(calls));

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    private sealed class Handler(ConcurrentQueue<string> calls) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            calls.Enqueue(request.Headers.TryGetValues("X-Amz-Target", out var target) ? target.First().Split('.')[^1] : "");
            await Gate.WaitAsync(cancellationToken);
            try
            {
                var answer = await base.SendAsync(request, cancellationToken);
                await answer.Content.LoadIntoBufferAsync(cancellationToken);
                return answer;
            }
            finally
            {
                Gate.Release();
            }
        }
    }
}
