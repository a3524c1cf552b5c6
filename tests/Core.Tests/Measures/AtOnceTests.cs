using System.Globalization;
using Remediator.Containment;
using Remediator.Measures;
using Remediator.Network;
using Remediator.Policies;

namespace Remediator.Core.Tests.Measures;

/// <summary>Several deliveries at once, each call of each in an order that a seed decides.</summary>
public sealed class AtOnceTests(ITestOutputHelper output)
{
    private const int FirstSeed = 20261121;

    private static int Rounds(int most) => most * (int.TryParse(Environment.GetEnvironmentVariable("REMEDIATOR_TEST_EFFORT"), NumberStyles.None, CultureInfo.InvariantCulture, out var effort) ? effort : 1);

    [Fact]
    public async Task Two_findings_about_many_addresses_never_leave_two_entries_for_one_nor_lose_one()
    {
        await EachOrder(400, async seed =>
        {
            var desk = MeasureDesk.Begin();
            desk.Network.AddAcl("acl-0a", "subnet-0a", NetworkModel.Allow(2, "198.51.100.0/24"), NetworkModel.Allow(100));
            var random = new Random(seed);
            var threats = new[] { "f1", "f1", "f2", "f3" }.Select(id => MeasureDesk.Threat(id, contacts: [.. Enumerable.Range(0, 3).Select(_ => ($"203.0.113.{random.Next(1, 5)}", 22))])).ToList();
            threats[1] = threats[0];

            var reports = await AtOnce(seed, [.. threats.Select(t => (Func<Task<ImmutableArray<MeasureReport>>>)(() => desk.Block(t, MeasureDesk.Response(ThreatAnswer.Block) with { MostAnHour = 50 })))]);

            Assert.All(reports, r => Assert.True(r.Result is MeasureResult.Taken or MeasureResult.Known or MeasureResult.Declined, $"{r.What}: {r.Result} {r.Detail}"));
            var denied = desk.Network.Acls["acl-0a"].Entries.Where(e => e is { IsEgress: false, Allows: false, Number: < 100 }).ToList();
            Assert.Equal(threats.SelectMany(t => t.Contacts).Select(c => $"{c.Remote}/32").Distinct().Order(), denied.Select(e => e.Block.ToString()).Order());
            var standing = desk.Kept.All.OfType<AclBlock>().Where(m => m.State == MeasureState.Standing).ToList();
            Assert.Equal(denied.Select(e => (e.Number, e.Block)).Order(Comparer), standing.Select(m => (m.Number!.Value, m.Address)).Order(Comparer));
            Assert.All(desk.Kept.All.Except(standing), m => Assert.Equal(MeasureState.Refused, m.State));
        });
    }

    [Fact]
    public async Task Many_at_once_leave_no_more_entries_than_the_policy_allows()
    {
        await EachOrder(200, async seed =>
        {
            var desk = MeasureDesk.Begin();
            var response = MeasureDesk.Response(ThreatAnswer.Block) with { MostInAcl = 3, MostAnHour = 50 };
            await AtOnce(seed, [.. Enumerable.Range(1, 5).Select(i => (Func<Task<ImmutableArray<MeasureReport>>>)(() => desk.Block(MeasureDesk.Threat($"f{i}", contacts: [($"203.0.113.{i}", 22)]), response)))]);
            Assert.Equal(3, desk.Network.Denied("acl-0a").Count());
        });
    }

    [Fact]
    public async Task Deliveries_that_isolate_one_interface_at_once_record_what_it_had()
    {
        await EachOrder(400, async seed =>
        {
            var desk = MeasureDesk.Begin();
            var response = MeasureDesk.Response() with { CutsConnections = seed % 2 == 0 };
            var shown = desk.Network.Interfaces.Values.ToImmutableArray();
            Task<ImmutableArray<MeasureReport>> Deliver(string id) => desk.Taker.Isolate(MeasureDesk.Threat(id), response, shown, TestContext.Current.CancellationToken);

            var reports = await AtOnce(seed, () => Deliver("f1"), () => Deliver("f1"), () => Deliver("f2"));

            Assert.All(reports, r => Assert.True(r.Result is MeasureResult.Taken or MeasureResult.Known, $"{r.What}: {r.Result} {r.Detail}"));
            Assert.Equal([desk.QuarantineId], desk.Network.GroupsOf(MeasureDesk.Eni));
            Assert.All(desk.Kept.All.OfType<Isolation>(), m => Assert.True(GroupsAre(m.Groups, "sg-ssh", "sg-web"), string.Join(' ', m.Groups)));
            Assert.Contains(desk.Kept.All, m => m.State == MeasureState.Standing);
            Assert.All(desk.Network.Groups.Values.Where(g => g.Name is OwnGroup.Quarantine or OwnGroup.Untracked), g => Assert.Empty(g.Permissions));
            Assert.True(desk.Network.Groups.Values.Count(g => g.Name == OwnGroup.Quarantine) == 1);
        });
    }

