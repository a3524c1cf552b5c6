using System.Net;
using Remediator.Sandbox.Ec2;

namespace Remediator.Sandbox.Proxy;

/// <summary>The way to moto, for what callers ask and for what the proxy itself wants to know.</summary>
internal sealed class MotoLink : IDisposable
{
    private static readonly string[] OfTheConnection = ["Host", "Connection", "Content-Length", "Transfer-Encoding", "Expect", "Keep-Alive"];
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, AutomaticDecompression = DecompressionMethods.None });
    private readonly Uri _moto;
    private readonly string _account;

    public MotoLink(Uri moto, string account) => (_moto, _account) = (moto, account);

    /// <summary>Sends the call on as it is. A role session that moto itself issued keeps the account it was issued for.</summary>
    public async Task<AwsAnswer> ForwardAsync(AwsCall call, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(new HttpMethod(call.Method), new Uri(_moto, call.PathAndQuery));
        request.Content = new ByteArrayContent(call.Body.ToArray());
        foreach (var (name, value) in call.Headers.Where(one => !OfTheConnection.Contains(one.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content.Headers.TryAddWithoutValidation(name, value);
        }
        request.Headers.TryAddWithoutValidation("x-moto-account-id", _account);
        using var answer = await _http.SendAsync(request, cancellation);
        var headers = answer.Headers.Concat(answer.Content.Headers)
            .Where(one => !OfTheConnection.Contains(one.Key, StringComparer.OrdinalIgnoreCase) && one.Key is not ("Server" or "Date"))
            .Select(one => KeyValuePair.Create(one.Key, string.Join(",", one.Value)));
        return new((int)answer.StatusCode, [.. headers], await answer.Content.ReadAsByteArrayAsync(cancellation));
    }

    /// <summary>An EC2 call of the proxy's own, in the region of the caller's.</summary>
    public Task<AwsAnswer> Ec2Async(AwsCall onBehalfOf, QueryNode query, CancellationToken cancellation) =>
        ForwardAsync(onBehalfOf.With(query.With("Version", Ec2Xml.Version)), cancellation);

    public void Dispose() => _http.Dispose();
}
