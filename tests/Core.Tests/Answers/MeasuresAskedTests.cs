using Remediator.Containment;
using Remediator.Core.Tests.Measures;
using Remediator.Core.Tests.Pipelines;
using Remediator.Core.Tests.Policies;
using Remediator.Steps;
using Remediator.Threats;

namespace Remediator.Core.Tests.Answers;

/// <summary>What the policy asks for besides closing, by the way of one finding.</summary>
public sealed class MeasuresAskedTests
{
    private const string All = AttackedAccount.NoSsh + "threats:\n- types: ['UnauthorizedAccess:EC2/*']\n  response: close\n- types: ['UnauthorizedAccess:EC2/*']\n  severity: 7\n  response: isolate\n- types: ['UnauthorizedAccess:EC2/*']\n  severity: 7\n  response: block\n";

    [Fact]
    public async Task The_door_is_closed_then_the_interface_isolated_and_the_address_blocked_and_told_once()
    {
        var desk = Begin(All);
        var answered = await Answer(desk, Attack());
        Assert.Single(answered.Groups);
        Assert.Null(answered.WhyNothing);
        Assert.Equal([MeasureResult.Taken, MeasureResult.Taken], answered.Measures.Select(m => m.Result));
        Assert.Equal([desk.QuarantineId], desk.Network.GroupsOf(MeasureDesk.Eni));
        Assert.Equal(2, desk.Topic.Notices.Count);
        Assert.Contains(desk.Topic.Notices, n => n.Body.Contains(desk.Topic.Notices.Single(o => o != n).Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_delivery_tells_nothing_more()
    {
        var desk = Begin(All);
        await Answer(desk, Attack());
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await Answer(desk, Attack());
        Assert.Equal(2, desk.Topic.Notices.Count);
    }

    [Fact]
    public async Task The_next_state_of_an_answered_finding_does_and_tells_nothing_more()
    {
        var desk = Begin(All);
        await Answer(desk, Attack());
        desk.Clock.Advance(TimeSpan.FromMinutes(15));
        var again = await Answer(desk, AttackedAccount.Later(Attack()));
        Assert.All(again.Measures, m => Assert.Equal(MeasureResult.Known, m.Result));
        Assert.Equal(2, desk.Topic.Notices.Count);
    }

    [Fact]
    public async Task An_answer_that_is_killed_at_any_call_ends_in_the_same_state()
    {
        var gate = new Gate();
        await gate.Run(() => Answer(Begin(All), Attack()));
        Assert.InRange(gate.Calls.Count, 30, 200);
        for (var at = 1; at <= gate.Calls.Count; at++)
        {
            foreach (var after in new[] { false, true })
            {
                var desk = Begin(All);
                var dying = new Gate();
                (dying.Calls.EndsAt, dying.Calls.EndsAfter) = (at, after);
                await Assert.ThrowsAsync<ProcessEndedException>(() => dying.Run(() => Answer(desk, Attack())));
                desk.Clock.Advance(TimeSpan.FromMinutes(1));
                await Answer(desk, Attack());
                var point = $"killed {(after ? "after" : "before")} call {at}, {gate.Calls[at - 1]}";
                Assert.True(desk.Network.GroupsOf(MeasureDesk.Eni).SequenceEqual([desk.QuarantineId]), point);
                Assert.True(desk.Network.Denied("acl-0a").SequenceEqual(["1 -1 203.0.113.9/32"]), point);
                Assert.True(desk.Network.Groups["sg-ssh"].Permissions.IsEmpty, point);
                var entry = await desk.Kept.Ledger.Earlier(AttackedAccount.KeyOf(Attack(), "sg-ssh"), TestContext.Current.CancellationToken);
                Assert.True(entry.Value?.FinishedAt is not null, point);
                Assert.True(desk.Topic.Notices.Select(n => n.Id).Distinct().Count() == 2, point);
                Assert.True(desk.Kept.All.All(m => m.State == MeasureState.Standing) && desk.Kept.All.Count == 2, point);
            }
        }
    }

    [Fact]
    public async Task Where_only_a_measure_is_asked_for_no_door_is_closed()
    {
        var desk = Begin(AttackedAccount.NoSsh + "threats:\n- types: ['UnauthorizedAccess:EC2/*']\n  severity: 7\n  response: isolate\n");
        await Answer(desk, Attack());
        Assert.Equal([desk.QuarantineId], desk.Network.GroupsOf(MeasureDesk.Eni));
        Assert.Single(desk.Network.Groups["sg-ssh"].Permissions);
        Assert.Contains(desk.Topic.Notices, n => n.Body.Contains("closes no permission", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_what_let_it_in_was_told_before_nobody_is_told_that_nothing_did()
    {
        var desk = Begin(AttackedAccount.NoSsh);
        var attack = MeasureDesk.Threat(contacts: [(MeasureDesk.Attacker, 443)]) with { Interfaces = [new(MeasureDesk.Eni, null, null, null)] };
        await Answer(desk, attack);
        desk.Policy = Begin(All).Policy;
        await Answer(desk, AttackedAccount.Later(attack));
        Assert.Contains("Nothing was closed: what let it in is known, and nothing new came of it", desk.Topic.Notices[^1].Body, StringComparison.Ordinal);
    }

    private static MeasureDesk Begin(string policy)
    {
        var desk = MeasureDesk.Begin();
        desk.Policy = PolicyText.Read(PolicyText.Head + policy).Policy ?? throw new ArgumentException(policy);
        return desk;
    }

    private static Threat Attack() => MeasureDesk.Threat() with { Interfaces = [new(MeasureDesk.Eni, null, null, null) { GroupIds = ["sg-web", "sg-ssh"] }] };

    private static async Task<Result.Answered> Answer(MeasureDesk desk, Threat threat)
    {
        var pipeline = new Pipeline(desk.Policy, desk.Ceiling, desk.Defence.World);
        var result = await new ThreatPipeline(desk.Policy, desk.Ceiling, desk.Defence, pipeline).Run(threat, desk.Invocation, TestContext.Current.CancellationToken);
        Assert.Empty(result.Problems);
        return Assert.IsType<Result.Answered>(result);
    }
}
