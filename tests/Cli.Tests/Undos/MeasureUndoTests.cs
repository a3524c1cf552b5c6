using Remediator.Cli.Tests.Live;
using Remediator.Containment;
using Remediator.Network;

namespace Remediator.Cli.Tests.Undos;

/// <summary><c>remediator undo</c> of measures, from the command line to what stands afterwards.</summary>
public sealed class MeasureUndoTests : IDisposable
{
    private readonly LiveDesk _desk = new();

    private FakeNetwork Network => _desk.Network;

    private static Cause Cause { get; } = new("f1", null, "UnauthorizedAccess:EC2/SSHBruteForce", 8, [22]);

    private static string Id { get; } = Cause.MeasureId("isolate", FakeNetwork.Eni, 1);

    [Fact]
    public async Task An_interface_gets_its_groups_back()
    {
        await Isolated("sg-0a", "sg-0b");
        var answer = _desk.Run("undo", Id);
        Assert.Equal((0, ""), (answer.Exit, answer.Error));
        Assert.Equal(
            [
                $"✓ {Id}: undone: the isolation of eni-0a (111122223333, eu-west-1)",
                "  gave       sg-0a, sg-0b back to eni-0a",
                "  then       the same finding does not lead to it again, unless it grows more severe or names another port",
            ],
            answer.Lines);
        Assert.Equal(["SetGroups sg-0a sg-0b"], Network.Calls);
        var kept = await Kept();
        Assert.Equal((MeasureState.Ended, LiveDesk.Alice, (DateTimeOffset?)null), (kept.State, kept.EndedBy, kept.EndedAt));
    }

    [Fact]
    public async Task A_dry_run_says_so_and_changes_nothing()
    {
        await Isolated("sg-0a");
        var answer = _desk.Run("undo", Id, "--dry-run");
        Assert.Equal(
            [
                $"· {Id}: would be undone: the isolation of eni-0a (111122223333, eu-west-1)",
                "  would give sg-0a back to eni-0a",
                "  nothing was changed; without --dry-run it is done",
            ],
            answer.Lines);
        Assert.Empty(Network.Calls);
        Assert.Equal(MeasureState.Standing, (await Kept()).State);
    }

    [Fact]
    public async Task Its_document_has_the_fields_of_every_undo()
    {
        await Isolated("sg-0a");
        var planned = _desk.Run("undo", Id, "--dry-run", "--format", "json").Json;
        var done = _desk.Run("undo", Id, "--format", "json").Json;
        var refused = _desk.Run("undo", Id, "--format", "json");
        Assert.Equal(2, refused.Exit);
        var unknown = _desk.Run("undo", new string('a', 32), "--format", "json").Json;
        Assert.Equal(["planned", "done", "refused", "refused"], new[] { planned, done, refused.Json, unknown }.Select(d => d.GetProperty("status").GetString()));
        Assert.Single(new[] { planned, done, refused.Json, unknown }.Select(d => string.Join(' ', d.EnumerateObject().Select(p => p.Name))).Distinct());
        Assert.Equal(("isolation", "ended", "eni-0a", "sg-0a"), (
            done.GetProperty("measure").GetProperty("kind").GetString(), done.GetProperty("measure").GetProperty("state").GetString(),
            done.GetProperty("measure").GetProperty("interfaceId").GetString(), done.GetProperty("measure").GetProperty("groups")[0].GetString()));
        Assert.Equal("111122223333", done.GetProperty("account").GetString());
    }

