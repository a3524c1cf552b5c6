using System.Net;
using Remediator.Containment;
using Remediator.Core.Tests.Policies;
using Remediator.Groups;
using Remediator.Policies;
using Remediator.Policies.Selectors;
using Remediator.Ports;
using Remediator.Threats;

namespace Remediator.Core.Tests.Measures;

public sealed class BlockingTests
{
    private readonly MeasureDesk _desk = MeasureDesk.Begin();

    private NetworkModel Network => _desk.Network;

    [Fact]
    public async Task Blocking_denies_the_address_below_what_lets_it_in_and_records_when_that_ends()
    {
        var report = Assert.Single(await _desk.Block());

        Assert.Equal((MeasureResult.Taken, "block 203.0.113.9 in acl-0a"), (report.Result, report.What));
        Assert.Equal(["1 -1 203.0.113.9/32"], Network.Denied("acl-0a"));
        var kept = Assert.IsType<AclBlock>(Assert.Single(_desk.Kept.All));
        Assert.Equal((MeasureState.Standing, 1, _desk.Clock.GetUtcNow().AddHours(24)), (kept.State, kept.Number, kept.Until));
        Assert.Equal(kept, report.Measure);
    }

    [Fact]
    public async Task The_number_is_recorded_before_the_call()
    {
        var gate = new Gate();
        await gate.Run(() => _desk.Block());
        Assert.True(gate.Calls.FindIndex(c => c.StartsWith("WriteMeasure AclBlock Taking", StringComparison.Ordinal)) < gate.Calls.FindIndex(c => c.StartsWith("AddEntry", StringComparison.Ordinal)));
        Assert.Equal(1, gate.Calls.Count(c => c.StartsWith("AddEntry", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_address_is_blocked_in_the_ACL_of_every_subnet_once()
    {
        Network.Add("eni-0b", "sg-db");
        Network.Interfaces["eni-0c"] = Network.Add("eni-0c", "sg-db") with { SubnetId = "subnet-0b" };
        Network.AddAcl("acl-0b", "subnet-0b", NetworkModel.Allow(100), NetworkModel.Allow(101, "::/0"));
        var reports = await _desk.Block(MeasureDesk.Threat(contacts: [("203.0.113.9", 22), ("2001:db8::9", 22), ("203.0.113.9", 443)]));
        Assert.Equal(["1 -1 203.0.113.9/32"], Network.Denied("acl-0a"));
        Assert.Equal(["1 -1 203.0.113.9/32", "2 -1 2001:db8::9/128"], Network.Denied("acl-0b"));
        Assert.Equal("no entry of the ACL lets the address in", Assert.Single(reports, r => r.Result == MeasureResult.Declined).Detail);
    }

    [Theory]
    [InlineData("1", "2")]
    [InlineData("1 2 4", "3")]
    [InlineData("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15", "16")]
    public async Task A_number_that_is_taken_is_never_replaced(string taken, string next)
    {
        var others = taken.Split(' ').Select(n => NetworkModel.Allow(int.Parse(n, System.Globalization.CultureInfo.InvariantCulture), "198.51.100.0/24")).ToArray();
        Network.AddAcl("acl-0a", "subnet-0a", [.. others, NetworkModel.Allow(100)]);
        Assert.Equal(MeasureResult.Taken, Assert.Single(await _desk.Block()).Result);
        Assert.Equal([$"{next} -1 203.0.113.9/32"], Network.Denied("acl-0a"));
        Assert.All(others, o => Assert.Contains(o, Network.Acls["acl-0a"].Entries));
    }

    [Fact]
    public async Task A_number_that_somebody_takes_between_the_read_and_the_call_is_left_to_them()
    {
        Network.BeforeAdd = entry =>
        {
            if (entry.Number < 3) Network.Acls["acl-0a"] = Network.Acls["acl-0a"] with { Entries = Network.Acls["acl-0a"].Entries.Add(NetworkModel.Allow(entry.Number, "198.51.100.0/24")) };
        };
        var report = Assert.Single(await _desk.Block());
        Assert.Equal((MeasureResult.Taken, 3), (report.Result, ((AclBlock)report.Measure!).Number));
        Assert.Equal(["3 -1 203.0.113.9/32"], Network.Denied("acl-0a"));
    }

    [Fact]
    public async Task An_answer_that_is_lost_leaves_one_entry()
    {
        Network.Loses = call => call.StartsWith("AddEntry", StringComparison.Ordinal);
        Assert.Equal(MeasureResult.Taken, Assert.Single(await _desk.Block()).Result);
        Assert.Equal(["1 -1 203.0.113.9/32"], Network.Denied("acl-0a"));
    }

    [Fact]
    public async Task A_full_ACL_is_told_and_recorded_as_over()
    {
        Network.AclQuota = 1;
        var report = Assert.Single(await _desk.Block());
        Assert.Equal((MeasureResult.Declined, MeasureState.Refused), (report.Result, report.Measure!.State));
        Assert.Contains("NetworkAclEntryLimitExceeded", report.Detail, StringComparison.Ordinal);
        Assert.Empty(Network.Denied("acl-0a"));
    }

    [Fact]
    public async Task No_more_of_ours_stand_in_an_ACL_than_the_policy_allows()
    {
        var threat = MeasureDesk.Threat(contacts: [.. Enumerable.Range(1, 5).Select(i => ($"203.0.113.{i}", 22))]);
        var reports = await _desk.Block(threat, MeasureDesk.Response(ThreatAnswer.Block) with { MostInAcl = 3 });
        Assert.Equal(3, reports.Count(r => r.Result == MeasureResult.Taken));
        Assert.Equal(["1 -1 203.0.113.1/32", "2 -1 203.0.113.2/32", "3 -1 203.0.113.3/32"], Network.Denied("acl-0a"));
        Assert.All(reports.Where(r => r.Result != MeasureResult.Taken), r => Assert.Equal("the ACL holds 3 entries of ours, and the policy allows 3", r.Detail));
    }

    [Theory]
    [InlineData(10, "lies below our numbers 20 to 30")]
    [InlineData(20, "lies below our numbers 20 to 30")]
    [InlineData(21, null)]
    public async Task An_entry_that_lets_the_address_in_below_our_band_declines_it(int allow, string? told)
    {
        Network.AddAcl("acl-0a", "subnet-0a", NetworkModel.Allow(allow, "203.0.113.0/24"), NetworkModel.Allow(100));
        var report = Assert.Single(await _desk.Block(response: MeasureDesk.Response(ThreatAnswer.Block) with { Numbers = (20, 30) }));
        if (told is null) Assert.Equal(["20 -1 203.0.113.9/32"], Network.Denied("acl-0a"));
        else Assert.Contains(told, report.Detail, StringComparison.Ordinal);
        Assert.Equal(told is null ? MeasureResult.Taken : MeasureResult.Declined, report.Result);
    }

    [Fact]
    public async Task What_is_denied_already_needs_no_entry_of_ours()
    {
        Network.AddAcl("acl-0a", "subnet-0a", new(50, false, false, "-1", NetworkModel.Block("203.0.113.0/24"), null), NetworkModel.Allow(100));
        Assert.Equal("entry 50 denies the address already", Assert.Single(await _desk.Block()).Detail);
        Assert.Empty(_desk.Kept.All);
    }

    [Fact]
    public async Task A_deny_that_somebody_else_wrote_just_as_ours_is_theirs_and_outlasts_every_block()
    {
        var theirs = new AclEntry(50, false, false, "-1", NetworkModel.Block("203.0.113.9/32"), null);
        Network.AddAcl("acl-0a", "subnet-0a", theirs, NetworkModel.Allow(100));
        var report = Assert.Single(await _desk.Block());
        Assert.Equal((MeasureResult.Declined, "entry 50 denies the address already"), (report.Result, report.Detail));
        Assert.DoesNotContain(_desk.Kept.All, m => m.State != MeasureState.Refused);
        _desk.Clock.Advance(TimeSpan.FromHours(25));
        await _desk.RunStep();
        Assert.Contains(theirs, Network.Acls["acl-0a"].Entries);
    }

    [Fact]
    public async Task Another_finding_does_not_count_on_a_block_that_somebody_took_away_nor_on_one_that_is_being_taken_back()
    {
        await _desk.Block();
        await Network.Remove("acl-0a", 1, false, "eu-west-1", TestContext.Current.CancellationToken);
        var report = Assert.Single(await _desk.Block(MeasureDesk.Threat("f2")));
        Assert.Equal(MeasureResult.Declined, report.Result);
        Assert.Contains("somebody removed or changed its entry since", report.Detail, StringComparison.Ordinal);

        var standing = _desk.Kept.All.Single(m => m.State == MeasureState.Standing);
        await _desk.Kept.Write((standing with { State = MeasureState.Ending }).Next(), TestContext.Current.CancellationToken);
        var early = Assert.Single(await _desk.Block(MeasureDesk.Threat("f3")));
        Assert.Equal(MeasureResult.Failed, early.Result);
        Assert.Contains("is just being taken back", Assert.Single(early.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_blocked_where_no_ACL_can_be_seen_is_told()
    {
        Network.AclOf.Clear();
        var report = Assert.Single(await _desk.Block());
        Assert.Equal((MeasureResult.Declined, "no network ACL of its subnets can be seen in this account"), (report.Result, report.Detail));
    }

    [Fact]
    public async Task A_deny_of_some_ports_is_no_deny_of_all()
    {
        Network.AddAcl("acl-0a", "subnet-0a", new(50, false, false, "6", NetworkModel.Block("203.0.113.0/24"), (22, 22)), NetworkModel.Allow(100));
        Assert.Equal(MeasureResult.Taken, Assert.Single(await _desk.Block()).Result);
    }

    [Theory]
    [InlineData("10.0.0.9", "it is private")]
    [InlineData("198.51.100.9", "the policy names it under `networks`")]
    [InlineData("203.0.113.200", "it is of the VPC itself")]
    public async Task An_address_of_our_own_is_never_blocked(string address, string told)
    {
        _desk.Policy = PolicyText.Read($"{PolicyText.Head}networks: {{ office: 198.51.100.0/24 }}\nrules:\n- id: R1\n  name: a rule\n  why: because\n  deny: {{ service: ssh, peer: internet }}\n").Policy!;
        Network.VpcBlocks = [NetworkModel.Block("203.0.113.192/26")];
        var report = Assert.Single(await _desk.Block(MeasureDesk.Threat(contacts: [(address, 22)])));
        Assert.Equal((MeasureResult.Declined, told), (report.Result, report.Detail));
        Assert.Empty(Network.Denied("acl-0a"));
    }

    [Theory]
    [InlineData("16509", null, null)]
    [InlineData("AS14618", null, null)]
    [InlineData("64500", "AMAZON-02", null)]
    [InlineData("64500", null, "AWS EC2 (eu-west-1)")]
    [InlineData(null, null, null)]
    public async Task An_address_of_AWS_or_of_nobody_that_the_finding_names_is_never_blocked(string? number, string? name, string? organisation)
    {
        var threat = MeasureDesk.Threat();
        var contact = threat.Contacts[0] with { Owner = new(number, name, organisation, null) };
        var report = Assert.Single(await _desk.Block(threat with { Contacts = [contact] }));
        Assert.Equal(MeasureResult.Declined, report.Result);
        Assert.Empty(Network.Denied("acl-0a"));
        Assert.Equal(MeasureResult.Declined, Assert.Single(await _desk.Block(threat with { Contacts = [contact with { Owner = null }] })).Result);
    }

    [Fact]
    public async Task An_owner_whose_name_only_contains_a_name_of_AWS_is_blocked()
    {
        var threat = MeasureDesk.Threat();
        var contact = threat.Contacts[0] with { Owner = new("64500", "LAWSON-NET", "Jawsome Hosting", null) };
        Assert.Equal(MeasureResult.Taken, Assert.Single(await _desk.Block(threat with { Contacts = [contact] })).Result);
    }

    [Fact]
    public async Task Addresses_that_probe_ports_are_blocked_only_where_the_response_names_the_type()
    {
        var threat = MeasureDesk.Threat() with { IsPortProbe = true };
        Assert.Equal(MeasureResult.Declined, Assert.Single(await _desk.Block(threat)).Result);
        Assert.Empty(Network.Denied("acl-0a"));
        var named = MeasureDesk.Response(ThreatAnswer.Block) with { Types = [new Pattern(threat.Type.Text)] };
        Assert.Equal(MeasureResult.Taken, Assert.Single(await _desk.Block(threat, named)).Result);
    }

    [Fact]
    public async Task A_second_finding_about_the_same_address_makes_the_block_last_longer_and_no_second_entry()
    {
        await _desk.Block();
        _desk.Clock.Advance(TimeSpan.FromHours(5));
        var report = Assert.Single(await _desk.Block(MeasureDesk.Threat("f2", updated: 200)));

        Assert.Equal(MeasureResult.Known, report.Result);
        Assert.Equal(_desk.Clock.GetUtcNow().AddHours(24), report.Measure!.Until);
        Assert.Equal(["1 -1 203.0.113.9/32"], Network.Denied("acl-0a"));
        Assert.Equal([MeasureState.Standing, MeasureState.Refused], _desk.Kept.All.Select(m => m.State).Order());
    }

    [Fact]
    public async Task An_entry_that_somebody_removed_is_left_so_until_the_finding_grows()
    {
        await _desk.Block();
        await Network.Remove("acl-0a", 1, false, "eu-west-1", TestContext.Current.CancellationToken);
        Assert.Equal(MeasureResult.Known, Assert.Single(await _desk.Block(MeasureDesk.Threat(updated: 60))).Result);
        Assert.Empty(Network.Denied("acl-0a"));
        Assert.Equal(MeasureResult.Taken, Assert.Single(await _desk.Block(MeasureDesk.Threat(updated: 90, contacts: [(MeasureDesk.Attacker, 3389)]))).Result);
        Assert.Equal(["1 -1 203.0.113.9/32"], Network.Denied("acl-0a"));
    }

    [Fact]
    public async Task An_ACL_that_is_gone_is_told()
    {
        Network.BeforeAdd = _ => Network.Acls.Remove("acl-0a");
        var report = Assert.Single(await _desk.Block());
        Assert.Equal((MeasureResult.Declined, "the ACL is gone"), (report.Result, report.Detail));
    }

    [Fact]
    public async Task A_refusal_of_EC2_is_told_and_tried_again_by_the_next_delivery()
    {
        Network.ObjectsToAdd = _ => new AclAnswer.Refused("req", "UnauthorizedOperation", false);
        var report = Assert.Single(await _desk.Block());
        Assert.Equal(MeasureResult.Failed, report.Result);
        Assert.Contains("UnauthorizedOperation", Assert.Single(report.Problems), StringComparison.Ordinal);
        Network.ObjectsToAdd = _ => null;
        Assert.Equal(MeasureResult.Taken, Assert.Single(await _desk.Block()).Result);
        Assert.Single(_desk.Kept.All);
    }

    [Fact]
    public async Task A_finding_without_addresses_or_interfaces_blocks_nothing()
    {
        Assert.Empty(await _desk.Block(MeasureDesk.Threat() with { Contacts = [] }));
        Network.Interfaces.Clear();
        Assert.Empty(await _desk.Block());
        Assert.Equal(IPAddress.Parse(MeasureDesk.Attacker), Assert.IsType<Contact>(MeasureDesk.Threat().Contacts[0]).Remote);
    }
}
