using System.Security.Cryptography;
using System.Text;
using Remediator.Diagnostics;
using Remediator.Policies.Checks;
using Remediator.Policies.Reading;
using Remediator.Policies.Yaml;

namespace Remediator.Policies;

/// <summary>Policy text in, checked policy or everything that is wrong with it out.</summary>
public static class PolicyReader
{
    /// <summary>UTF-8 bytes of the largest text that is read.</summary>
    public const int LargestText = 4_194_304;

    /// <summary>Reads YAML, or JSON as a subset of it. Never throws, whatever the text; time and memory are bounded.</summary>
    /// <param name="fileName">For the places of problems; the file itself is read by the caller.</param>
    /// <returns>Every problem, from the top of the file down, and the policy when none of them is an error.</returns>
    public static PolicyReading Read(string text, string fileName)
    {
        var problems = new Problems();
        var policy = Build(text, fileName, problems);
        if (policy is not null && !problems.HasErrors)
            foreach (var conflict in ForbiddenEntries.Sure(policy)) problems.Add(conflict);
        return new(problems.HasErrors ? null : policy, problems.InOrder());
    }

    /// <summary>As <see cref="Read(string, string)"/>, for the bytes of a file: whatever is not UTF-8 is a problem, nothing of it is
    /// replaced. This is what reads files.</summary>
    public static PolicyReading Read(ReadOnlyMemory<byte> utf8, string fileName)
    {
        var problems = new Problems();
        if (utf8.Length > LargestText) ReportSize(fileName, problems);
        else if (Encodings.Decode(utf8.Span, fileName, problems) is { } text) return Read(text, fileName);
        return new(null, problems.InOrder());
    }

    private static Policy? Build(string text, string fileName, Problems problems)
    {
        if (text.Length > LargestText || Encoding.UTF8.GetByteCount(text) > LargestText)
        {
            ReportSize(fileName, problems);
            return null;
        }

        if (!Encodings.IsText(text, fileName, problems)) return null;
        return Composer.Compose(text, fileName, problems) is { } root ? new PolicyBuilder(problems).Build(root, fileName, Digest(text)) : null;
    }

    private static void ReportSize(string fileName, Problems problems) =>
        problems.Add(Codes.TooLarge, new(fileName, 1, 1), "the text is larger than 4 MiB", "split the policy, or use wider blocks");

    /// <summary>The first 12 hexadecimal digits of the SHA-256 of the text in UTF-8.</summary>
    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 6));
}
