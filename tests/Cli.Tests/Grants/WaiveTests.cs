using Remediator.Cli.Tests.Live;
using Remediator.Groups;
using Remediator.Network;

namespace Remediator.Cli.Tests.Grants;

public sealed class WaiveTests : IDisposable
{
    private readonly GrantDesk _it = new();

    public void Dispose() => _it.Dispose();

    [Fact]
    public void A_waiver_is_recorded_under_the_STS_caller_and_says_what_it_is()
    {
        var answer = _it.Waive("--ticket", "OPS-7");
        var kept = Assert.Single(_it.Recorded);
        Assert.Equal((0, ""), (answer.Exit, answer.Error));
        Assert.Equal(
            [
                $"✓ waiver {kept.Waiver.Id}: tcp/22 from 203.0.113.7/32 in sg-0a",
                "  until  2026-11-20 21:00 +01:00 (in 8 h)",
                $"  owner  {LiveDesk.Alice}",
                "  reason \"vendor visit\"",
                "  ticket \"OPS-7\"",
                $"  nothing was opened: what is opened there is left open; `remediator lease close {kept.Waiver.Id}` ends it earlier",
            ],
            answer.Lines);
        Assert.Equal((GrantDesk.Group, Direction.Ingress, LiveDesk.Alice, 1), (kept.Waiver.Group, kept.Waiver.Direction, kept.Waiver.Owner, kept.Version));
        Assert.Null(kept.Lease);
        Assert.Empty(_it.Desk.Ec2.Calls);
    }

    [Fact]
    public void Names_of_the_policy_work_and_terms_may_be_several()
    {
        Assert.Equal(0, _it.Waive("--service", "admin", "--service", "udp/53", "--peer", "office", "--peer", "sg-0b", "--direction", "egress").Exit);
        var waiver = Assert.Single(_it.Recorded).Waiver;
        Assert.Equal(("tcp/22, tcp/3389, udp/53", "203.0.113.0/24", Direction.Egress), (waiver.Services.ToString(), waiver.Addresses.ToString(), waiver.Direction));
        Assert.Equal(["sg-0b"], waiver.PeerKeys);
    }

    [Fact]
    public void Every_refusal_is_told_at_once_with_what_was_asked_and_where_the_limit_stands()
    {
        var answer = _it.Waive("--peer", "203.0.0.0/16", "--hours", "100", "--reason", " ", "--for", new string('a', 32));
        Assert.Equal((2, ""), (answer.Exit, answer.Out));
        Assert.Equal(
            [
                $"refused: there is no entry {new string('a', 32)} in this ledger; take the id from the notice, and the table and region that it came from",
                "refused: the reason says nothing; give a reason that somebody else understands",
                "refused: it would last 100 hours from its grant, and `waivers: max-hours` of `policy.yaml` is 72; ask for at most 72 hours in all",
                "refused: its peers hold 203.0.0.0/16, and `waivers: widest` of `policy.yaml` is /24 for IPv4; ask for narrower blocks",
            ],
            answer.Error.TrimEnd().Split('\n').Select(line => System.Text.RegularExpressions.Regex.Replace(line, "`[^`]*policy.yaml`", "`policy.yaml`")));
        Assert.Empty(_it.Recorded);
    }

    [Fact]
    public void A_name_that_the_policy_does_not_have_is_refused_with_the_nearest() =>
        Assert.Equal("refused: there is no network `ofice`; did you mean `office`?\n", _it.Waive("--peer", "ofice").Error);

    [Fact]
    public void An_emergency_is_short_and_asks_for_a_review()
    {
        var answer = _it.Waive("--emergency");
        Assert.Equal(0, answer.Exit);
        Assert.Contains("  review somebody has to have looked at it by 2026-11-20 21:00 +01:00", answer.Lines);
        var waiver = Assert.Single(_it.Recorded).Waiver;
        Assert.Equal(waiver.Until, waiver.ReviewBy);
        Assert.Contains("`waivers: emergency-hours`", _it.Waive("--emergency", "--hours", "13").Error);
    }

