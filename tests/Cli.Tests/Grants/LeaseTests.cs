using Remediator.Cli.Tests.Live;
using Remediator.Waivers;

namespace Remediator.Cli.Tests.Grants;

public sealed class LeaseTests : IDisposable
{
    private readonly GrantDesk _it = new();

    public void Dispose() => _it.Dispose();

    [Fact]
    public void Open_opens_exactly_one_permission_and_says_what_it_did()
    {
        var answer = _it.Open("--description", "door 3");
        var kept = Assert.Single(_it.Recorded);
        Assert.Equal((0, ""), (answer.Exit, answer.Error));
        Assert.Equal(
            [
                $"✓ lease {kept.Waiver.Id}: opened tcp/22 from 203.0.113.7/32 in sg-0a as sgr-1",
                "  until  2026-11-20 21:00 +01:00 (in 8 h)",
                $"  owner  {LiveDesk.Alice}",
                "  reason \"vendor visit\"",
                $"  it is closed at its end; `remediator lease extend {kept.Waiver.Id}` gives it more time, `remediator lease close {kept.Waiver.Id}` closes it now",
            ],
            answer.Lines);
        var rule = Assert.Single(_it.Standing);
        Assert.Equal(($"Remediator lease {kept.Waiver.Id}, until 2026-11-20 20:00 UTC unless extended: door 3", GrantDesk.Ssh("203.0.113.7/32")), (rule.Description, rule));
        Assert.Equal((LeaseState.Open, "sgr-1"), (kept.Lease!.State, kept.Lease.RuleId));
    }

    [Theory]
    [InlineData("--service", "admin")]
    [InlineData("--peer", "sg-0b", "--peer", "sg-0c")]
    public void Open_opens_no_more_than_one_permission(params string[] more)
    {
        var answer = _it.Open(more);
        Assert.Equal(2, answer.Exit);
        Assert.Contains("refused: a lease opens one permission", answer.Error);
        Assert.Empty(_it.Desk.Ec2.Calls);
        Assert.Empty(_it.Recorded);
    }

