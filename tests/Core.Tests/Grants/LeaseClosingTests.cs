using Remediator.Core.Tests.Verdicts;
using Remediator.Grants;
using Remediator.Waivers;

namespace Remediator.Core.Tests.Grants;

public sealed class LeaseClosingTests
{
    private readonly LeaseStory _it = new();

    [Fact]
    public async Task Closing_takes_the_rule_and_ends_the_agreement_and_the_call_is_known_as_ours()
    {
        var agreed = await Opened();
        _it.Ec2.Permissions!.Add(Given.Opening("tcp", 22, 22, "198.51.100.0/24") with { RuleId = "sgr-other" });
        Assert.False(Assert.IsType<LeaseResult.Closed>(await _it.Close(agreed)).WasGone);
        Assert.Equal("sgr-other", Assert.Single(_it.Ec2.Permissions).RuleId);
        var kept = Assert.Single(_it.Recorded);
        Assert.Equal((LeaseState.Closed, false), (kept.Lease!.State, kept.Waiver.IsInForce(_it.Clock.GetUtcNow())));
        Assert.NotNull(kept.EndedAt);
        Assert.True((await _it.Ledger.IsOurs(_it.Ec2.Requests[^1], LeaseStory.Group, [], _it.Clock.GetUtcNow(), TestContext.Current.CancellationToken)).Value);
    }

    [Fact]
    public async Task What_somebody_took_away_before_is_closed()
    {
        var agreed = await Opened();
        _it.Ec2.Permissions!.Clear();
        Assert.True(Assert.IsType<LeaseResult.Closed>(await _it.Close(agreed)).WasGone);
        Assert.Equal(LeaseState.Closed, _it.Recorded[0].Lease!.State);
    }

    [Fact]
    public async Task A_group_that_is_deleted_holds_nothing_open()
    {
        var agreed = await Opened();
        _it.Ec2.Permissions = null;
        Assert.True(Assert.IsType<LeaseResult.Closed>(await _it.Close(agreed)).WasGone);
    }

    [Fact]
    public async Task The_same_content_that_somebody_opened_again_is_theirs()
    {
        var agreed = await Opened();
        _it.Ec2.Permissions![0] = _it.Ec2.Permissions[0] with { RuleId = "sgr-theirs" };
        Assert.Equal("sgr-new1 is gone, and the same is open as sgr-theirs", Assert.IsType<LeaseResult.Refused>(await _it.Close(agreed)).Why.What);
        Assert.Equal("sgr-theirs", Assert.Single(_it.Ec2.Permissions).RuleId);
    }

    [Fact]
    public async Task A_rule_that_holds_something_else_now_is_left_and_told()
    {
        var agreed = await Opened();
        _it.Ec2.Permissions![0] = Given.Opening("tcp", 443, 443, "203.0.113.7/32") with { RuleId = "sgr-new1" };
        Assert.Equal("sgr-new1 is ingress tcp/443 203.0.113.7/32 now", Assert.IsType<LeaseResult.Refused>(await _it.Close(agreed)).Why.What);
        Assert.Single(_it.Ec2.Permissions);
        Assert.Equal(LeaseState.Closed, _it.Recorded[0].Lease!.State);
    }

    [Fact]
    public async Task A_lease_that_is_over_is_not_closed_twice()
    {
        await _it.Close(await Opened());
        Assert.Equal("nothing is left to close", Assert.IsType<LeaseResult.Refused>(await _it.Close(_it.Recorded[0])).Why.Help);
    }

    [Fact]
    public async Task An_end_that_somebody_else_wrote_first_is_not_written_over()
    {
        var stale = await Opened();
        await _it.Close(stale);
        Assert.Contains("changed by somebody else", Assert.IsType<LeaseResult.Failed>(await _it.Close(stale)).Why.What, StringComparison.Ordinal);
    }

    private async Task<Agreement> Opened() => Assert.IsType<LeaseResult.Opened>(await _it.Open()).Agreed;
}