    [Fact]
    public void Who_made_the_change_cannot_waive_it_and_somebody_else_can()
    {
        using var other = new GrantDesk();
        foreach (var (desk, arn, exit) in new[] { (_it, LiveDesk.Alice, 2), (other, "arn:aws:iam::111122223333:user/bob", 0) })
        {
            var key = Held.Entry(desk.Desk, arn);
            var answer = desk.Waive("--for", key);
            Assert.Equal(exit, answer.Exit);
            Assert.Equal(exit == 2, answer.Error.Contains("approver-differs-from-actor", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void An_entry_of_another_group_is_no_reason_to_waive_here()
    {
        var key = Held.Entry(_it.Desk, "arn:aws:iam::111122223333:user/bob");
        _it.Desk.Ec2.Standing["sg-0b"] = [];
        Assert.Contains("is about 111122223333/eu-west-1/sg-0a, not 111122223333/eu-west-1/sg-0b", _it.Waive("--for", key, "--group", "sg-0b").Error);
    }

    [Fact]
    public void A_prefix_list_is_as_wide_as_its_entries()
    {
        Assert.True(Cidr.TryParse("203.0.0.0/16", out var wide));
        _it.Desk.Ec2.Lists["pl-0c"] = new("pl-0c", "partners", LiveDesk.Account, AddressSet.From(wide));
        Assert.Contains("its peers hold 203.0.0.0/16", _it.Waive("--peer", "pl-0c").Error);
        Assert.Contains("there is no prefix list pl-0d in this region", _it.Waive("--peer", "pl-0d").Error);
        _it.Desk.Ec2.Lists["pl-0c"] = new("pl-0c", "partners", LiveDesk.Account, AddressSet.Empty);
        Assert.Equal(0, _it.Waive("--peer", "pl-0c").Exit);
    }

    [Fact]
    public void Json_is_one_document_with_the_agreement()
    {
        var agreement = _it.Waive("--format", "json", "--ticket", "OPS-7", "--emergency").Json.GetProperty("agreement");
        Assert.Equal(
            """{"id":"ID","kind":"waiver","state":"in-force","account":"111122223333","region":"eu-west-1","groupId":"sg-0a","direction":"ingress","services":[{"protocol":"tcp","from":22,"to":22}],"peers":["203.0.113.7/32"],"owner":"arn:aws:sts::111122223333:assumed-role/Engineer/alice","reason":"vendor visit","ticket":"OPS-7","from":"2026-11-20T12:00:00+00:00","until":"2026-11-20T20:00:00+00:00","reviewBy":"2026-11-20T20:00:00+00:00"}""",
            agreement.GetRawText().Replace(_it.Recorded[0].Waiver.Id, "ID").Replace("\\u002B", "+"));
        var refused = _it.Waive("--format", "json", "--hours", "100");
        Assert.Equal(("", 2), (refused.Error.Split('\n')[^1], refused.Exit));
        Assert.Contains("max-hours", refused.Json.GetProperty("refusals")[0].GetProperty("message").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, refused.Json.GetProperty("agreement").ValueKind);
    }

    [Fact]
    public void A_policy_that_cannot_be_used_ends_the_run_before_anything_is_called()
    {
        var answer = _it.Waive("--policy", _it.Desk.File("bad.yaml", "version: 2\n"));
        Assert.Equal(3, answer.Exit);
        Assert.Empty(_it.Desk.Places);
    }

    [Theory]
    [InlineData("--hours", "0")]
    [InlineData("--hours", "-1")]
    [InlineData("--hours", "1,5")]
    [InlineData("--hours", "1e3")]
    [InlineData("--hours", "99999")]
    [InlineData("--group", "web")]
    [InlineData("--group", "sg-0a;rm")]
    [InlineData("--for", "0123")]
    [InlineData("--direction", "both")]
    public void What_is_no_value_of_its_option_is_told(string option, string value)
    {
        var answer = _it.Waive(option, value);
        Assert.Equal(1, answer.Exit);
        Assert.Contains(value, answer.Error);
        Assert.Empty(_it.Recorded);
    }

    [Fact]
    public void A_ledger_that_does_not_answer_is_told_and_nothing_is_claimed()
    {
        _it.Desk.Books = _it.Desk.Books with { Agreements = new NoAgreements() };
        var answer = _it.Waive();
        Assert.Equal((1, ""), (answer.Exit, answer.Out));
        Assert.Equal("error: the waiver could not be recorded: ProvisionedThroughputExceeded: \\u001b[31mslow; run the same command again\n", answer.Error);
    }
}
