using Remediator.Core.Tests.Pipelines;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Steps;
using Remediator.Waivers;
using static Remediator.Core.Tests.Schedule.Desk;

namespace Remediator.Core.Tests.Schedule;

public sealed class WaiverEndTests
{
    [Fact]
    public async Task Its_end_is_foretold_once_and_told_once_and_nothing_is_touched()
    {
        var desk = new Desk().Holding(new Agreement(Waiver(), 1)).Standing(Opened with { RuleId = "sgr-1" });
        for (var hour = 0.0; hour < 12; hour += 0.5)
        {
            await desk.RunWell();
            desk.Clock.Advance(TimeSpan.FromMinutes(30));
        }

        Assert.Equal(["endsSoon", "ended"], desk.Topic.Notices.Select(n => n.Attributes["outcome"]));
        Assert.Single(desk.Ec2.Permissions!);
    }

    [Fact]
    public async Task At_its_end_what_stood_because_of_it_is_closed_and_told_before_the_end_is()
    {
        var desk = Over(new Desk()).Standing(Hole with { RuleId = "sgr-1" });
        await desk.RunWell();
        Assert.Empty(desk.Ec2.Permissions!);
        Assert.Equal(["revoked", "ended"], desk.Topic.Notices.Select(n => n.Attributes["outcome"]));
        Assert.Contains("a waiver allowed this until its end", desk.Topic.Notices[0].Body, StringComparison.Ordinal);
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await desk.RunWell();
        Assert.Equal(2, desk.Topic.Notices.Count);
    }

    [Fact]
    public async Task At_its_end_what_it_never_covered_all_of_stays()
    {
        Permission[] others = [Account.Ingress(22, "0.0.0.0/0") with { RuleId = "sgr-2" }, Account.Ingress(3389, "198.51.100.7/32") with { RuleId = "sgr-3" }];
        var desk = Over(new Desk()).Standing([Hole with { RuleId = "sgr-1" }, .. others]);
        await desk.RunWell();
        Assert.Equal(others, desk.Ec2.Permissions!);
    }

    [Fact]
    public async Task At_its_end_what_another_waiver_covers_stays()
    {
        var desk = new Desk().Holding(new Agreement(Waived(), 1), new Agreement(Waived("ba9876543210", 24), 1)).Standing(Hole with { RuleId = "sgr-1" });
        desk.Clock.Advance(TimeSpan.FromHours(8));
        await desk.RunWell();
        Assert.Single(desk.Ec2.Permissions!);
        desk.Clock.Advance(TimeSpan.FromHours(16));
        await desk.RunWell();
        Assert.Empty(desk.Ec2.Permissions!);
    }

    [Fact]
    public async Task At_the_end_of_a_waiver_that_was_granted_anew_what_stands_is_closed_as_well()
    {
        var desk = Over(new Desk()).Standing(Hole with { RuleId = "sgr-1" });
        await desk.RunWell();
        Assert.Empty(desk.Ec2.Permissions!);
        var anew = Waived() with { Until = desk.Clock.GetUtcNow().AddHours(8) };
        await desk.Books.Agreements.Write(desk[Id].Next() with { Waiver = anew, EndedAt = null }, TestContext.Current.CancellationToken);
        desk.Standing(Hole with { RuleId = "sgr-2" }).Clock.Advance(TimeSpan.FromHours(8));
        await desk.RunWell();
        Assert.Empty(desk.Ec2.Permissions!);
    }

    [Fact]
    public async Task At_its_end_nothing_is_closed_while_the_kill_switch_is_on()
    {
        var desk = Over(new Desk()).Standing(Hole with { RuleId = "sgr-1" });
        await desk.Turn(on: true);
        await desk.RunWell();
        Assert.Single(desk.Ec2.Permissions!);
        Assert.Equal(["observed", "ended"], desk.Topic.Notices.Select(n => n.Attributes["outcome"]));
    }

    [Fact]
    public async Task At_its_end_what_could_not_be_closed_is_tried_again_by_the_next_run()
    {
        var desk = Over(new Desk()).Standing(Hole with { RuleId = "sgr-1" });
        desk.After = (_, _, _) => Task.FromResult<Result>(new Result.Undone(null) { Problems = ["EC2 does not answer"] });
        Assert.Contains("EC2 does not answer", Assert.Single((await desk.Run()).Problems), StringComparison.Ordinal);
        Assert.Null(desk[Id].EndedAt);
        desk.After = null;
        await desk.RunWell();
        Assert.Empty(desk.Ec2.Permissions!);
    }

    [Fact]
    public async Task The_review_of_an_emergency_change_is_asked_for_once_and_not_again_at_its_end()
    {
        var waiver = Waiver(hours: 24) with { ReviewBy = Waiver().From.AddHours(4) };
        var desk = new Desk().Holding(new Agreement(waiver, 1));
        for (var hour = 0; hour < 30; hour++)
        {
            await desk.RunWell();
            desk.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(["review", "endsSoon", "ended"], desk.Topic.Notices.Select(n => n.Attributes["outcome"]));
        Assert.DoesNotContain("This was an emergency change", desk.Topic.Notices[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_end_asks_for_the_review_that_is_due_with_it()
    {
        var desk = new Desk().Holding(new Agreement(Waiver() with { ReviewBy = Waiver().Until }, 1));
        desk.Clock.Advance(TimeSpan.FromHours(8));
        await desk.RunWell();
        Assert.Contains("This was an emergency change", Assert.Single(desk.Topic.Notices).Body, StringComparison.Ordinal);
        Assert.NotNull(desk[Id].ReviewToldAt);
    }

    /// <summary>Forbidden by the policy of these tests.</summary>
    private static Permission Hole => Account.Ingress(22, "198.51.100.7/32");

    private static Waiver Waived(string id = Id, double hours = 8) => Waiver(id, hours) with { Addresses = AddressSet.From(((Peer.Block)Hole.Peer).Cidr) };

    /// <summary>At the very end of a waiver for the hole.</summary>
    private static Desk Over(Desk desk)
    {
        desk.Holding(new Agreement(Waived(), 1)).Clock.Advance(TimeSpan.FromHours(8));
        return desk;
    }
}
