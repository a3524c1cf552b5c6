using System.Security.Cryptography;
using System.Text;

namespace Remediator.Changes;

/// <summary>Ids from content: the same on every machine and in every process, and free of whatever the content was written in.</summary>
public static class StableHash
{
    /// <summary>32 hexadecimal digits (128 bits of SHA-256).</summary>
    public static string Of(params ReadOnlySpan<string> parts)
    {
        var all = new StringBuilder();
        // Each part with its length, so that no two lists of parts run together into one text.
        foreach (var part in parts) all.Append(part.Length).Append(':').Append(part);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())))[..32];
    }
}
