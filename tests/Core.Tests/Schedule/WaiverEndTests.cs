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
}
