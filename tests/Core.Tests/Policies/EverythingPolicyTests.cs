using System.Reflection;
using System.Text.RegularExpressions;
using Remediator.Diagnostics;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Policies.Reading;
using Remediator.Policies.Selectors;

namespace Remediator.Core.Tests.Policies;

/// <summary>Every key of the language, read: each value is compared.</summary>
public partial class EverythingPolicyTests
{
    private static readonly Policy Policy = PolicyText.Good(EverythingPolicy.Text);

    private static IEnumerable<string> EveryKey => typeof(Keys).GetFields(BindingFlags.Public | BindingFlags.Static).Select(declared => declared.GetValue(null)).OfType<KeySet>().SelectMany(keys => keys.Known).Distinct();

    [Fact]
    public void Policy_uses_every_key_of_the_language() =>
        Assert.Empty(EveryKey.Where(key => !Regex.IsMatch(EverythingPolicy.Text, $@"(^|[\s{{]){Regex.Escape(key)}:", RegexOptions.Multiline)));

    [Fact]
    public void Policy_raises_nothing_when_read_and_linted_but_what_it_shows_on_purpose() =>
        Assert.Equal(["POL096"], PolicyText.Codes(PolicyText.Told(PolicyText.Read(EverythingPolicy.Text.Replace("\"UnauthorizedAccess:EC2/*\"", "UnauthorizedAccess", StringComparison.Ordinal)))));

    [Fact]
    public void Head_says_what_is_private_and_whose_accounts_are_ours()
    {
        Assert.Equal((1, Mode.Enforce, Sweep.Act), (Policy.Version, Policy.Mode, Policy.Sweep));
        Assert.True(Policy.Private.Covers(PolicyText.Addresses("198.51.100.0/24", "10.0.0.0/8")));
        Assert.Equal(["111122223333", "444455556666"], Policy.Organisation.Order());
        Assert.Equal([6, 17, 47, 50], Policy.NamedProtocols.Select(protocol => (int)protocol.Number).Order());
    }

    [Fact]
    public void Groups_stand_in_the_order_of_the_file_with_their_selectors()
    {
        Assert.Equal(["web", "database", "bastion", "ours", "spare"], Policy.Groups.Select(group => group.Name));
        var key = new GroupKey("111122223333", "eu-west-1", "sg-0ba5e");
        var bastion = new GroupFacts(key) { Name = "b", VpcId = "vpc-0b" };
        Assert.Equal(Selection.Yes, Chooses("bastion", bastion));
        Assert.Equal(Selection.No, Chooses("bastion", bastion with { Name = "default" }));
        Assert.Equal(Selection.No, Chooses("bastion", bastion with { VpcId = "vpc-0c" }));
        Assert.Equal(Selection.No, Chooses("bastion", bastion with { Key = key with { Account = "444455556666" } }));
        Assert.Equal(Selection.No, Chooses("bastion", bastion with { Key = key with { Region = "us-east-1" } }));
        Assert.Equal(Selection.Unknown, Chooses("bastion", bastion with { VpcId = null }));
        Assert.Equal(Selection.Yes, Chooses("web", bastion with { Name = "shop-ec2-sg-1" }));
        Assert.Equal(Selection.Yes, Chooses("database", bastion with { Tags = [new("Tier", "db-1"), new("Owner", "")] }));
        Assert.Equal(Selection.No, Chooses("database", bastion with { Tags = [new("Tier", "db-1")] }));
        Assert.Equal(Selection.Yes, Chooses("ours", bastion with { Key = key with { GroupId = "sg-0f" } }));
        Assert.Equal(Selection.Yes, Chooses("spare", bastion with { IsAttached = false }));
        Assert.Equal(Selection.No, Chooses("spare", bastion with { IsAttached = true }));
    }

