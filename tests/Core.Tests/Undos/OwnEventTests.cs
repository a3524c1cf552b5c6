using Remediator.Changes;
using Remediator.Core.Tests.Pipelines;
using Remediator.Core.Tests.Policies;
using Remediator.Groups;
using Remediator.Steps;
using Remediator.Verdicts;
using static Remediator.Core.Tests.Pipelines.Account;

namespace Remediator.Core.Tests.Undos;

/// <summary>What an undo puts back comes as an event of whoever ran it: the waiver lets it stay, and when that ends nothing does.</summary>
public sealed class OwnEventTests
{
    private const string Deny = "rules:\n- { id: R1, name: no-8080, deny: { direction: ingress, service: tcp/8080, peer: anywhere }, why: closed }\n";
    private const string ChangeControl = "changes:\n- { groups: any, allow: { roles: ['arn:aws:iam::*:role/terraform-*'] }, opened: revert }\n";
    private const string Baseline = "baselines:\n- group: any\n  ingress: [{ id: web, service: tcp/443, peer: 10.0.0.0/8, why: web }]\n  extra: revoke\n";

    private static byte[] Event => Events.Another(Events.Authorize("Ingress", ("sgr-new1", "tcp", 8080, 8080, "10.0.0.0/8")), arn: UndoDesk.Bob);

    [Theory]
    [InlineData(Deny)]
    [InlineData(ChangeControl)]
    [InlineData(Baseline)]
    public async Task It_is_judged_waived_until_the_waiver_ends_and_a_violation_after(string rules)
    {
        var reading = PolicyText.Read(PolicyText.Head + rules);
        Assert.True(reading.Policy is not null, string.Join('\n', reading.Diagnostics));
        var desk = await UndoDesk.AfterRevokeUnder(reading.Policy);
        var opened = Ingress(8080, "10.0.0.0/8");
        Assert.DoesNotContain(opened, desk.Ec2.Permissions!);
        await desk.Done();

        var judged = Assert.IsType<Result.Judged>(await desk.Account.Deliver(Event));

        Assert.Equal(Decision.Waived, Assert.Single(judged.Handled).Verdict.Decision);
        Assert.Contains(opened, desk.Ec2.Permissions!);
        Assert.Single(desk.Account.Topic.Notices);
        var waivers = (await desk.Waivers()).Select(a => a.Waiver).ToImmutableArray();
        Assert.Equal(Decision.Waived, Sweep(waivers[0].Until - TimeSpan.FromTicks(1)));
        Assert.Equal(Decision.Violation, Sweep(waivers[0].Until));

        // A sweep does not know who opened what: change control is asked only where somebody is said to have done it.
        Decision Sweep(DateTimeOffset now) => Judge.Decide(reading.Policy, opened, new Situation(new GroupFacts(UndoDesk.Group), now)
        {
            Standing = [.. desk.Ec2.Permissions!],
            Waivers = waivers,
            IsSweep = true,
            OpenedBy = rules == ChangeControl ? ((Change)ChangeReader.Read(Event)).Actor : null,
        }).Decision;
    }

    [Fact]
    public async Task A_wider_permission_than_was_put_back_goes()
    {
        var desk = await UndoDesk.AfterRevokeUnder(PolicyText.Read(PolicyText.Head + Deny).Policy!);
        await desk.Done();
        desk.Ec2.Permissions!.Add(Ingress(8080, "0.0.0.0/0", "sgr-9"));
        await desk.Account.Deliver(Events.Another(Events.Authorize("Ingress", ("sgr-9", "tcp", 8080, 8080, "0.0.0.0/0")), "other", UndoDesk.Bob));
        Assert.DoesNotContain(Ingress(8080, "0.0.0.0/0"), desk.Ec2.Permissions);
        Assert.Contains(Ingress(8080, "10.0.0.0/8"), desk.Ec2.Permissions);
    }
}
