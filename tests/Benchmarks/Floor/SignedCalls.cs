using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Remediator.Benchmarks.Floor;

/// <summary>Sends calls of AWS with nothing between HttpClient and the signature.</summary>
internal sealed class SignedCalls(HttpClient http)
{
    private readonly Uri _endpoint = new(Variable("AWS_ENDPOINT_URL"));
    private readonly string _region = Variable("AWS_REGION");
    private readonly string _keyId = Variable("AWS_ACCESS_KEY_ID");
    private readonly string _secret = Variable("AWS_SECRET_ACCESS_KEY");
    private readonly string _token = Variable("AWS_SESSION_TOKEN");

    public static string Variable(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"environment variable `{name}` is not set: start this through tests/Benchmarks");

    public async Task Send(string service, string method, string path, string contentType, byte[] body)
    {
        var date = DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        (string, string)[] headers = [("content-type", contentType), ("host", _endpoint.Authority), ("x-amz-date", date), ("x-amz-security-token", _token)];
        var signature = SignatureV4.Of(_secret, date, _region, service, method, path, headers, Convert.ToHexStringLower(SHA256.HashData(body)));
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(_endpoint, path)) { Content = content };
        request.Headers.TryAddWithoutValidation("x-amz-date", date);
        request.Headers.TryAddWithoutValidation("x-amz-security-token", _token);
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential={_keyId}/{date[..8]}/{_region}/{service}/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-security-token, Signature={signature}");
        using var answer = await http.SendAsync(request).ConfigureAwait(false);
        answer.EnsureSuccessStatusCode();
    }
}
