using Remediator.Groups;

namespace Remediator.Findings;

/// <summary>The last state of a finding of which a sweep knows only that it was open and is not any more.</summary>
public static class GoneFinding
{
    /// <param name="id">Of the finding that was imported as FAILED.</param>
    /// <param name="title">As it was told.</param>
    /// <param name="since">When it was first seen.</param>
    /// <param name="told">When it was last told: what is told now is later, or Security Hub would ignore it.</param>
    public static Finding Of(GroupKey group, string partition, string id, string generatorId, string title, string severity, DateTimeOffset since, DateTimeOffset told, DateTimeOffset now)
    {
        var (region, account) = (SafeText.Ascii(group.Region, FindingLimits.Region), SafeText.Ascii(group.Account, FindingLimits.Account));
        var (next, seen) = (told.AddMilliseconds(1), TimeText.Milliseconds(now));
        return new(
            id,
            $"arn:{partition}:securityhub:{region}:{account}:product/{account}/default",
            generatorId,
            account,
            region,
            since,
            since,
            seen > next ? seen : next,
            severity,
            title,
            SafeText.Shorten($"{title}. A sweep at {TimeText.Of(now)} found that this is not so any more, or that it is allowed now.", FindingLimits.Description),
            "Nothing is left to do.",
            Remediations.Outcome.Gone,
            Passed: true,
            FindingResource.Of(partition, group),
            [],
            ImmutableSortedDictionary<string, string>.Empty);
    }
}
