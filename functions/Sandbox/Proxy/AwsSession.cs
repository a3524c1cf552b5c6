using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Remediator.Sandbox.Proxy;

/// <summary>Calls to the local AWS in somebody's name, through the query protocol of EC2 and SNS and the JSON one of DynamoDB. The signature
/// is not one: only its scope is read.</summary>
public sealed class AwsSession(Uri endpoint, Caller caller, string region) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = endpoint };

    /// <summary>Makes one EC2 call; the answer comes without namespaces.</summary>
    /// <param name="parameters">As on the wire: `IpPermissions.1.IpProtocol`, `tcp` …</param>
    /// <exception cref="SandboxException">AWS refused: the message has its code and words.</exception>
    public Task<XElement> Ec2Async(string action, IEnumerable<(string Name, string Value)> parameters, CancellationToken cancellation = default) =>
        CallAsync("ec2", "2016-11-15", action, parameters, cancellation);

    /// <summary>Makes one SNS call.</summary>
    /// <exception cref="SandboxException">AWS refused.</exception>
    public Task<XElement> SnsAsync(string action, IEnumerable<(string Name, string Value)> parameters, CancellationToken cancellation = default) =>
        CallAsync("sns", "2010-03-31", action, parameters, cancellation);

    /// <summary>Makes one DynamoDB call.</summary>
    /// <exception cref="SandboxException">AWS refused: the message has its words.</exception>
    public async Task<JsonObject> DynamoDbAsync(string operation, JsonObject body, CancellationToken cancellation = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body.ToJsonString()) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        request.Headers.TryAddWithoutValidation("X-Amz-Target", $"DynamoDB_20120810.{operation}");
        using var answer = await SendAsync("dynamodb", request, cancellation);
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        return answer.IsSuccessStatusCode
            ? JsonNode.Parse(text)!.AsObject()
            : throw new SandboxException($"dynamodb:{operation} was refused: HTTP {(int)answer.StatusCode} `{Plain.Text(text, 300)}`");
    }

    public void Dispose() => _http.Dispose();

    private async Task<XElement> CallAsync(
        string service, string version, string action, IEnumerable<(string Name, string Value)> parameters, CancellationToken cancellation)
    {
        var form = parameters.Prepend(("Version", version)).Prepend(("Action", action)).Select(one => KeyValuePair.Create(one.Item1, one.Item2));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new FormUrlEncodedContent(form) };
        using var answer = await SendAsync(service, request, cancellation);
        var body = new AwsAnswer((int)answer.StatusCode, [], await answer.Content.ReadAsByteArrayAsync(cancellation));
        if (body.Succeeded && body.Xml() is { } xml)
            return xml;
        var code = body.Xml()?.Descendants("Code").FirstOrDefault()?.Value ?? $"HTTP {body.Status}";
        var words = body.Xml()?.Descendants("Message").FirstOrDefault()?.Value ?? body.Text;
        throw new SandboxException($"{service}:{action} was refused: {Plain.Text(code)} `{Plain.Text(words, 300)}`");
    }

    private Task<HttpResponseMessage> SendAsync(string service, HttpRequestMessage request, CancellationToken cancellation)
    {
        var scope = $"{caller.AccessKeyId}/20260101/{region}/{service}/aws4_request";
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host, Signature=none");
        return _http.SendAsync(request, cancellation);
    }
}
