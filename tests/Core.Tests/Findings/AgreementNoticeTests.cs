using Remediator.Core.Tests.Schedule;
using Remediator.Findings;
using Remediator.Waivers;

namespace Remediator.Tests.Findings;

public sealed class AgreementNoticeTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Now = Desk.Waiver().Until.AddMinutes(-55);

    public static TheoryData<AgreementTurn> Turns => [.. Enum.GetValues<AgreementTurn>()];

    [Fact]
    public void The_end_of_a_lease_is_foretold_in_words_for_a_phone() => Assert.Equal(
        """
        Closed in about 55 minutes: tcp/22 from 203.0.113.7/32
        on sg-0a1b2c3d4e5f60718, account 111122223333, eu-west-1

        AGREED
        by arn:aws:sts::111122223333:assumed-role/engineers/ana
        from 2026-03-01 12:00:00 UTC
        until 2026-03-01 20:00:00 UTC
        because "the migration of the database"
        ticket "OPS-17"

        WHAT NOW
        After that, connections made through it go on, and no new one is let in.
        Is it needed longer?
        remediator lease extend 0123456789ab --policy POLICY --hours HOURS

        RECORD
        lease 0123456789ab
        notice NOTICE

        """.ReplaceLineEndings("\n").TrimEnd() + "\n",
        Body(Desk.Lease(), AgreementTurn.EndsSoon));

    [Fact]
    public void The_end_of_a_waiver_says_who_judges_what_it_covered() =>
        Assert.Contains("What stood because of it was judged by the policy. What was closed of it, or could not be, a notice of its own tells.", Body(new(Desk.Waiver(), 1), AgreementTurn.Ended), StringComparison.Ordinal);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_end_of_an_emergency_change_asks_for_its_review_unless_it_was_asked_for(bool asked)
    {
        var waiver = Desk.Waiver() with { ReviewBy = Desk.Waiver().Until };
        var body = Body(new(waiver, 1) { ReviewToldAt = asked ? Now : null }, AgreementTurn.Ended);
        Assert.Equal(!asked, body.Contains("This was an emergency change", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Turns))]
    public void Each_turn_has_one_id_however_often_it_is_told_and_another_than_every_other(AgreementTurn turn)
    {
        var id = Notice(Desk.Lease(), turn).Id;
        Assert.Equal(id, AgreementNotice.Of(Desk.Lease().Next(), turn, null, Now.AddHours(3)).Id);
        Assert.DoesNotContain(id, Enum.GetValues<AgreementTurn>().Where(t => t != turn).Select(t => Notice(Desk.Lease(), t).Id));
        Assert.NotEqual(id, Notice(Desk.Lease(id: "another"), turn).Id);
        Assert.NotEqual(id, Notice(Desk.Lease(hours: 9), turn).Id);
        Assert.Equal(["account", "groupId", "noticeId", "outcome", "region", "severity", "verdict"], Notice(Desk.Lease(), turn).Attributes.Keys);
    }

    [Fact]
    public void Hostile_words_reach_neither_subject_nor_body_as_they_are()
    {
        const int seed = 20260301;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var i = 0; i < 100; i++)
        {
            var waiver = Desk.Waiver(OddText.Of(random, 60)) with
            {
                Group = new(OddText.Of(random, 20), OddText.Of(random, 40), OddText.Of(random, 80)),
                Owner = OddText.Of(random, 300),
                Reason = OddText.Of(random, 800),
                Ticket = OddText.Of(random, 200),
                PeerKeys = [OddText.Of(random, 90)],
                Undoes = OddText.Of(random, 90),
            };
            foreach (var turn in Enum.GetValues<AgreementTurn>())
            {
                foreach (var agreement in new[] { new Agreement(waiver, 1), new(waiver, 1) { Lease = new(Desk.Opened, LeaseState.Open, "sgr-1") } })
                {
                    var notice = AgreementNotice.Of(agreement, turn, OddText.Of(random, 400), Now);
                    Assert.InRange(notice.Subject.Length, 10, 99);
                    Assert.DoesNotContain(notice.Subject, c => c is < ' ' or > '~');
                    Assert.Null(OddText.Problem(notice.Body, lines: true));
                    Assert.InRange(notice.Body.Length, 100, 5000);
                }
            }
        }
    }

    private static Notice Notice(Agreement agreement, AgreementTurn turn) => AgreementNotice.Of(agreement, turn, null, Now);

    private static string Body(Agreement agreement, AgreementTurn turn)
    {
        var notice = Notice(agreement, turn);
        return notice.Body.Replace(notice.Id, "NOTICE", StringComparison.Ordinal);
    }
}
