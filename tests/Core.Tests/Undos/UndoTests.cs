using System.Text.Json.Nodes;
using Remediator.Core.Tests.Pipelines;
using Remediator.Core.Tests.Pipelines.Trims;
using Remediator.Groups;
using Remediator.Ledger;
using Remediator.Network;
using Remediator.Ports;
using Remediator.Remediations;
using Remediator.Undos;
using static Remediator.Core.Tests.Pipelines.Account;

namespace Remediator.Core.Tests.Undos;

/// <summary>What an undo changes, and in which order.</summary>
public sealed class UndoTests
{
    [Fact]
    public async Task A_revoked_permission_stands_again_under_a_waiver_that_was_in_force_before_it()
    {
        var desk = await UndoDesk.AfterRevoke();
        var now = desk.Account.Clock.GetUtcNow();
        var done = await desk.Done();

        Assert.Equal(Ssh, Assert.Single(done.PutBack).Content);
        Assert.Contains(Ingress(22, "0.0.0.0/0"), desk.Ec2.Permissions!);
        var waiver = Assert.Single(await desk.Waivers()).Waiver;
        Assert.Equal((UndoDesk.Bob, "the demo is today", desk.Key, UndoDesk.Group, Direction.Ingress), (waiver.Owner, waiver.Reason, waiver.Undoes, waiver.Group, waiver.Direction));
        Assert.Equal((ServiceSet.Ports(Protocol.Tcp, 22, 22), "0.0.0.0/0"), (waiver.Services, waiver.Addresses.ToString()));
        Assert.Equal(now + TimeSpan.FromHours(8), waiver.Until);
        Assert.Equal(["Agreements Write", "Agreements Of", $"Authorize Ingress {Ssh}", $"Read {FakeEc2.GroupId}", "Ledger Undone"], desk.Account.Calls.Skip(3));
        Assert.Equal((UndoDesk.Bob, waiver.Id), ((await desk.Recorded()).Undone!.By, (await desk.Recorded()).Undone!.WaiverId));
    }

    [Theory]
    [InlineData("""{ "items": [{ "key": "Owner", "value": "ana" }, { "key": "Empty", "value": "" }] }""")]
    [InlineData("""[{ "key": "Owner", "value": "ana" }, { "key": "Empty" }]""")]
    public async Task A_revoked_permission_comes_back_with_the_description_and_tags_that_its_event_showed(string tags)
    {
        var envelope = JsonNode.Parse(Events.Authorize("Ingress", ("sgr-1", "tcp", 22, 22, "0.0.0.0/0")))!.AsObject();
        var rule = envelope["detail"]!["responseElements"]!["securityGroupRuleSet"]!["items"]![0]!;
        (rule["description"], rule["tags"]) = ("for a demo", JsonNode.Parse(tags));
        var desk = await UndoDesk.AfterRevoke(Events.Bytes(envelope));

        var back = Assert.Single((await desk.Done()).PutBack);

        Assert.Equal(("for a demo", "[Owner, ana];[Empty, ]"), (back.Description, string.Join(';', back.Tags)));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("pieces existing")]
    [InlineData("all pieces existing")]
    [InlineData("duplicate race")]
    [InlineData("full")]
    [InlineData("full but for one")]
    [InlineData("answers say little")]
    public async Task A_trim_is_undone_to_what_stood_before_it(string story)
    {
        var untouched = TrimStory.Begin(story).Account.Ec2.Permissions!.ToHashSet();
        var desk = await UndoDesk.AfterTrim(story);
        Assert.DoesNotContain(TrimStory.Wide, desk.Ec2.Permissions!);

        await desk.Done();

        // In the race somebody opened a piece as well: that is theirs.
        if (story == "duplicate race") untouched.Add(TrimStory.Office);
        Assert.Equal(untouched.Order(ByContent), desk.Ec2.Permissions!.Order(ByContent));
        var wide = desk.Ec2.Permissions!.Single(p => p.Equals(TrimStory.Wide));
        Assert.Equal(("for a demo", "[Owner, ana]"), (wide.Description, string.Join(";", wide.Tags)));
        Assert.Single(await desk.Waivers());
    }

    [Fact]
    public async Task The_wide_permission_stands_before_a_piece_of_it_goes()
    {
        var desk = await UndoDesk.AfterTrim();
        await desk.Done();
        var calls = desk.Account.Calls;
        Assert.True(calls.FindIndex(c => c.StartsWith("Authorize", StringComparison.Ordinal)) < calls.FindIndex(c => c.StartsWith("RevokeOwn", StringComparison.Ordinal)));
        Assert.Contains("Ledger NoteCall", calls);
    }

    [Fact]
    public async Task What_was_put_back_is_taken_away_and_the_baseline_leaves_it_so()
    {
        var desk = await UndoDesk.AfterRestore();
        var done = await desk.Done();
        Assert.Equal((0, 1), (done.PutBack.Length, done.TakenAway.Length));
        Assert.Empty(desk.Ec2.Permissions!);
        Assert.Single(await desk.Waivers());

        var byHand = Events.Another(Events.Revoke("Ingress", ("sgr-new1", "tcp", 3306, 3306, "10.1.0.0/16")));
        await desk.Account.Deliver(byHand);
        Assert.Empty(desk.Ec2.Permissions!);
    }

