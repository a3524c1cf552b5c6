using System.Net;
using System.Text;
using Amazon.Runtime;

namespace Remediator.Aws.Tests.SecurityHub;

/// <summary>Answers each call by a function, and keeps what was asked. Nothing leaves the process.</summary>
internal sealed class CannedHttp(Func<CannedHttp.Call, CannedHttp.Reply> answer) : HttpClientFactory
{
    private readonly List<Call> _calls = [];

    public IReadOnlyList<Call> Calls => _calls;

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(answer, _calls));

    /// <summary>No test shares a client with another.</summary>
    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    internal sealed record Call(string Method, Uri Address, string Body);

    internal sealed record Reply(HttpStatusCode Status, string Body, string? ErrorType = null)
    {
        public static Reply Ok(string body) => new(HttpStatusCode.OK, body);
    }

    private sealed class Handler(Func<Call, Reply> answer, List<Call> calls) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            var call = new Call(request.Method.Method, request.RequestUri!, body);
            lock (calls) calls.Add(call);
            var reply = answer(call);
            var response = new HttpResponseMessage(reply.Status) { Content = new StringContent(reply.Body, Encoding.UTF8, "application/json"), RequestMessage = request };
            if (reply.ErrorType is { } type) response.Headers.Add("x-amzn-ErrorType", type);
            return response;
        }
    }
}