    [Fact]
    public async Task What_was_taken_back_is_refused_and_says_by_whom()
    {
        await Isolated("sg-0a");
        _ = _desk.Run("undo", Id);
        var again = _desk.Run("undo", Id);
        Assert.Equal(2, again.Exit);
        Assert.StartsWith($"refused: it was taken back before, by `{LiveDesk.Alice}`", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interface_that_somebody_moved_is_refused_until_it_may_keep_what_it_has()
    {
        await Isolated("sg-0a");
        Network.Groups = ["sg-0b"];
        var refused = _desk.Run("undo", Id);
        Assert.Equal(2, refused.Exit);
        Assert.Contains("has the groups `sg-0b` now", refused.Error, StringComparison.Ordinal);
        Assert.Contains("--keep-groups", refused.Error, StringComparison.Ordinal);
        Assert.Equal(MeasureState.Standing, (await Kept()).State);

        var kept = _desk.Run("undo", Id, "--keep-groups");
        Assert.Equal(0, kept.Exit);
        Assert.Contains("  note       it keeps the groups `sg-0b`, which somebody gave it since", kept.Lines);
        Assert.Empty(Network.Calls);
        Assert.Equal(MeasureState.Ended, (await Kept()).State);
    }

    [Fact]
    public async Task A_group_that_is_gone_is_named_and_left_out_where_that_is_said()
    {
        await Isolated("sg-0a", "sg-gone");
        var refused = _desk.Run("undo", Id);
        Assert.Equal(2, refused.Exit);
        Assert.Contains("`sg-gone` is gone", refused.Error, StringComparison.Ordinal);
        var done = _desk.Run("undo", Id, "--without-missing");
        Assert.Equal(0, done.Exit);
        Assert.Equal(["SetGroups sg-0a"], Network.Calls);
        Assert.Contains("  note       without `sg-gone`, which is gone", done.Lines);
    }

    [Fact]
    public async Task What_EC2_refuses_fails_and_the_same_command_goes_on()
    {
        await Isolated("sg-0a");
        Network.Refuses = "UnauthorizedOperation: no";
        var failed = _desk.Run("undo", Id);
        Assert.Equal(1, failed.Exit);
        Assert.Contains("UnauthorizedOperation", failed.Error, StringComparison.Ordinal);
        Assert.Equal(MeasureState.Ending, (await Kept()).State);
        Network.Refuses = null;
        var done = _desk.Run("undo", Id);
        Assert.Equal(0, done.Exit);
        Assert.Contains("  note       an earlier run began this, and what it did is kept", done.Lines);
        Assert.Equal<string>(["sg-0a"], Network.Groups!.Value);
    }

    [Fact]
    public async Task A_blocked_address_is_let_in_again_and_only_by_an_entry_that_is_still_ours()
    {
        Assert.True(Cidr.TryParse("203.0.113.9/32", out var address));
        var id = Cause.MeasureId("block", "acl-0a/203.0.113.9/32", 1);
        var now = _desk.Clock.GetUtcNow();
        await Write(new AclBlock(id, Cause, LiveDesk.Account, LiveDesk.Region, FakeNetwork.AclId, address, now.AddHours(-1), now.AddHours(23), 1) { State = MeasureState.Standing, Number = 7 });
        Network.Entries.Add(new(7, false, false, "-1", address, null));
        var answer = _desk.Run("undo", id);
        Assert.Equal(
            [
                $"✓ {id}: undone: the block of 203.0.113.9 in acl-0a (111122223333, eu-west-1)",
                "  took       entry 7, which denies 203.0.113.9, from acl-0a",
                "  then       the same finding does not lead to it again, unless it grows more severe or names another port",
            ],
            answer.Lines);
        Assert.Empty(Network.Entries);

        var other = Cause.MeasureId("block", "acl-0a/203.0.113.9/32", 2);
        await Write(new AclBlock(other, Cause, LiveDesk.Account, LiveDesk.Region, FakeNetwork.AclId, address, now.AddHours(-1), now.AddHours(23), 1) { State = MeasureState.Standing, Number = 7 });
        Network.Entries.Add(new(7, false, true, "6", address, (22, 22)));
        Assert.Contains("  note       entry 7 is not what was put there any more: it allows 203.0.113.9/32, and was left alone", _desk.Run("undo", other).Lines);
        Assert.Single(Network.Entries);
    }

    [Fact]
    public async Task A_measure_that_is_just_being_taken_waits()
    {
        await Write(Isolation("sg-0a") with { State = MeasureState.Taking, At = _desk.Clock.GetUtcNow() });
        var refused = _desk.Run("undo", Id);
        Assert.Equal(2, refused.Exit);
        Assert.StartsWith("refused: it is just being taken; run the same command again in two minutes", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_of_another_account_is_refused()
    {
        await Write(Isolation("sg-0a") with { Account = "444455556666" });
        Assert.Contains("the measure is of account `444455556666`", _desk.Run("undo", Id).Error, StringComparison.Ordinal);
        Assert.Empty(Network.Calls);
    }

    public void Dispose() => _desk.Dispose();

    private Isolation Isolation(params string[] groups) => new(Id, Cause, LiveDesk.Account, LiveDesk.Region, FakeNetwork.Eni, "vpc-0a", [.. groups], _desk.Clock.GetUtcNow().AddHours(-1), 1)
    {
        State = MeasureState.Standing,
        QuarantineId = "sg-quarantine",
    };

    private async Task Isolated(params string[] groups)
    {
        _desk.Ec2.Standing["sg-0b"] = [];
        await Write(Isolation(groups));
    }

    private async Task Write(Measure measure) => Assert.IsType<Ports.WriteAnswer.Written>(await _desk.Books.Measures.Write(measure, TestContext.Current.CancellationToken));

    private async Task<Measure> Kept() => (await _desk.Books.Measures.Find(Id, TestContext.Current.CancellationToken)).Value!;
}
