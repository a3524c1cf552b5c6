namespace Remediator.Policies;

/// <summary>How people are told.</summary>
/// <param name="DigestAfter">More notices than this within <paramref name="DigestMinutes"/> become one; null: never.</param>
/// <param name="AtLeast">Findings below this severity are recorded and reach Security Hub, and send no notice.</param>
public sealed record NoticeSettings(int? DigestAfter, int DigestMinutes, Severity AtLeast);
