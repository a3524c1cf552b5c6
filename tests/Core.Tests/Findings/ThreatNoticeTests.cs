namespace Remediator.Tests.Findings;

public sealed class ThreatNoticeTests
{
    public static TheoryData<string> Names => [.. Attacks.Notices.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_notice_reads_as_its_expected_file_says(string name) => StoryTests.Compare(name, NoticeText.Of(Attacks.Notices[name]()));
}
