using System.Security.Cryptography;
using Remediator.Benchmarks.Floor;
using Remediator.Benchmarks.Wire;

namespace Remediator.Benchmarks.Peers;

/// <summary>What the Authorization header of a request says (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html).</summary>
internal static class SignedRequest
{
    /// <summary>The service in the credential's scope; empty when there is none.</summary>
    public static string Service(WireRequest request) => Part(request, "Credential").Split('/') is [_, _, _, var service, _] ? service : "";

    /// <summary>Null when the signature is that of this request, made with the secret.</summary>
    public static string? Problem(WireRequest request, string secret)
    {
        var scope = Part(request, "Credential").Split('/');
        if (scope is not [_, _, var region, var service, "aws4_request"]) return "the call is not signed";
        var headers = Part(request, "SignedHeaders").Split(';').Select(name => (name, request.Header(name)));
        var expected = SignatureV4.Of(secret, request.Header("x-amz-date"), region, service, request.Method, request.Path, headers, Convert.ToHexStringLower(SHA256.HashData(request.Body)));
        return Part(request, "Signature") == expected ? null : "the signature is not that of the request";
    }

    private static string Part(WireRequest request, string name) =>
        request.Header("authorization").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(p => p.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..] ?? "";
}