    [Fact]
    public void First_rule_says_every_word()
    {
        var rule = Policy.Rules[0];
        Assert.Equal(("SG001", "admin-ports-from-internet", Direction.Ingress), (rule.Id, rule.Name, rule.Direction));
        Assert.Equal((Severity.Critical, RuleAction.Trim, RuleAction.Revoke, Mode.Observe), (rule.Severity, rule.Action, rule.Undecided, rule.Mode));
        Assert.Equal((WhenLedgerDown.Act, Sweep.Act, new DateOnly(2027, 1, 31), RuleKind.Deny), (rule.WhenLedgerDown, rule.Sweep, rule.Review, rule.Kind));
        Assert.Equal(["EC2.13", "EC2.14"], rule.Controls.AsEnumerable());
        Assert.Null(rule.MaxAddresses);
        Assert.Equal(Selection.No, rule.Groups.Choose(new(default(GroupKey) with { GroupId = "sg-1" }) { Name = "a", IsAttached = false }));
        var office = TrafficSet.Of(ServiceSet.All, PolicyText.Addresses("203.0.113.0/25", "203.0.113.200/32"));
        Assert.Equal(office.Union(TrafficSet.Of(Tcp(22), PolicyText.Addresses("198.18.0.0/15"))), rule.Unless);
        Assert.Empty(rule.DenySymbols);
        Assert.Equal(["group:bastion all", "self all", "prefix-list:pl-0a all"], rule.UnlessSymbols.Select(s => $"{s.Peer.Text} {s.Services}"));
        Assert.Equal(new Place("policy.yaml", 19, 5), rule.Place);
    }

    [Fact]
    public void Other_rules_say_how_wide_and_which_symbols()
    {
        var (wide, tunnels) = (Policy.Rules[1], Policy.Rules[2]);
        Assert.Equal((new MaxAddresses(256, 1), WhenLedgerDown.Hold), (wide.MaxAddresses, wide.WhenLedgerDown));
        Assert.Null(wide.Sweep);
        Assert.Null(wide.Review);
        Assert.Same(GroupSelector.Any, wide.Groups);
        Assert.Equal(new MaxAddresses(16, null), tunnels.MaxAddresses);
        Assert.Equal(["foreign-prefix-list", "group:sg-0e", "prefix-list:corp list"], tunnels.DenySymbols.Select(s => s.Peer.Text));
        Assert.Equal(Selection.Yes, Assert.IsType<PeerSymbol.Group>(tunnels.DenySymbols[1].Peer).Selector.Choose(new(new("", "", "sg-0e"))));
        Assert.Equal("protocol 47, protocol 50", tunnels.DenySymbols[0].Services.ToString());
    }

    [Fact]
    public void Baselines_say_what_should_be_open()
    {
        var (database, app) = (Policy.Baselines[0], Policy.Baselines[1]);
        Assert.Equal(("DB-BASE", RuleAction.Revoke, true, Severity.High, Mode.Observe, "databases"), (database.Id, database.Extra, database.Restore, database.Severity, database.Mode, database.Why));
        Assert.Equal("database", Assert.IsType<GroupSelector.Named>(database.Groups).Name);
        var entry = Assert.Single(database.Ingress!.Value);
        Assert.Equal(("db_from_web", Direction.Ingress, "application queries", new DateOnly(2027, 2, 28)), (entry.Id, entry.Direction, entry.Why, entry.Review));
        Assert.Equal(Tcp(3306), entry.Services);
        Assert.True(entry.Addresses.IsEmpty);
        Assert.Equal("group:web", Assert.Single(entry.Symbols).Text);
        Assert.Empty(database.Egress!.Value);
        Assert.Equal(("baseline-2", RuleAction.Notify, false, Severity.Medium, "the group is not what its baseline says"), (app.Id, app.Extra, app.Restore, app.Severity, app.Why));
        Assert.Null(app.Egress);
        Assert.Null(app.Mode);
    }

    [Fact]
    public void Changes_say_who_may_change_what()
    {
        var (first, second) = (Policy.Changes[0], Policy.Changes[1]);
        Assert.Equal(("CH1", true, true, Severity.Low, Mode.Observe, "pipelines alone"), (first.Id, first.RevertOpened, first.RevertClosed, first.Severity, first.Mode, first.Why));
        Assert.Equal("arn:aws:iam::*:role/terraform-*", Assert.Single(first.Allow.Roles).Text);
        Assert.Empty(first.Allow.Users);
        Assert.Equal("cloudformation.amazonaws.com", Assert.Single(first.Allow.Services).Text);
        Assert.Equal(("changes-2", false, false, Severity.Medium), (second.Id, second.RevertOpened, second.RevertClosed, second.Severity));
        Assert.Same(GroupSelector.Any, second.Groups);
        Assert.Equal("arn:aws:iam::111122223333:root", Assert.Single(second.Allow.Users).Text);
    }

