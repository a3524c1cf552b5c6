using Remediator.Findings;

namespace Remediator.Aws.SecurityHub;

/// <summary>Cuts findings into calls as the service takes them: at most 100, and 6 MB in all.</summary>
/// <remarks>https://docs.aws.amazon.com/securityhub/latest/partnerguide/prepare-receive-findings.html. A finding of its own is far
/// below the 240 KB that one may have, since every text in it is limited.</remarks>
internal static class FindingBatches
{
    public const int MostFindings = 100;

    /// <summary>Somewhat under 6 MB, for what stands around the findings.</summary>
    public const int MostBytes = 5_500_000;

    /// <summary>What a finding takes beside its texts: names of members, quotes, times, and what is written twice.</summary>
    private const int Frame = 3_000;

    /// <summary>Each batch as positions in the list, in order.</summary>
    public static IEnumerable<Range> Of(IReadOnlyList<Finding> findings)
    {
        var (from, bytes) = (0, 0);
        for (var i = 0; i < findings.Count; i++)
        {
            var size = Size(findings[i]);
            if (i > from && (i - from == MostFindings || bytes + size > MostBytes))
            {
                yield return from..i;
                (from, bytes) = (i, 0);
            }

            bytes += size;
        }

        if (findings.Count > from) yield return from..findings.Count;
    }

    /// <summary>Bytes of the finding as JSON, never too few.</summary>
    public static int Size(Finding finding)
    {
        var bytes = Frame + Size(finding.Id) + (3 * Size(finding.ProductArn)) + Size(finding.GeneratorId) + Size(finding.Title) + Size(finding.Description)
            + Size(finding.RemediationText) + Size(finding.Resource.Arn) + Size(finding.Resource.GroupId);
        foreach (var requirement in finding.RelatedRequirements) bytes += Size(requirement);
        foreach (var (key, value) in finding.ProductFields) bytes += Size(key) + Size(value);
        return bytes;
    }

    /// <summary>A JSON writer may spell any character that is not plain as <c>\uxxxx</c>: six bytes.</summary>
    private static int Size(string text)
    {
        var bytes = 8;
        foreach (var c in text) bytes += char.IsAsciiLetterOrDigit(c) || c == ' ' ? 1 : 6;
        return bytes;
    }
}
