using Remediator.Containment;
using Remediator.Core.Tests.Pipelines;
using Remediator.Groups;
using Remediator.Policies;
using static Remediator.Core.Tests.Pipelines.Account;

namespace Remediator.Core.Tests.Measures;

/// <summary>The process is killed before and after the effect of each of its calls, and the same is asked for again.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private static readonly Permission Https = Ingress(443, "203.0.113.0/24") with { Description = "the shop", Tags = [KeyValuePair.Create("Owner", "ana")] };

    [Theory]
    [InlineData("isolate")]
    [InlineData("isolate and cut")]
    [InlineData("isolate three")]
    [InlineData("isolate, answers lost")]
    [InlineData("isolate what changes")]
    [InlineData("undo of isolation")]
    [InlineData("undo of isolation, answers lost")]
    [InlineData("block")]
    [InlineData("block five, one number taken")]
    [InlineData("block, answers lost")]
    [InlineData("undo of block")]
    [InlineData("end of block")]
    [InlineData("end of block, answers lost")]
    [InlineData("end of suspension")]
    [InlineData("end of suspension, answers lost")]
    public async Task Wherever_the_process_is_killed_the_same_again_comes_to_the_same_end(string story)
    {
        var unharmed = await Begin(story);
        var gate = new Gate();
        await gate.Run(() => Act(story, unharmed));
        var (expected, calls) = (Shown(unharmed), gate.Calls.ToList());
        for (var at = 1; at <= calls.Count; at++)
        {
            foreach (var after in new[] { false, true })
            {
                var desk = await Begin(story);
                await Killed(story, desk, at, after);
                desk.Clock.Advance(TimeSpan.FromSeconds(20));
                await new Gate().Run(() => Act(story, desk));
                var shown = Shown(desk);
                Assert.True(expected.SequenceEqual(shown), $"killed {(after ? "after" : "before")} call {at}, {calls[at - 1]}:\n{string.Join('\n', shown)}\ninstead of\n{string.Join('\n', expected)}");
                Assert.True(desk.Topic.Notices.Select(n => n.Id).Distinct().Count() == unharmed.Topic.Notices.Count, $"notices after call {at}");
            }
        }

        output.WriteLine($"{story}: {2 * calls.Count} points");
    }

    [Theory]
    [InlineData("isolate")]
    [InlineData("isolate and cut")]
    [InlineData("block")]
    public async Task Where_the_event_never_comes_again_the_schedule_leaves_nothing_half_done(string story)
    {
        var probe = await Begin(story);
        var gate = new Gate();
        await gate.Run(() => Act(story, probe));
        for (var at = 1; at <= gate.Calls.Count; at++)
        {
            foreach (var after in new[] { false, true })
            {
                var desk = await Begin(story);
                await Killed(story, desk, at, after);
                desk.Clock.Advance(TimeSpan.FromMinutes(20));
                Assert.Empty((await desk.RunStep()).Problems);
                var point = $"killed {(after ? "after" : "before")} call {at}, {gate.Calls[at - 1]}";
                Assert.True(desk.Kept.All.All(m => m.State is MeasureState.Standing or MeasureState.Refused), point);
                var stands = desk.Kept.All.Any(m => m.State == MeasureState.Standing);
                IEnumerable<string> groups = story != "block" && stands ? [desk.QuarantineId] : ["sg-ssh", "sg-web"];
                Assert.True(desk.Network.GroupsOf(MeasureDesk.Eni).SequenceEqual(groups), point);
                Assert.True(desk.Network.Denied("acl-0a").Count() == (story == "block" && stands ? 1 : 0), point);
            }
        }
    }

    [Theory]
    [InlineData("isolate and cut")]
    [InlineData("block five, one number taken")]
    public async Task A_process_that_dies_twice_changes_nothing_of_the_end(string story)
    {
        var unharmed = await Begin(story);
        var gate = new Gate();
        await gate.Run(() => Act(story, unharmed));
        const int Seed = 77;
        var random = new Random(Seed);
        for (var round = 0; round < 150; round++)
        {
            var desk = await Begin(story);
            foreach (var _ in Enumerable.Range(0, 2)) await Killed(story, desk, random.Next(1, gate.Calls.Count + 1), random.Next(2) == 0);
            await new Gate().Run(() => Act(story, desk));
            Assert.True(Shown(unharmed).SequenceEqual(Shown(desk)), $"seed {Seed}, round {round}: {string.Join('\n', Shown(desk))}");
        }
    }

    private static async Task Killed(string story, MeasureDesk desk, int at, bool after)
    {
        var dying = new Gate();
        (dying.Calls.EndsAt, dying.Calls.EndsAfter) = (at, after);
        try
        {
            await dying.Run(() => Act(story, desk));
        }
        catch (ProcessEndedException)
        {
            // As it should; a step of the schedule keeps it to itself.
        }
    }

    private static async Task<MeasureDesk> Begin(string story)
    {
        var desk = MeasureDesk.Begin();
        var network = desk.Network;
        if (story == "isolate three")
        {
            network.Add("eni-0b", "sg-db");
            network.Add("eni-0c", "sg-db", "sg-web", "sg-ssh");
        }

        if (story.StartsWith("block five", StringComparison.Ordinal)) network.AddAcl("acl-0a", "subnet-0a", NetworkModel.Allow(3, "198.51.100.0/24"), NetworkModel.Allow(100));
        if (story.Contains("of isolation", StringComparison.Ordinal)) await desk.Isolate(response: MeasureDesk.Response() with { CutsConnections = true });
        if (story.Contains("of block", StringComparison.Ordinal)) await desk.Block();
        if (story.Contains("of suspension", StringComparison.Ordinal)) await desk.Suspend("sg-web", Https, Ingress(22, "0.0.0.0/0"), Ingress(8080, "10.0.0.0/8"), Ingress(443, "0.0.0.0/0"));
        if (story.StartsWith("undo", StringComparison.Ordinal)) desk.Clock.Advance(TimeSpan.FromHours(1));
        if (story.StartsWith("end", StringComparison.Ordinal)) desk.Clock.Advance(TimeSpan.FromHours(24.5));
        if (story.EndsWith("answers lost", StringComparison.Ordinal)) network.Loses = _ => true;
        return desk;
    }

    private static async Task<int> Act(string story, MeasureDesk desk)
    {
        if (story.StartsWith("isolate", StringComparison.Ordinal)) await Isolate(story, desk);
        if (story.StartsWith("block", StringComparison.Ordinal)) await desk.Block(MeasureDesk.Threat(contacts: [.. Enumerable.Range(1, story.Contains("five", StringComparison.Ordinal) ? 5 : 1).Select(i => ($"203.0.113.{i}", 22))]), MeasureDesk.Response(ThreatAnswer.Block) with { MostInAcl = 4 });
        if (story.StartsWith("undo", StringComparison.Ordinal)) await desk.Undo();
        if (story.StartsWith("end", StringComparison.Ordinal)) await desk.RunStep();
        return 0;
    }

    private static async Task Isolate(string story, MeasureDesk desk)
    {
        var response = MeasureDesk.Response() with { CutsConnections = story.Contains("cut", StringComparison.Ordinal) };
        if (story != "isolate what changes") await desk.Isolate(response: response);
        // As the finding's scene was read before somebody added a group.
        else await desk.Taker.Isolate(MeasureDesk.Threat(), response, [.. desk.Network.Interfaces.Values.Select(i => i with { GroupIds = i.GroupIds.Contains("sg-web") ? ["sg-web"] : i.GroupIds })], TestContext.Current.CancellationToken);
    }

    /// <summary>All that a measure may change, and what is recorded of it.</summary>
    private static List<string> Shown(MeasureDesk desk) =>
    [
        .. desk.Network.Interfaces.Keys.Order(StringComparer.Ordinal).Select(id => $"{id}: {string.Join(' ', desk.Network.GroupsOf(id).Select(g => Name(desk, g)))}"),
        .. desk.Network.Groups.Values.OrderBy(g => g.Name, StringComparer.Ordinal).Select(g => $"{g.Name}: {string.Join(", ", desk.Network.Holds(g.Key.GroupId))}"),
        .. desk.Network.Acls.Values.SelectMany(a => a.Entries.OrderBy(e => e.Number).Select(e => $"{a.Id}: {e}")),
        .. desk.Kept.All.Select(m => $"{m.GetType().Name} {m.State} {m.Problem} by {m.EndedBy} told {m.EndedAt is not null} {(m as AclBlock)?.Number} {(m is Isolation i ? string.Join(' ', i.Groups.Order(StringComparer.Ordinal)) : "")}").Order(StringComparer.Ordinal),
    ];

    private static string Name(MeasureDesk desk, string groupId) => desk.Network.Groups[groupId].Name!;
}