    [Fact]
    public void Requirements_say_what_must_be_written_down()
    {
        var (documented, dated) = (Policy.Requirements[0], Policy.Requirements[1]);
        Assert.Equal(("DOC001", "rules-are-documented", Severity.Medium, "auditors ask"), (documented.Id, documented.Name, documented.Severity, documented.Why));
        Assert.Equal(["SOC2/CC6.6"], documented.Controls.AsEnumerable());
        Assert.Equal(("*-sg", "?*", true), (documented.OfGroup!.Name!.Text, documented.OfGroup.Description!.Text, documented.OfGroup.Attached));
        Assert.Equal("Environment: dev prod", Assert.Single(documented.OfGroup.Tags.Select(Text)));
        var permission = documented.OfPermission!;
        Assert.Equal((Direction.Ingress, "SG-???-*", "ReviewDate", false), (permission.Direction, permission.Description!.Text, permission.ReviewTag, permission.ReviewInDescription));
        Assert.Equal("Justification: ?*", Assert.Single(permission.Tags.Select(Text)));
        Assert.Null(dated.OfGroup);
        Assert.True(dated.OfPermission!.ReviewInDescription);
        Assert.Equal(Severity.Low, dated.Severity);
    }

    [Fact]
    public void Threats_and_limits_say_their_numbers()
    {
        Assert.Equal(
            ["UnauthorizedAccess:EC2/* 7.5 Isolate 24 True 1-99 8 3", "* 0 Close 24 False 1-99 8 10", "UnauthorizedAccess:EC2/SSHBruteForce 7 Suspend 8 False 1-99 8 10", "*/SSHBruteForce 4 Block 12 False 40-59 6 20", "*/RDPBruteForce 4 Block 24 False 1-20 8 10"],
            Policy.Threats.Select(t => FormattableString.Invariant($"{t.Types[0]} {t.MinimumSeverity} {t.Answer} {t.Hours} {t.CutsConnections} {t.Numbers.From}-{t.Numbers.To} {t.MostInAcl} {t.MostAnHour}")));
        Assert.Equal("tcp/443, tcp/8443", Policy.PublicServices.ToString());
        Assert.Equal(new WaiverLimits(720, 24, true, 24, 64), Policy.Waivers);
        var guardrails = Policy.Guardrails!;
        Assert.Equal((50, 5, 20, 500, new FightLimit(3, 60)), (guardrails.PerAccount, guardrails.PerGroup, guardrails.PerActor, guardrails.CriticalPerAccount, guardrails.Fight));
        Assert.Equal("bastion", Assert.IsType<GroupSelector.Named>(guardrails.Protected).Name);
        Assert.Equal(new NoticeSettings(20, 10, Severity.Low), Policy.Notices);
    }

    [Fact]
    public void First_test_says_every_fact()
    {
        var test = Policy.Tests[0];
        Assert.Equal(new GroupKey("444455556666", "eu-west-1", "sg-01"), test.Group.Key);
        Assert.Equal(("web-1", "vpc-0a", true), (test.Group.Name, test.Group.VpcId, test.Group.IsAttached));
        Assert.Equal(["Tier=web", "Empty="], test.Group.Tags!.Value.Select(tag => $"{tag.Key}={tag.Value}"));
        Assert.Equal(["ours", "web"], test.Group.SaidToBe.Order());
        Assert.Equal("ingress tcp/22 0.0.0.0/1", test.Permission.Content);
        Assert.Equal(["egress icmp/8 sg-01", "ingress all 2001:db8::/32"], test.Others.Select(other => other.Content));
        Assert.Equal(["pl-0a  444455556666 203.0.113.0/24", "pl-0b cdn AWS 1.0.0.0/8"], test.PrefixLists.Select(list => $"{list.Id} {list.Name} {list.OwnerId} {list.Addresses}"));
        Assert.Equal(("arn:aws:iam::111122223333:role/admin", "violation", RuleAction.Revoke, Severity.Critical), (test.Actor, test.Expect.Verdict, test.Expect.Action, test.Expect.Severity));
        Assert.Equal(["SG001"], test.Expect.Rules!.Value.AsEnumerable());
        Assert.Equal(["tcp/0-21 from 0.0.0.0/0"], test.Expect.Remainder!.Value.AsEnumerable());
    }

