using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Steps;

namespace Remediator.Core.Tests.Pipelines;

/// <summary>A Revoke that EC2 carried out and whose answer never came: what is repeated does not find it any more.</summary>
public sealed class LostAnswerTests
{
    private static byte[] OpenedSsh => Events.Authorize("Ingress", ("sgr-1", "tcp", 22, 22, "0.0.0.0/0"));

    [Fact]
    public async Task What_is_gone_after_a_call_of_ours_without_an_answer_was_revoked_by_us_and_is_told()
    {
        var account = new Account();
        account.Ec2.Permissions = [];
        account.Ec2.Refusals.Enqueue(new RevokeAnswer.Refused(null, "the call was given up before it was answered", true, PerhapsTaken: true));

        var judged = Assert.IsType<Result.Judged>(await account.Deliver(OpenedSsh));
        var handled = Assert.Single(judged.Handled);
        Assert.Equal((Outcome.Revoked, "revoked by an earlier call whose answer was lost"), (handled.Outcome, handled.Detail));
        Assert.Empty(judged.Problems);
        Assert.Equal(2, judged.Calls.Length);
        Assert.Single(account.Topic.Notices);
        Assert.True(Assert.Single(account.Hub.Findings.Values).Passed);
    }

    [Fact]
    public async Task What_is_gone_after_a_call_that_EC2_declined_was_somebody_elses_work()
    {
        var account = new Account();
        account.Ec2.Permissions = [];
        account.Ec2.Refusals.Enqueue(new RevokeAnswer.Refused("req-0", "RequestLimitExceeded: slow down", true));

        var judged = Assert.IsType<Result.Judged>(await account.Deliver(OpenedSsh));
        Assert.Equal(Outcome.Gone, Assert.Single(judged.Handled).Outcome);
        Assert.Empty(account.Topic.Notices);
        Assert.Empty(account.Hub.Findings);
    }
}
