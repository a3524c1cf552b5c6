using System.Security.Cryptography;
using System.Text;

namespace Remediator.Aws.Tests.Amazon.Shared;

/// <summary>Signature Version 4 computed from AWS's description of it, sharing no code with the SDK.</summary>
public static class SignatureVersion4
{
    /// <summary>The Authorization header that this request should carry, going by its own date, scope and list of signed headers.</summary>
    public static string AuthorizationOf(CapturedRequest request, string accessKey, string secretKey)
    {
        var authorization = request.Headers["Authorization"];
        var scope = Between(authorization, $"Credential={accessKey}/", ",").Split('/');
        var signedHeaders = Between(authorization, "SignedHeaders=", ",");
        var toSign = string.Join('\n', "AWS4-HMAC-SHA256", request.Headers["X-Amz-Date"], string.Join('/', scope), Hash(Canonical(request, signedHeaders)));
        var key = scope.Aggregate(Encoding.UTF8.GetBytes("AWS4" + secretKey), (key, part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part)));
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
        return $"AWS4-HMAC-SHA256 Credential={accessKey}/{string.Join('/', scope)}, SignedHeaders={signedHeaders}, Signature={signature}";
    }

    private static string Canonical(CapturedRequest request, string signedHeaders)
    {
        var headers = signedHeaders.Split(';').Select(name => $"{name}:{request.Headers[name].Trim()}\n");
        return string.Join('\n', request.Method, request.Uri.AbsolutePath, request.Uri.Query.TrimStart('?'), string.Concat(headers), signedHeaders, Hash(request.Body));
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }
}
