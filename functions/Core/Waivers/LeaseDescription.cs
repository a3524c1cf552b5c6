using System.Buffers;
using System.Globalization;

namespace Remediator.Waivers;

/// <summary>What stands in EC2's description of a rule that a lease opened: whoever sees the rule finds the lease, and we know the rule
/// again when the answer with its id was lost.</summary>
public static class LeaseDescription
{
    /// <summary>Characters (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html).</summary>
    public const int Longest = 255;

    private static readonly SearchValues<char> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ._-:/()#,@[]+=&;{}!$*");

    /// <summary><c>Remediator lease 0123456789ab, until 2026-11-20 18:00 UTC unless extended</c>, and what somebody wants to add.</summary>
    public static string Of(string leaseId, DateTimeOffset until, string? more)
    {
        var end = until.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return $"{Head(leaseId)} until {end} UTC unless extended{(string.IsNullOrEmpty(more) ? "" : $": {more}")}";
    }

    /// <summary>Whether the description says that this lease opened the rule. Anybody may write so: it is taken as proof only for what
    /// has the content of the lease, in its group, while the lease is on record.</summary>
    public static bool IsOf(string? description, string leaseId) => description is not null && description.StartsWith(Head(leaseId), StringComparison.Ordinal);

    /// <summary>Whether EC2 takes the text.</summary>
    public static bool IsWritable(string description) => description.Length <= Longest && !description.AsSpan().ContainsAnyExcept(Allowed);

    private static string Head(string leaseId) => $"Remediator lease {leaseId},";
}
