using Remediator.Core.Tests.Pipelines;
using Remediator.Grants;
using Remediator.Ports;
using Remediator.Waivers;

namespace Remediator.Core.Tests.Grants;

public sealed class LeaseOpeningTests
{
    private readonly LeaseStory _it = new();

    [Fact]
    public async Task The_agreement_is_on_record_before_anything_is_opened_and_the_rule_is_known_after()
    {
        var opened = Assert.IsType<LeaseResult.Opened>(await _it.Open());
        Assert.Equal(["Agreements", "Read sg-0a1b2c3d4e5f60718", "Write Opening", "Authorize Ingress ingress tcp/22 203.0.113.7/32", "Write Open"], _it.Calls);
        var rule = Assert.Single(_it.Ec2.Permissions!);
        Assert.Equal((LeaseStory.Ssh, "sgr-new1"), (rule, rule.RuleId));
        Assert.True(LeaseDescription.IsOf(rule.Description, opened.Agreed.Waiver.Id));
        Assert.Equal((LeaseState.Open, "sgr-new1", 2), (Assert.Single(_it.Recorded).Lease!.State, _it.Recorded[0].Lease!.RuleId, _it.Recorded[0].Version));
    }

    [Fact]
    public async Task What_stands_already_is_nobodys_lease_and_nothing_is_recorded()
    {
        _it.Ec2.Permissions!.Add(LeaseStory.Ssh with { RuleId = "sgr-old" });
        var refused = Assert.IsType<LeaseResult.Refused>(await _it.Open());
        Assert.Equal("ingress tcp/22 203.0.113.7/32 stands there already as `sgr-old`", refused.Why.What);
        Assert.Empty(_it.Recorded);
        Assert.Empty(_it.Ec2.Authorizations);
    }

    [Fact]
    public async Task A_second_lease_of_the_same_permission_is_refused_and_names_the_first()
    {
        var first = Assert.IsType<LeaseResult.Opened>(await _it.Open());
        var refused = Assert.IsType<LeaseResult.Refused>(await _it.Open());
        Assert.Equal($"lease {first.Agreed.Waiver.Id} holds it open already", refused.Why.What);
        Assert.Single(_it.Recorded);
    }

    [Fact]
    public async Task An_answer_that_is_lost_after_the_effect_is_found_out_by_a_read()
    {
        _it.Ec2.LosesAuthorizeAnswer = true;
        Assert.Equal("sgr-new1", Assert.IsType<LeaseResult.Opened>(await _it.Open()).Agreed.Lease!.RuleId);
        Assert.Single(_it.Ec2.Authorizations);
    }

    [Fact]
    public async Task An_answer_that_does_not_list_the_rule_is_completed_by_a_read()
    {
        _it.Ec2.AuthorizeAnswersReturnOnly = true;
        Assert.Equal("sgr-new1", Assert.IsType<LeaseResult.Opened>(await _it.Open()).Agreed.Lease!.RuleId);
    }

    [Fact]
    public async Task Throttling_is_waited_out()
    {
        for (var i = 0; i < 3; i++) _it.Ec2.AuthorizeRefusals.Enqueue(new AuthorizeAnswer.Refused("r", "RequestLimitExceeded: slow down", true));
        Assert.IsType<LeaseResult.Opened>(await _it.Open());
        Assert.Equal(4, _it.Ec2.Authorizations.Count);
    }

    [Fact]
    public async Task Somebody_who_opens_it_between_our_read_and_our_call_keeps_it_and_the_agreement_is_over()
    {
        _it.Ec2.BeforeAuthorize = () => _it.Ec2.Permissions!.Add(LeaseStory.Ssh with { RuleId = "sgr-theirs" });
        Assert.Equal("somebody else opened it a moment ago", Assert.IsType<LeaseResult.Refused>(await _it.Open()).Why.What);
        IsWrittenOff("somebody else opened it a moment ago");
        Assert.Equal("sgr-theirs", Assert.Single(_it.Ec2.Permissions!).RuleId);
    }

    [Fact]
    public async Task What_EC2_refuses_leaves_no_agreement_in_force()
    {
        _it.Ec2.AuthorizeRefusals.Enqueue(new AuthorizeAnswer.Refused("r", "UnauthorizedOperation: no", false));
        Assert.Equal("EC2 refused it: UnauthorizedOperation: no", Assert.IsType<LeaseResult.Refused>(await _it.Open()).Why.What);
        IsWrittenOff("EC2 refused it: UnauthorizedOperation: no");
        _it.Ec2.Quota = 0;
        Assert.Contains("takes no more rules", Assert.IsType<LeaseResult.Refused>(await _it.Open()).Why.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_that_is_not_there_is_a_refusal()
    {
        _it.Ec2.Permissions = null;
        Assert.Equal("EC2 knows no such group here", Assert.IsType<LeaseResult.Refused>(await _it.Open()).Why.What);
        Assert.Empty(_it.Recorded);
    }

    [Fact]
    public async Task Nothing_is_opened_while_the_agreement_cannot_be_recorded()
    {
        for (var i = 0; i < 3; i++) _it.Agreements.Writes.Enqueue((new WriteAnswer.Failed("no answer"), false));
        Assert.Contains("no answer", Assert.IsType<LeaseResult.Failed>(await _it.Open()).Why.What, StringComparison.Ordinal);
        Assert.Empty(_it.Ec2.Authorizations);
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_is_none_that_is_written_twice()
    {
        _it.Agreements.Writes.Enqueue((new WriteAnswer.Failed("no answer"), true));
        Assert.IsType<LeaseResult.Opened>(await _it.Open());
        Assert.Equal(2, Assert.Single(_it.Recorded).Version);
    }

    [Fact]
    public async Task Somebody_elses_unfinished_lease_is_left_to_them()
    {
        _it.Calls.EndsAt = 4;
        await Assert.ThrowsAsync<ProcessEndedException>(() => _it.Open());
        _it.Calls.BeginAnotherProcess();
        var refused = Assert.IsType<LeaseResult.Refused>(await _it.Open("arn:aws:sts::111122223333:assumed-role/Engineer/bob"));
        Assert.Contains("begun by somebody else", refused.Why.What, StringComparison.Ordinal);
        Assert.True(Assert.IsType<LeaseResult.Opened>(await _it.Open()).Resumed);
    }

    /// <summary>Nobody may open it under this agreement any more.</summary>
    private void IsWrittenOff(string problem)
    {
        var kept = Assert.Single(_it.Recorded);
        Assert.Equal((LeaseState.Refused, problem), (kept.Lease!.State, kept.Lease.Problem));
        Assert.False(kept.Waiver.IsInForce(_it.Clock.GetUtcNow()));
        Assert.NotNull(kept.EndedAt);
    }
}
