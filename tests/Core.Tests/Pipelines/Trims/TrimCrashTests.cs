using Remediator.Groups;
using Remediator.Network;
using Remediator.Steps;
using static Remediator.Core.Tests.Pipelines.Trims.TrimStory;

namespace Remediator.Core.Tests.Pipelines.Trims;

/// <summary>The process is killed before and after each of its calls, to EC2, to the ledger and to those who are told; the event is then
/// delivered again.</summary>
public sealed class TrimCrashTests(ITestOutputHelper output)
{
    private static readonly TrafficSet Forbidden = TrafficSet.Of(ServiceSet.Ports(Protocol.Tcp, 22, 22), AddressSet.From(Cidr.TryParse("198.51.100.0/24", out var c) ? c : default));

    public static TheoryData<string> Stories => [.. Names];

    [Theory]
    [MemberData(nameof(Stories))]
    public async Task Wherever_the_process_is_killed_the_next_delivery_brings_the_trim_to_the_same_end(string name)
    {
        var unharmed = Begin(name);
        await unharmed.Account.Deliver(Event);
        var (points, undecidable) = (0, 0);
        for (var at = 1; at <= unharmed.Account.Calls.Begun; at++)
        {
            foreach (var after in new[] { false, true })
            {
                var story = Begin(name);
                await KillAndDeliverAgain(story, at, after);
                points++;
                if (!AssertEnd(story, $"{name}: killed {(after ? "after" : "before")} call {at}, {unharmed.Account.Calls[at - 1]}")) undecidable++;
            }
        }

        output.WriteLine($"{name}: {points} points, {undecidable} of them after which nobody can tell whose revoke it was");
        Assert.True(undecidable == 0 || unharmed.SomebodyWasFaster);
        Assert.InRange(undecidable, 0, 8);
    }

    private static async Task KillAndDeliverAgain(TrimStory story, int at, bool after)
    {
        var calls = story.Account.Calls;
        (calls.EndsAt, calls.EndsAfter) = (at, after);
        await Assert.ThrowsAsync<ProcessEndedException>(() => story.Account.Deliver(Event));
        calls.BeginAnotherProcess();
        story.Account.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Empty((await story.Account.Deliver(Event)).Problems);
        Assert.IsType<Result.Repeated>(await story.Account.Deliver(Event));
    }

    /// <summary>False: the wide permission went while our revoke was on its way, and its answer died with the process. It may have been
    /// us, so the pieces stay.</summary>
    private static bool AssertEnd(TrimStory story, string where)
    {
        var stands = story.Account.Ec2.Permissions!;
        Assert.DoesNotContain(stands, p => TrafficSet.Of(p.Services, p.Peer is Peer.Block b ? AddressSet.From(b.Cidr) : AddressSet.Empty).Overlaps(Forbidden));
        Assert.All(stands.Where(p => p.Description is "theirs" or "somebody else's"), p => Assert.Contains(p.RuleId, (string[])["sgr-0", "sgr-8", "sgr-9"]));
        var asExpected = story.Remain.Select(p => p.Content).Order().SequenceEqual(stands.Select(p => p.Content).Order());
        if (!asExpected) Assert.True(story.SomebodyWasFaster && stands.Count == 4, $"{where}: {string.Join(", ", stands.Select(p => p.Content))}");
        if (!story.SomebodyWasFaster) AssertTold(story, where);
        return asExpected;
    }

    private static void AssertTold(TrimStory story, string where)
    {
        Assert.True(story.Account.Topic.Notices.Count is 1 or 2, where);
        Assert.Single(story.Account.Topic.Notices.Select(n => n.Id).Distinct());
        Assert.True(Assert.Single(story.Account.Hub.Findings.Values).Passed, where);
    }
}