    [Fact]
    public void Other_tests_say_their_peers()
    {
        Assert.Equal(["ingress protocol 50 sg-peer", "ingress icmp/8/0 sg-02", "ingress udp pl-0a"], Policy.Tests.Skip(1).Select(test => test.Permission.Content));
        Assert.Equal(["web"], Policy.Tests[1].Peer!.SaidToBe.AsEnumerable());
        Assert.Equal(("111122223333", "sg-02"), (Policy.Tests[2].Peer!.Key.Account, Policy.Tests[2].Peer!.Key.GroupId));
        Assert.Equal("111122223333", Assert.IsType<Peer.Group>(Policy.Tests[2].Permission.Peer).Account);
        Assert.Null(Policy.Tests[3].Peer);
        Assert.Equal((true, true), (Policy.Tests[3].Expect.Rules is { IsEmpty: true }, Policy.Tests[1].Expect.Rules is null));
        Assert.Null(Policy.Tests[1].Group.Tags);
    }

    public static TheoryData<int, int, string> KeyPlaces
    {
        get
        {
            var data = new TheoryData<int, int, string>();
            var lines = EverythingPolicy.Text.Split('\n');
            for (var line = 0; line < lines.Length; line++)
                foreach (System.Text.RegularExpressions.Match match in Key().Matches(lines[line]))
                    if (EveryKey.Contains(match.Value)) data.Add(line, match.Index, match.Value);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(KeyPlaces), DisableDiscoveryEnumeration = true)]
    public void Key_that_is_misspelled_is_told_at_its_place(int line, int column, string key)
    {
        var lines = EverythingPolicy.Text.Split('\n');
        lines[line] = lines[line].Insert(column + key.Length, "qq");
        var reading = PolicyText.Read(string.Join('\n', lines));
        Assert.Null(reading.Policy);
        Assert.Contains(reading.Diagnostics, d => d.Code == "POL021" && d.Place == new Place("policy.yaml", line + 1, column + 1) && d.Message.Contains($"`{key}qq`", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(KeyPlaces), DisableDiscoveryEnumeration = true)]
    public void Value_that_is_of_no_use_is_told_on_its_line(int line, int column, string key)
    {
        var lines = EverythingPolicy.Text.Split('\n');
        // What follows a key on lines of its own, or takes any key, is tried elsewhere.
        if (lines[line].EndsWith(':') || key == "tags") return;
        lines[line] = $"{lines[line][..(column + key.Length)]}: {{ zzz: 1 }}{Closing(lines[line][..column])}";
        var reading = PolicyText.Read(string.Join('\n', lines));
        Assert.Null(reading.Policy);
        Assert.Contains(reading.Diagnostics, d => d.Severity == DiagnosticSeverity.Error && d.Place.Line == line + 1 && d.Code is "POL020" or "POL021" or "POL026" or "POL061" or "POL062" or "POL063" or "POL064" or "POL066");
    }

    private static string Closing(string before)
    {
        var open = new Stack<char>();
        foreach (var c in before)
        {
            if (c is '{') open.Push('}');
            if (c is '[') open.Push(']');
            if (c is '}' or ']') _ = open.Pop();
        }

        return string.Concat(open.Select(c => $" {c}"));
    }

    private static Selection Chooses(string group, GroupFacts facts) => Policy.Groups.Single(g => g.Name == group).Choose(facts);

    private static string Text(TagDemand demand) => $"{demand.Key}: {string.Join(' ', demand.Values)}";

    private static ServiceSet Tcp(ushort port) => ServiceSet.Ports(Protocol.Tcp, port, port);

    [GeneratedRegex(@"(?<![\w:\-./*])[a-z][a-z0-9\-]*(?=:( |$))")]
    private static partial Regex Key();
}
