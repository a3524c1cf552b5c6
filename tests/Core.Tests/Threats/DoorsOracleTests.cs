using Remediator.Core.Tests.Network;
using Remediator.Threats;

namespace Remediator.Core.Tests.Threats;

/// <summary>Doors against an oracle that looks at one packet at a time.</summary>
public sealed class DoorsOracleTests(ITestOutputHelper output)
{
    [Fact]
    public void Three_groups_of_thirty_permissions_let_in_by_exactly_those_that_the_oracle_finds()
    {
        var seed = Effort.Seed(50_001);
        output.WriteLine($"seed {seed}");
        var (doors, unknown, worlds) = (0L, 0L, Effort.Times(20_000));
        for (var i = 0; i < worlds; i++)
        {
            var world = DoorsWorld.Make(new Random(unchecked(seed + i)));
            var found = world.Find();
            Assert.True(DoorsOracle.Doors(world).SetEquals(found.Doors.Select(Text)), $"seed {seed}, case {i}\n{world}");
            Assert.Equal(found.Doors.Length, found.Doors.Select(Text).Distinct().Count());
            Assert.True(DoorsOracle.Unknown(world) == found.Unknown.Length, $"seed {seed}, case {i}\n{world}\n{string.Join('\n', found.Unknown)}");
            (doors, unknown) = (doors + found.Doors.Length, unknown + found.Unknown.Length);
        }

        output.WriteLine($"{worlds} cases, {doors} doors, {unknown} unknown");
        Assert.True(doors > worlds, "the cases hardly have a door");
        Assert.True(unknown > worlds / 10, "the cases hardly have anything unknown");
    }

    [Fact]
    public void Closing_every_door_lets_nobody_in()
    {
        Each(50_002, 1_000, world =>
        {
            var doors = world.Find().Doors;
            foreach (var group in world.Groups) _ = group.Openings.RemoveAll(o => doors.Any(d => d.Group.GroupId == group.Id && d.Permission.Equals(o.Permission)));
            Assert.Empty(world.Find().Doors);
        });
    }

    [Fact]
    public void Closing_one_door_takes_away_its_own_way_in_and_no_other()
    {
        Each(50_003, 1_000, world =>
        {
            var before = world.Find().Doors;
            if (before.IsEmpty) return;
            var closed = before[before.Length / 2];
            _ = world.Groups.Single(g => g.Id == closed.Group.GroupId).Openings.RemoveAll(o => o.Permission.Equals(closed.Permission));
            Assert.Equal(before.Where(d => d.Group != closed.Group || !d.Permission.Equals(closed.Permission)).Select(Text), world.Find().Doors.Select(Text));
        });
    }

    [Fact]
    public void A_permission_that_lets_nobody_in_changes_nothing()
    {
        Each(50_004, 1_000, world =>
        {
            var before = world.Find();
            world.Groups[0].Openings.Insert(0, new(true, 6, 1, 1, new([192, 0, 2, 0], 24), null, null));
            world.Groups[0].Openings.Add(new(false, -1, null, null, new([0, 0, 0, 0], 0), null, null));
            Assert.Equal(before.Doors.Select(Text), world.Find().Doors.Select(Text));
            Assert.Equal(before.Unknown, world.Find().Unknown);
        });
    }

    [Fact]
    public void Several_contacts_have_the_doors_of_each()
    {
        Each(50_005, 1_000, world =>
        {
            var all = world.Find().Doors.Select(Text).ToHashSet();
            var contacts = world.Contacts.ToList();
            var one = new HashSet<string>();
            foreach (var contact in contacts)
            {
                world.Contacts.Clear();
                world.Contacts.Add(contact);
                one.UnionWith(world.Find().Doors.Select(Text));
            }

            Assert.True(all.SetEquals(one));
        });
    }

    private static string Text(Door door) => $"{door.Interface.Id} {door.Group.GroupId} {door.Permission} {door.Contact}";

    private void Each(int usual, int cases, Action<DoorsWorld> look)
    {
        var seed = Effort.Seed(usual);
        output.WriteLine($"seed {seed}");
        for (var i = 0; i < Effort.Times(cases); i++) look(DoorsWorld.Make(new Random(unchecked(seed + i))));
    }
}
