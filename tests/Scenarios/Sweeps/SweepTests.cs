using Remediator.Scenarios.Agreements;
using Remediator.Scenarios.Stories;
using static Remediator.Scenarios.Stories.Town;

namespace Remediator.Scenarios.Sweeps;

/// <summary>The published function of the schedule, which sweeps what no event told.</summary>
public sealed class SweepTests(AgreementTown town) : Story(town), IClassFixture<AgreementTown>
{
    [Fact]
    public async Task The_schedule_sweeps_and_tells_once_what_no_event_told()
    {
        var group = await Town.Group();
        Town.Account.Delivers = _ => false;
        await Town.Bob.AuthorizeSecurityGroupIngressAsync(new() { GroupId = group, IpPermissions = [Tcp(6379, "0.0.0.0/0")] }, TestContext.Current.CancellationToken);
        Town.Account.Delivers = _ => true;

        for (var run = 0; run < 2; run++)
        {
            var end = await Town.Account.ScheduleAsync(TestContext.Current.CancellationToken);
            Assert.True(end.Succeeded, end.Answer);
        }

        Assert.Equal(["tcp/6379-6379 0.0.0.0/0"], await Town.Rules(group));
        Assert.Single(Town.Account.Notices.All, n => n.Body.Contains(group, StringComparison.Ordinal));
    }
}