    [Fact]
    public async Task A_person_who_takes_a_measure_back_while_it_is_taken_leaves_nothing_of_it()
    {
        var ended = 0;
        await EachOrder(1500, async seed =>
        {
            var desk = MeasureDesk.Begin();
            var isBlock = seed % 2 == 0;
            var response = MeasureDesk.Response() with { CutsConnections = seed % 4 == 1 };
            var shown = desk.Network.Interfaces.Values.ToImmutableArray();
            var id = isBlock ? Cause.Of(MeasureDesk.Threat()).MeasureId("block", "acl-0a/203.0.113.9/32", 1) : Cause.Of(MeasureDesk.Threat()).MeasureId("isolate", MeasureDesk.Eni, 1);
            Task<ImmutableArray<MeasureReport>> Deliver() => isBlock ? desk.Block() : desk.Taker.Isolate(MeasureDesk.Threat(), response, shown, TestContext.Current.CancellationToken);

            await AtOnce(seed, Deliver, Deliver, () => TakeBack(desk, id));

            var measure = Assert.Single(desk.Kept.All);
            Assert.True(measure.State is MeasureState.Standing or MeasureState.Ended, $"{measure.State} {measure.Problem}");
            var isOver = measure.State == MeasureState.Ended;
            if (isOver) ended++;
            Assert.Equal(isOver || !isBlock ? [] : ["1 -1 203.0.113.9/32"], desk.Network.Denied("acl-0a"));
            Assert.Equal(isOver || isBlock ? ["sg-ssh", "sg-web"] : [desk.QuarantineId], desk.Network.GroupsOf(MeasureDesk.Eni));
        });
        Assert.True(ended > 100, $"{ended} were taken back");
    }

    [Fact]
    public async Task Somebody_who_takes_numbers_of_ours_and_gives_them_back_makes_no_second_entry_and_loses_none()
    {
        await EachOrder(600, async seed =>
        {
            var desk = MeasureDesk.Begin();
            var random = new Random(seed);
            var threat = MeasureDesk.Threat();
            async Task<ImmutableArray<MeasureReport>> Intrude()
            {
                for (var i = 0; i < 6; i++)
                {
                    var number = random.Next(1, 4);
                    if (await desk.Network.Add("acl-0a", NetworkModel.Allow(number, "198.51.100.0/24"), "eu-west-1", TestContext.Current.CancellationToken) is Ports.AclAnswer.Taken && i % 2 == 0)
                        await desk.Network.Remove("acl-0a", number, false, "eu-west-1", TestContext.Current.CancellationToken);
                }

                return [];
            }

            var reports = await AtOnce(seed, () => desk.Block(threat), () => desk.Block(threat), () => desk.Block(threat), Intrude);

            Assert.All(reports, r => Assert.True(r.Result == MeasureResult.Taken, $"{r.Result} {r.Detail}"));
            var standing = Assert.IsType<AclBlock>(Assert.Single(desk.Kept.All));
            Assert.Equal([FormattableString.Invariant($"{standing.Number} -1 203.0.113.9/32")], desk.Network.Denied("acl-0a"));
        });
    }

    [Fact]
    public async Task Two_who_end_a_block_while_another_address_is_blocked_leave_the_other_one()
    {
        await EachOrder(300, async seed =>
        {
            var desk = MeasureDesk.Begin();
            await desk.Block();
            var first = desk.Kept.All[0];
            await AtOnce(seed, () => TakeBack(desk, first.Id), () => TakeBack(desk, first.Id), () => desk.Block(MeasureDesk.Threat("f2", contacts: [("203.0.113.2", 22)])));
            Assert.Equal(MeasureState.Ended, desk.Kept.All.Single(m => m.Id == first.Id).State);
            Assert.Null(desk.Kept.All.Single(m => m.Id == first.Id).Problem);
            Assert.EndsWith(" -1 203.0.113.2/32", Assert.Single(desk.Network.Denied("acl-0a")), StringComparison.Ordinal);
        });
    }

    /// <summary>A person, or the schedule: as soon as there is something to take back.</summary>
    private static async Task<ImmutableArray<MeasureReport>> TakeBack(MeasureDesk desk, string id)
    {
        for (var tries = 0; tries < 15; tries++)
        {
            var found = await desk.Kept.Find(id, TestContext.Current.CancellationToken);
            if (found.Value is not { } measure) continue;
            var end = await new MeasureEnding(desk.Policy, desk.Ceiling, desk.Defence, desk.Invocation).End(measure, MeasureDesk.Bob, TestContext.Current.CancellationToken);
            Assert.True(end is MeasureEnd.Over, $"{end}");
            break;
        }

        return [];
    }

    private static readonly Comparer<(int Number, Cidr Address)> Comparer = Comparer<(int Number, Cidr Address)>.Create((a, b) => a.Number.CompareTo(b.Number));

    private static bool GroupsAre(ImmutableArray<string> groups, params string[] ids) => groups.ToHashSet().SetEquals(ids);

    private async Task EachOrder(int most, Func<int, Task> test)
    {
        for (var seed = FirstSeed; seed < FirstSeed + Rounds(most); seed++)
        {
            try
            {
                await test(seed);
            }
            catch
            {
                output.WriteLine($"seed {seed}");
                throw;
            }
        }

        output.WriteLine($"{Rounds(most)} orders from seed {FirstSeed}");
    }

    private static async Task<ImmutableArray<MeasureReport>> AtOnce(int seed, params Func<Task<ImmutableArray<MeasureReport>>>[] deliveries)
    {
        var turns = new Turns(seed);
        var all = await turns.All([.. deliveries.Select(d => (Func<Task<ImmutableArray<MeasureReport>>>)(() => new Gate { Turns = turns }.Run(d)))]);
        return [.. all.SelectMany(r => r)];
    }
}
