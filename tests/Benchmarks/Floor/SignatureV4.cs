using System.Security.Cryptography;
using System.Text;

namespace Remediator.Benchmarks.Floor;

/// <summary>AWS Signature Version 4 (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html) for
/// requests without a query.</summary>
internal static class SignatureV4
{
    /// <param name="date">As in x-amz-date: yyyyMMddTHHmmssZ.</param>
    /// <param name="headers">What is signed: names in lower case, ascending.</param>
    /// <param name="bodyHash">SHA-256, in lower case hexadecimal.</param>
    /// <returns>The signature in lower case hexadecimal.</returns>
    public static string Of(string secret, string date, string region, string service, string method, string path, IEnumerable<(string Name, string Value)> headers, string bodyHash)
    {
        var canonical = new StringBuilder().Append(method).Append('\n').Append(path).Append("\n\n");
        var names = new StringBuilder();
        foreach (var (name, value) in headers)
        {
            canonical.Append(name).Append(':').Append(value).Append('\n');
            names.Append(names.Length == 0 ? "" : ";").Append(name);
        }

        canonical.Append('\n').Append(names).Append('\n').Append(bodyHash);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString())));
        var toSign = $"AWS4-HMAC-SHA256\n{date}\n{date[..8]}/{region}/{service}/aws4_request\n{hash}";
        var key = Mac(Mac(Mac(Mac(Encoding.UTF8.GetBytes("AWS4" + secret), date[..8]), region), service), "aws4_request");
        return Convert.ToHexStringLower(Mac(key, toSign));
    }

    private static byte[] Mac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