    [Fact]
    public async Task Sixty_permissions_of_both_directions_come_back_with_their_descriptions_and_tags()
    {
        Permission[] all = [.. Enumerable.Range(0, 60).Select(i => Permission(i % 2 == 0 ? Direction.Ingress : Direction.Egress, i % 3 == 0 ? "udp" : "tcp", 1000 + i, 1000 + (i * 2), i % 5 == 0 ? "2001:db8::/32" : i % 7 == 0 ? $"sg-0{i}" : i % 11 == 0 ? "pl-0a" : $"198.51.100.{i}/32", $"sgr-{i}") with
        {
            Description = i % 4 == 0 ? null : $"number {i}",
            Tags = i % 6 == 0 ? [] : [KeyValuePair.Create("Team", $"t{i % 4}"), KeyValuePair.Create("Empty", ""), .. i % 9 == 0 ? [KeyValuePair.Create("aws:cloudformation:stack-name", "x")] : Array.Empty<KeyValuePair<string, string>>()],
        })];
        var desk = await UndoDesk.AfterRevoke(all);
        var plan = await desk.Plan();
        Assert.Equal(60, Assert.IsType<UndoResult.Done>(await desk.Undoer.CarryOut(plan, TestContext.Current.CancellationToken)).PutBack.Length);

        foreach (var was in all)
        {
            var now = desk.Ec2.Permissions!.Single(p => p.Equals(was));
            Assert.Equal((was.Description, string.Join(';', was.Tags)), (now.Description, string.Join(';', now.Tags)));
            Assert.NotEqual(was.RuleId, now.RuleId);
        }

        Assert.All(desk.Ec2.Authorizations, call => Assert.Single(call.Permissions.Select(p => string.Join(';', p.Tags.Where(t => !t.Key.StartsWith("aws:", StringComparison.Ordinal)))).Distinct()));
        Assert.All(desk.Ec2.Authorizations, call => Assert.All(call.Permissions, p => Assert.Equal(call.Direction, p.Direction)));
        Assert.Contains(plan.Remarks, r => r.Contains("`aws:cloudformation:stack-name`", StringComparison.Ordinal));
        Assert.All(await desk.Waivers(), a => Assert.Contains(all, p => p.Direction == a.Waiver.Direction && a.Waiver.Services.Overlaps(p.Services)));
    }

    [Fact]
    public async Task Waivers_let_stay_what_is_put_back_and_nothing_more()
    {
        var desk = await UndoDesk.AfterRevoke(Ingress(22, "203.0.113.7/32"), Ingress(3389, "203.0.113.7/32"), Ingress(3306, "198.51.100.0/24"), Permission(Direction.Egress, "-1", null, null, "sg-0b"));
        await desk.Done();
        var waivers = (await desk.Waivers()).Select(a => $"{a.Waiver.Direction} {a.Waiver.Services} {a.Waiver.Addresses} {string.Join(' ', a.Waiver.PeerKeys)}".Trim()).Order(StringComparer.Ordinal);
        Assert.Equal(["Egress all none sg-0b", "Ingress tcp/22, tcp/3389 203.0.113.7/32", "Ingress tcp/3306 198.51.100.0/24"], waivers);
    }

    [Fact]
    public async Task What_is_there_by_the_time_of_the_call_does_not_keep_the_rest_away()
    {
        var desk = await UndoDesk.AfterRevoke(Ingress(22, "0.0.0.0/0"), Ingress(3389, "0.0.0.0/0"));
        desk.Ec2.BeforeAuthorize = () =>
        {
            if (desk.Ec2.Permissions!.Count == 0) desk.Ec2.Permissions.Add(Ingress(22, "0.0.0.0/0", "sgr-9"));
        };
        Assert.Equal(2, (await desk.Done()).PutBack.Length);
        Assert.Equal(2, desk.Ec2.Permissions!.Count);
    }

    [Fact]
    public async Task Answers_that_are_lost_or_slow_cost_nothing()
    {
        var desk = await UndoDesk.AfterTrim();
        desk.Ec2.LosesAuthorizeAnswer = true;
        desk.Ec2.AuthorizeRefusals.Enqueue(new AuthorizeAnswer.Refused("req-0", "RequestLimitExceeded: slow down", true));
        desk.Ec2.AnswersReturnOnly = true;
        await desk.Done();
        Assert.Single(desk.Ec2.Permissions!, p => p.Equals(TrimStory.Wide));
        Assert.Equal(2, desk.Ec2.Permissions!.Count);
    }

    [Fact]
    public async Task A_record_that_was_too_large_for_descriptions_says_so()
    {
        var desk = await UndoDesk.After([new(Remediations.Some.Verdict(Ingress(22, "0.0.0.0/0")), Outcome.Revoked)], p => p with { LeftOut = LeftOut.TagsAndDescriptions });
        Assert.Contains((await desk.Plan()).Remarks, r => r.Contains("too large for the tags and descriptions", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_kill_switch_that_is_on_is_mentioned_and_does_not_stop_a_person()
    {
        var desk = await UndoDesk.AfterRevoke();
        await desk.Account.Books.Switch.Turn(new(true, UndoDesk.Bob, "storm", desk.Account.Clock.GetUtcNow()), TestContext.Current.CancellationToken);
        Assert.Contains((await desk.Plan()).Remarks, r => r.StartsWith("the kill switch is on", StringComparison.Ordinal));
        await desk.Done();
    }

    [Fact]
    public async Task Looking_changes_nothing()
    {
        var desk = await UndoDesk.AfterTrim();
        await desk.Look();
        Assert.Equal(["Agreements Of", "Ledger Earlier", $"Read {FakeEc2.GroupId}"], desk.Account.Calls.Order(StringComparer.Ordinal));
    }

    private static Comparer<Permission> ByContent => Comparer<Permission>.Create((a, b) => string.CompareOrdinal(a.Content, b.Content));
}
