using Remediator.Core.Tests.Pipelines;
using Remediator.Core.Tests.Pipelines.Guards;
using Remediator.Findings;
using Remediator.Policies;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Steps;

namespace Remediator.Tests.Findings;

public sealed class TellingTests
{
    private static readonly byte[] OpenedSsh = Events.Authorize("Ingress", ("sgr-1", "tcp", 22, 22, "0.0.0.0/0"));
    private static readonly Answer Throttled = new("Throttled: slow down", true);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_not_taken_waits_in_the_outbox_with_both_states_and_fails_nothing()
    {
        var account = Opened();
        (account.Topic.Says, account.Hub.Says, account.Outbox.Works) = (Throttled, _ => Throttled, true);
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(OpenedSsh));
        Assert.Empty(judged.Problems);
        Assert.Equal((1, 1, 2), (judged.FindingsFailed, judged.NoticesFailed, judged.Remarks.Length));
        Assert.All(judged.Remarks, r => Assert.Contains("waits in the outbox: Throttled", r, StringComparison.Ordinal));
        var key = judged.Change.KeyIn(judged.Group);
        Assert.Equal([$"findings/{key}", $"notice/{key}"], account.Outbox.Letters.Keys);
        var import = Assert.IsType<Letter.ToImport>(account.Outbox.Letters[$"findings/{key}"]);
        Assert.Equal([false, true], import.Findings.Select(f => f.Passed));
        Assert.IsType<Result.Repeated>(await account.Deliver(OpenedSsh));
    }

    [Fact]
    public async Task What_neither_is_taken_nor_fits_into_the_outbox_fails_the_event()
    {
        var account = Opened();
        (account.Topic.Says, account.Hub.Says) = (Throttled, _ => Throttled);
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(OpenedSsh));
        Assert.Equal(2, judged.Problems.Length);
        Assert.All(judged.Problems, p => Assert.Contains("(and ProvisionedThroughputExceededException", p, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_workflow_that_cannot_be_updated_waits_in_the_outbox_and_the_finding_is_told()
    {
        var account = Opened();
        (account.Hub.SaysOfWorkflow, account.Outbox.Works) = (Throttled, true);
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(OpenedSsh));
        Assert.Equal((0, 0, 1), (judged.Problems.Length, judged.FindingsFailed, judged.Remarks.Length));
        Assert.True(Assert.Single(Assert.IsType<Letter.ToResolve>(Assert.Single(account.Outbox.Letters.Values)).Findings).Passed);
    }

    [Fact]
    public async Task A_letter_sent_late_makes_no_finding_older()
    {
        var account = Opened();
        (account.Hub.Says, account.Outbox.Works) = (_ => Throttled, true);
        await account.Deliver(OpenedSsh);
        var letter = Assert.Single(account.Outbox.Letters.Values.OfType<Letter.ToImport>());
        account.Hub.Says = _ => Answer.Ok;
        account.Ec2.Permissions = [Account.Ingress(22, "0.0.0.0/0", "sgr-2")];
        account.Clock.Advance(TimeSpan.FromSeconds(20));
        await account.Deliver(Events.At(Events.Another(Events.Authorize("Ingress", ("sgr-2", "tcp", 22, 22, "0.0.0.0/0"))), account.Clock.GetUtcNow() - TimeSpan.FromSeconds(2)));
        var before = Assert.Single(account.Hub.Findings.Values);
        Assert.True(before.Passed);
        var sent = await Posting.Send(account.Hub, letter.Findings, Cancel);
        Assert.Empty(sent.NotTaken);
        Assert.Equal(before, Assert.Single(account.Hub.Findings.Values));
        Assert.Equal([false, true], account.Hub.States.Select(s => s.Passed));
    }

    [Fact]
    public async Task Telling_again_what_an_earlier_attempt_closed_never_opens_its_finding_again()
    {
        var hub = new FakeSecurityHub([]);
        var closed = Sample.Handle(Sample.Opening("tcp", 22, 22, "0.0.0.0/0"), Outcome.Revoked, Mode.Enforce, Sample.Admin) with { At = Sample.OpenedAt.AddSeconds(5) };
        var report = Sample.Report(closed);
        await Posting.Send(hub, FindingWriter.All(report, Sample.OpenedAt.AddHours(1)), Cancel);
        await Posting.Send(hub, FindingWriter.All(report with { SeenAt = Sample.OpenedAt.AddMinutes(9) }, Sample.OpenedAt.AddHours(2)), Cancel);
        Assert.Equal([false, true], hub.States.Select(s => s.Passed));
        Assert.Equal(Sample.OpenedAt.AddSeconds(5), Assert.Single(hub.Findings.Values).UpdatedAt);
    }

    [Fact]
    public async Task What_returns_is_failed_anew_and_passed_anew()
    {
        var hub = new FakeSecurityHub([]);
        foreach (var minutes in new[] { 0, 10 })
        {
            var closed = Sample.Handle(Sample.Opening("tcp", 22, 22, "0.0.0.0/0"), Outcome.Revoked, Mode.Enforce, Sample.Admin) with { At = Sample.OpenedAt.AddMinutes(minutes).AddSeconds(5) };
            await Posting.Send(hub, FindingWriter.All(Sample.Report(closed) with { SeenAt = Sample.OpenedAt.AddMinutes(minutes).AddSeconds(3) }, Sample.OpenedAt), Cancel);
        }

        Assert.Equal([false, true, false, true], hub.States.Select(s => s.Passed));
        Assert.Single(hub.Findings);
    }

    [Fact]
    public async Task A_notice_that_is_sent_takes_the_place_of_the_one_that_waits()
    {
        var account = Opened();
        (account.Topic.Says, account.Outbox.Works) = (Throttled, true);
        account.Ec2.Objects = _ => new RevokeAnswer.Refused(null, "UnauthorizedOperation: no", false);
        await account.Deliver(OpenedSsh);
        Assert.Contains("FAILED", Assert.Single(account.Outbox.Letters.Values.OfType<Letter.ToPeople>()).Notice.Subject, StringComparison.Ordinal);
        account.Topic.Says = Answer.Ok;
        account.Ec2.Objects = _ => null;
        await account.Deliver(OpenedSsh);
        Assert.Contains("closed", Assert.Single(account.Topic.Notices).Subject, StringComparison.Ordinal);
        Assert.Empty(account.Outbox.Letters);
    }

    [Fact]
    public async Task What_is_less_severe_than_the_policy_wants_to_hear_of_is_a_finding_and_no_notice()
    {
        var account = new Guarded("notices: { at-least: critical }\n");
        await account.Deliver(3306);
        Assert.Empty(account.Account.Topic.Notices);
        Assert.Single(account.Account.Hub.Findings);
        await account.Deliver(22);
        Assert.Single(account.Account.Topic.Notices);
    }

    [Fact]
    public async Task A_storm_waits_for_the_digest_and_what_is_critical_does_not()
    {
        var account = new Account(Policy("notices: { digest: { after: 2, minutes: 10 } }\n"));
        account.Outbox.Works = true;
        for (var n = 0; n < 4; n++) await Open(account, 3306, $"203.0.{n}.0/24");
        await Open(account, 22, "0.0.0.0/0");
        Assert.Equal(["high", "high", "critical"], account.Topic.Notices.Select(n => n.Attributes["severity"]));
        var waiting = account.Outbox.Letters.Values.OfType<Letter.ToDigest>().ToList();
        Assert.Equal(2, waiting.Count);
        Assert.All(waiting, l => Assert.Equal(0, l.Due.Minute % 10));
        Assert.All(waiting, l => Assert.True(l.Due > l.At));
        Assert.Equal(5, account.Hub.Findings.Count);
    }

    [Fact]
    public async Task A_storm_without_an_outbox_is_sent_one_by_one()
    {
        var account = new Account(Policy("notices: { digest: { after: 1, minutes: 10 } }\n"));
        for (var n = 0; n < 3; n++) await Open(account, 3306, $"203.0.{n}.0/24");
        Assert.Equal(3, account.Topic.Notices.Count);
    }

    [Fact]
    public async Task A_notice_that_is_counted_already_is_sent_again_at_once()
    {
        var world = new Account();
        world.Outbox.Works = true;
        var telling = new NoticeTelling(world.World, new(1, 10, Severity.Low), CancellationToken.None);
        var notice = NoticeWriter.Write(Sample.Report(Sample.Handle(Sample.Opening("tcp", 25, 25, "0.0.0.0/0", Groups.Direction.Egress), Outcome.Revoked, Mode.Enforce, Sample.Mail)))!;
        foreach (var one in new[] { notice, notice with { Id = "another" }, notice }) Assert.True((await telling.Tell(one, false, Cancel)).IsDone);
        Assert.Equal([notice.Id, notice.Id], world.Topic.Notices.Select(n => n.Id));
        Assert.Equal(["digest/another"], world.Outbox.Letters.Keys);
    }

    private static Account Opened()
    {
        var account = new Account();
        account.Ec2.Permissions = [Account.Ingress(22, "0.0.0.0/0", "sgr-1")];
        return account;
    }

    private static Policy Policy(string more) => Core.Tests.Policies.PolicyText.Read(Core.Tests.Policies.PolicyText.Head + Guarded.Rules + more).Policy!;

    private static async Task Open(Account account, int port, string cidr)
    {
        account.Clock.Advance(TimeSpan.FromSeconds(1));
        var id = $"sgr-{account.Topic.Notices.Count}{account.Outbox.Letters.Count}";
        account.Ec2.Permissions = [Account.Ingress(port, cidr, id)];
        var opened = Events.Another(Events.Authorize("Ingress", (id, "tcp", port, port, cidr)), $"request-{cidr}");
        Assert.Empty((await account.Deliver(Events.At(opened, account.Clock.GetUtcNow() - TimeSpan.FromSeconds(2)))).Problems);
    }
}