    [Fact]
    public void Open_tells_every_refusal_at_once()
    {
        var answer = _it.Open("--service", "admin", "--hours", "100", "--peer", "203.0.0.0/16");
        Assert.Equal(3, answer.Error.Split('\n').Count(line => line.StartsWith("refused: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Open_says_which_characters_a_description_may_have()
    {
        Assert.Contains("refused: --description is longer than EC2 takes, or has characters", _it.Open("--description", "\u001b[31mred\n").Error);
        Assert.Contains("refused: --description", _it.Open("--description", new('x', 200)).Error);
        Assert.Empty(_it.Recorded);
    }

    [Fact]
    public void Open_of_what_stands_already_is_refused_and_points_to_waive()
    {
        _it.Desk.Ec2.Stand("sg-0a", GrantDesk.Ssh("203.0.113.7/32"));
        var answer = _it.Open();
        Assert.Equal((2, ""), (answer.Exit, answer.Out));
        Assert.Equal("refused: ingress tcp/22 203.0.113.7/32 stands there already as `sgr-1`; it was opened by somebody else, and closing it would not be ours to do; `remediator waive` agrees to it as it is\n", answer.Error);
    }

    [Fact]
    public void Open_that_was_interrupted_goes_on_when_it_is_run_again()
    {
        _it.Desk.Ec2.After = call => throw new OperationCanceledException(call);
        Assert.Throws<OperationCanceledException>(() => _it.Open());
        _it.Desk.Ec2.After = _ => { };
        _it.Desk.Clock.Advance(TimeSpan.FromMinutes(3));
        var answer = _it.Open();
        Assert.Equal(0, answer.Exit);
        Assert.Contains(": an earlier run had begun it, and it is open now: tcp/22 from 203.0.113.7/32 in sg-0a as sgr-1", answer.Lines[0]);
        Assert.Equal("  until  2026-11-20 21:00 +01:00 (in 7 h 57 min)", answer.Lines[1]);
    }

    [Fact]
    public void Extend_counts_the_limits_from_the_first_grant()
    {
        var id = _it.Leased();
        _it.Desk.Clock.Advance(TimeSpan.FromHours(7));
        var answer = _it.Extend(id, "65");
        Assert.Equal((0, ""), (answer.Exit, answer.Error));
        Assert.Equal(["  until  2026-11-23 13:00 +01:00 (in 2 d 17 h)", "  was    2026-11-20 21:00 +01:00"], [answer.Lines[1], answer.Lines[^1]]);
        Assert.Equal(_it.Desk.Clock.GetUtcNow().AddHours(65), Assert.Single(_it.Recorded).Waiver.Until);
        var refused = _it.Extend(id, "66");
        Assert.Equal(2, refused.Exit);
        Assert.Contains("it would last 73 hours from its grant, and `waivers: max-hours`", refused.Error);
    }

    [Fact]
    public void Extend_makes_nothing_shorter_and_wakes_nothing_that_is_over()
    {
        var id = _it.Leased();
        Assert.Contains($"lease {id} lasts longer than that already", _it.Extend(id, "1").Error);
        _it.Desk.Clock.Advance(TimeSpan.FromHours(8));
        Assert.Contains($"lease {id} is over", _it.Extend(id, "1").Error);
        Assert.Contains("there is no lease and no waiver 0123456789ab in this table", _it.Extend("0123456789ab", "1").Error);
    }

    [Fact]
    public void Extend_asks_for_a_new_notice_before_the_new_end()
    {
        var id = _it.Leased();
        _it.Rewrite(kept => kept with { ForetoldAt = _it.Desk.Clock.GetUtcNow() });
        _it.Extend(id, "20");
        Assert.Null(_it.Recorded[0].ForetoldAt);
    }

    [Fact]
    public void Close_takes_only_the_rule_of_the_lease()
    {
        var id = _it.Leased();
        var other = _it.Desk.Ec2.Stand("sg-0a", GrantDesk.Ssh("198.51.100.7/32"));
        var answer = _it.Close(id);
        Assert.Equal((0, $"✓ lease {id}: closed tcp/22 from 203.0.113.7/32 in sg-0a\n", ""), (answer.Exit, answer.Out, answer.Error));
        Assert.Equal([other], _it.Standing);
        Assert.Equal("RevokeOwn sgr-1", _it.Desk.Ec2.Calls[^1]);
        Assert.Equal((2, $"refused: lease {id} is over; nothing is left to close\n"), (_it.Close(id).Exit, _it.Close(id).Error));
    }

    [Fact]
    public void Close_of_what_is_gone_is_fine()
    {
        var id = _it.Leased();
        _it.Standing.Clear();
        var answer = _it.Close(id);
        Assert.Equal((0, $"✓ lease {id}: closed; its rule was gone already\n"), (answer.Exit, answer.Out));
        Assert.Single(_it.Desk.Ec2.Calls);
    }

    [Fact]
    public void Close_ends_a_waiver_too_and_calls_nothing()
    {
        _it.Waive();
        var id = _it.Recorded[0].Waiver.Id;
        var answer = _it.Close(id);
        Assert.Equal((0, $"✓ waiver {id}: ended; what was opened under it is judged as if it had never been agreed to\n"), (answer.Exit, answer.Out));
        Assert.False(_it.Recorded[0].Waiver.IsInForce(_it.Desk.Clock.GetUtcNow()));
        Assert.Empty(_it.Desk.Ec2.Calls);
    }

    [Fact]
    public void A_lease_of_another_account_is_left_to_that_account()
    {
        var id = _it.Leased();
        _it.Desk.Caller = new(new("444455556666", "arn:aws:iam::444455556666:user/eve"), null);
        Assert.Contains($"{id} is about account 111122223333, and this caller is in 444455556666", _it.Close(id).Error);
        Assert.Single(_it.Standing);
    }

    [Fact]
    public void List_shows_what_is_not_over_and_all_of_a_group_when_asked()
    {
        Assert.Equal("no leases and no waivers\n", _it.List().Out);
        var id = _it.Leased();
        _it.Waive("--peer", "office", "--hours", "2");
        var waiver = _it.Recorded.Single(a => a.Lease is null).Waiver.Id;
        _it.Desk.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(
            [
                $"{waiver} waiver in-force: tcp/22 from 203.0.113.0/24 in sg-0a (111122223333, eu-west-1)",
                "  until  2026-11-20 15:00 +01:00 (in 1 h)",
                $"  owner  {LiveDesk.Alice}",
                "  reason \"vendor visit\"",
                $"{id} lease open: tcp/22 from 203.0.113.7/32 in sg-0a (111122223333, eu-west-1) as sgr-1",
                "  until  2026-11-20 21:00 +01:00 (in 7 h)",
                $"  owner  {LiveDesk.Alice}",
                "  reason \"vendor visit\"",
            ],
            _it.List().Lines);
        _it.Close(id);
        Assert.Equal([waiver], Ids(_it.List("--format", "json")));
        Assert.Equal([id, waiver], Ids(_it.List("--format", "json", "--all", "--group", "sg-0a")));
        Assert.Empty(Ids(_it.List("--format", "json", "--group", "sg-0b")));
    }

    [Fact]
    public void List_shows_nothing_of_a_hostile_text_as_it_is()
    {
        const string Evil = "\u001b[31mred\u202egnp\nfake line\u0007 AKIAIOSFODNN7EXAMPLE";
        _it.Waive();
        var id = _it.Recorded[0].Waiver.Id;
        _it.Rewrite(kept => kept with
        {
            Waiver = kept.Waiver with { Owner = Evil, Reason = Evil, Ticket = Evil, PeerKeys = [Evil] },
            Lease = new(GrantDesk.Ssh("203.0.113.7/32"), LeaseState.Refused, Evil) { Problem = Evil },
        });
        foreach (var answer in new[] { _it.List("--all"), _it.List("--all", "--format", "json"), _it.Close(id), _it.Extend(id, "1") })
        {
            Assert.DoesNotContain(answer.Out + answer.Error, c => (char.IsControl(c) && c != '\n') || c == '\u202e');
            Assert.DoesNotContain("\nfake line", answer.Out + answer.Error);
        }

        Assert.DoesNotContain("AKIAIOSFODNN7EXAMPLE", _it.List("--all").Out);
        Assert.Equal(Evil, _it.List("--all", "--format", "json").Json.GetProperty("agreements")[0].GetProperty("reason").GetString());
    }

    private static IEnumerable<string?> Ids(Answer answer) => answer.Json.GetProperty("agreements").EnumerateArray().Select(a => a.GetProperty("id").GetString());
}
