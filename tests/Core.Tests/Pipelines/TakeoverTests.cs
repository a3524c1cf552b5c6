using System.Text.Json.Nodes;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Steps;
using static Remediator.Core.Tests.Pipelines.Account;

namespace Remediator.Core.Tests.Pipelines;

/// <summary>A second delivery after a first one that did not finish: whatever a read shows by then, nothing stays untold.</summary>
public sealed class TakeoverTests
{
    public static TheoryData<string> Kinds => ["authorize, late", "modify", "modify, late", "omitted", "by name"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_was_revoked_and_not_told_is_told_by_the_next_delivery_although_a_read_no_longer_shows_it(string kind)
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        (account.Topic.Says, account.Hub.Says) = (new Answer("Throttled: slow down", true), _ => new Answer("InternalException: oops", true));
        Assert.NotEmpty((await account.Deliver(Event(kind))).Problems);
        Assert.Empty(account.Ec2.Permissions!);

        (account.Topic.Says, account.Hub.Says) = (Answer.Ok, _ => Answer.Ok);
        account.Clock.Advance(kind.EndsWith("late", StringComparison.Ordinal) ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(1));
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(Event(kind)));

        Assert.Equal(Outcome.Revoked, Assert.Single(judged.Handled).Outcome);
        Assert.Empty(judged.Problems);
        Assert.Single(account.Topic.Notices);
        Assert.True(Assert.Single(account.Hub.Findings.Values).Passed);
        Assert.Single(account.Ec2.Revocations);
    }

    [Fact]
    public async Task What_was_told_as_failed_is_told_as_gone_however_late_that_is_seen()
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1"), Ingress(3389, "0.0.0.0/0", "sgr-2")];
        account.Ec2.Refusals.Enqueue(new RevokeAnswer.Refused("req-0", "UnauthorizedOperation: no", false));
        var both = Events.Authorize("Ingress", ("sgr-1", "tcp", 22, 22, "0.0.0.0/0"), ("sgr-2", "tcp", 3389, 3389, "0.0.0.0/0"));
        Assert.Equal(2, (await account.Deliver(both)).Problems.Length);

        account.Ec2.Permissions.RemoveAt(0);
        account.Clock.Advance(TimeSpan.FromHours(1));
        var judged = Assert.IsType<Result.Judged>(await account.Deliver(both));

        Assert.Empty(judged.Problems);
        Assert.Empty(account.Ec2.Permissions);
        Assert.Equal(2, account.Hub.Findings.Count);
        Assert.All(account.Hub.Findings.Values, f => Assert.True(f.Passed));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_delivery_after_the_end_makes_no_call_that_changes_or_tells_anything(string kind)
    {
        var account = new Account();
        account.Ec2.Permissions = [Ingress(22, "0.0.0.0/0", "sgr-1")];
        Assert.IsType<Result.Judged>(await account.Deliver(Event(kind)));
        account.Calls.Clear();
        account.Clock.Advance(kind.EndsWith("late", StringComparison.Ordinal) ? TimeSpan.FromHours(1) : TimeSpan.FromMinutes(1));

        Assert.IsType<Result.Repeated>(await account.Deliver(Event(kind)));

        // Only a group that the event names by name has to be looked up before anybody knows whose event it was.
        Assert.Equal(kind == "by name" ? ["Read web"] : [], account.Calls);
    }

    private static byte[] Event(string kind) => kind switch
    {
        "authorize, late" => Events.Authorize("Ingress", ("sgr-1", "tcp", 22, 22, "0.0.0.0/0")),
        "omitted" => Events.Omitted(),
        "by name" => Events.Bytes(Events.Envelope("AuthorizeSecurityGroupIngress", new JsonObject { ["groupName"] = "web", ["cidrIp"] = "0.0.0.0/0", ["ipProtocol"] = "tcp", ["fromPort"] = 22, ["toPort"] = 22 }, null)),
        _ => Events.Modify("sgr-1", "tcp", 22, 22, "0.0.0.0/0"),
    };
}
