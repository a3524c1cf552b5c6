using System.Text.Json;

namespace Remediator.Cli.Tests;

public sealed class ExplainTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void A_violation_is_told_as_a_tree_from_who_did_it_to_what_would_be_done()
    {
        var answer = Explain(Happening.Opened($"{Happening.Ssh()}, {Happening.Ssh("\"ipRanges\": { \"items\": [{ \"cidrIp\": \"203.0.113.0/24\" }] }")}"));
        Assert.Equal((2, ""), (answer.Exit, answer.Error));
        Assert.Equal("""
            arn:aws:iam::111122223333:user/alice opened 2 permissions in sg-0a, account 111122223333, eu-west-1
            ├── AuthorizeSecurityGroupIngress, from 203.0.113.7, with the AWS CLI, 2026-11-20 11:59:30 UTC
            ├── ✗ tcp/22 from 0.0.0.0/0: violation, critical
            │   ├── described as "for a while"
            │   ├── SG001 admin-ports-from-internet (policy.yaml:9:5)
            │   │   ├── forbids 4,256,038,400 IPv4 addresses, more than 99.9% of the IPv4 internet
            │   │   └── why: SSH and RDP are reached through the VPN.
            │   └── it would be revoked
            └── ✓ tcp/22 from 203.0.113.0/24: compliant
                └── no rule has anything against it

            ✗ 1 violation, 0 undecided, 1 compliant

            """, answer.Out);
    }

    [Fact]
    public void What_would_remain_is_told_where_the_rule_trims()
    {
        var answer = Explain(Happening.Opened(Happening.Ssh()), Sample.Policy.Replace("action: revoke", "action: trim"));
        Assert.Contains("would remain: tcp/22 from 203.0.113.0/24", answer.Out);
        Assert.Contains("would go too, though nobody forbids it: tcp/22; 38,928,640 IPv4 addresses", answer.Out);
        Assert.Contains("it would be cut down to what remains", answer.Out);
    }

    [Fact]
    public void An_observing_policy_would_only_tell() => Assert.Contains(
        "people would be told, and nothing changed: who asks for it only observes; else it would be revoked",
        Explain(Happening.Opened(Happening.Ssh()), Sample.Policy.Replace("mode: enforce", "mode: observe")).Out);

    [Fact]
    public void A_prefix_list_is_undecided_and_the_option_that_would_tell_is_named()
    {
        var happening = Happening.Opened(Happening.Ssh("\"prefixListIds\": { \"items\": [{ \"prefixListId\": \"pl-0a\" }] }"));
        var answer = Explain(happening);
        Assert.Equal(0, answer.Exit);
        Assert.Contains("? tcp/22 from prefix list pl-0a: undecided, critical", answer.Out);
        Assert.Contains("? the entries of pl-0a are not known: --prefix-lists tells", answer.Out);
        var lists = _desk.File("lists.json", """{ "pl-0a": { "Entries": [{ "Cidr": "203.0.113.0/25" }] } }""");
        Assert.Contains("✓ tcp/22 from prefix list pl-0a: compliant", Explain(happening, Sample.Policy, "--prefix-lists", lists).Out);
    }

    [Fact]
    public void A_rule_about_tags_is_undecided_until_the_group_is_there()
    {
        var policy = Sample.Policy.Replace("    severity: critical", "    groups: { tags: { Tier: web } }\n    severity: critical");
        var answer = Explain(Happening.Opened(Happening.Ssh()), policy);
        Assert.Contains("? the group's tags are not known: --groups tells", answer.Out);
        var groups = _desk.File("groups.json", Sample.Groups(Sample.Group("sg-0a")));
        var told = Explain(Happening.Opened(Happening.Ssh()), policy, "--groups", groups);
        Assert.Contains("in sg-0a (web), account 111122223333, eu-west-1", told.Lines[0]);
        Assert.Equal((2, "✗ 1 violation, 0 undecided, 0 compliant"), (told.Exit, told.Lines[^1]));
    }

    [Fact]
    public void A_call_that_failed_is_ignored_and_says_why()
    {
        var failed = Happening.Envelope(Happening.Record("AuthorizeSecurityGroupIngress", "null", ", \"errorCode\": \"Client.UnauthorizedOperation\""));
        Assert.Equal((0, "✓ ignored, because the call failed with `Client.UnauthorizedOperation`\n"), (Explain(failed).Exit, Explain(failed).Out));
        var json = Explain(failed, Sample.Policy, "--format", "json").Json;
        Assert.Equal(("the call failed with `Client.UnauthorizedOperation`", 0), (json.GetProperty("summary").GetProperty("ignored").GetString(), json.GetProperty("verdicts").GetArrayLength()));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public void An_event_that_cannot_be_read_ends_with_1_and_every_problem(string format)
    {
        var answer = Explain("""{ "detail-type": "AWS API Call via CloudTrail", "source": "aws.ec2", "detail": { "eventName": "AuthorizeSecurityGroupIngress" } }""", Sample.Policy, "--format", format);
        Assert.Equal(1, answer.Exit);
        Assert.Contains("`account` is missing", answer.Error);
        Assert.Contains("`region` is missing", answer.Error);
        if (format == "json") Assert.True(answer.Json.GetProperty("diagnostics").GetArrayLength() >= 2);
    }

    [Fact]
    public void A_record_of_CloudTrail_is_an_event_too()
    {
        var record = Happening.Record("AuthorizeSecurityGroupIngress", $$"""{ "groupId": "sg-0a", "ipPermissions": { "items": [{{Happening.Ssh()}}] } }""");
        var expected = Explain(Happening.Envelope(record)).Out;
        Assert.Equal(expected, Explain(record).Out);
        Assert.Equal(expected, Explain($$"""{ "Records": [{{record}}] }""").Out);
        Assert.Equal(expected, Explain($$"""{ "Events": [{ "CloudTrailEvent": "{{JsonEncodedText.Encode(record)}}" }] }""").Out);
    }

    [Fact]
    public void Several_records_are_too_many()
    {
        var record = Happening.Record("AuthorizeSecurityGroupIngress", "{}");
        var answer = Explain($$"""{ "Records": [{{record}}, {{record}}] }""");
        Assert.Equal(1, answer.Exit);
        Assert.Contains("event.json: error: 2 records, expected one event of EventBridge", answer.Error);
    }

    [Fact]
    public void An_event_about_the_whole_group_is_undecided_without_the_group_and_judged_with_it()
    {
        var retag = Happening.Envelope(Happening.Record("CreateTags", """{ "resourcesSet": { "items": [{ "resourceId": "sg-0a" }] }, "tagSet": { "items": [{ "key": "Tier", "value": "web" }] } }"""));
        var policy = Sample.Policy.Replace("    severity: critical", "    groups: { tags: { Tier: web } }\n    severity: critical");
        var without = Explain(retag, policy);
        Assert.Equal(0, without.Exit);
        Assert.Contains("? not decided: the whole group is judged, because", without.Out);
        Assert.Contains("give --groups what `aws ec2 describe-security-groups` prints", without.Out);
        var groups = _desk.File("groups.json", Sample.Groups(Sample.Group("sg-0a", Sample.SshOpen).Replace("\"Value\": \"web\"", "\"Value\": \"old\"")));
        var with = Explain(retag, policy, "--groups", groups);
        Assert.Equal(2, with.Exit);
        Assert.Contains("✗ tcp/22 from 0.0.0.0/0: violation, critical (this event did not open it)", with.Out);
    }

    [Fact]
    public void A_changed_prefix_list_is_explained_for_every_group_that_refers_to_it()
    {
        var changed = Happening.Envelope(Happening.Record("ModifyManagedPrefixList", """{ "ModifyManagedPrefixListRequest": { "PrefixListId": "pl-0a", "AddEntry": { "Cidr": "0.0.0.0/0" } } }"""));
        Assert.Contains("? every group that refers to prefix list pl-0a is judged, and no group is in the input", Explain(changed).Out);
        var groups = _desk.File("groups.json", Sample.Groups(Sample.Group("sg-0a", Sample.SshFromList, Sample.SshOpen), Sample.Group("sg-0b", Sample.SshOpen)));
        var lists = _desk.File("lists.json", """{ "pl-0a": { "Entries": [{ "Cidr": "0.0.0.0/0" }] } }""");
        var answer = Explain(changed, Sample.Policy, "--groups", groups, "--prefix-lists", lists);
        Assert.Equal((2, "✗ 1 violation, 0 undecided, 0 compliant"), (answer.Exit, answer.Lines[^1]));
        Assert.Contains("changed prefix list pl-0a, to which a rule refers in sg-0a (web)", answer.Lines[0]);
    }

    [Fact]
    public void A_rule_whose_direction_is_not_told_is_judged_both_ways_unless_the_group_shows_it()
    {
        var modified = Happening.Envelope(Happening.Record("ModifySecurityGroupRules", """
            { "ModifySecurityGroupRulesRequest": { "GroupId": "sg-0a", "SecurityGroupRule": { "SecurityGroupRuleId": "sgr-0a", "SecurityGroupRule": { "IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIpv4": "0.0.0.0/0" } } } }
            """));
        Assert.Contains("so it is judged both ways", Explain(modified).Out);
        var groups = _desk.File("groups.json", Sample.Groups(Sample.Group("sg-0a", Sample.SshOpen)));
        var answer = Explain(modified, Sample.Policy, "--groups", groups);
        Assert.Equal("✗ 1 violation, 0 undecided, 0 compliant", answer.Lines[^1]);
    }

    [Fact]
    public void What_was_closed_is_held_against_baselines_and_against_who_may_change_the_group()
    {
        var policy = Sample.Policy + "\n" + """
            baselines:
              - { group: { tags: { Tier: web } }, id: WEB, ingress: [{ id: from_lb, service: https, peer: 203.0.113.0/24, why: the load balancer }], missing: restore, why: as agreed }
            changes:
              - { id: CH1, groups: { tags: { Tier: web } }, allow: { roles: ["arn:aws:iam::*:role/terraform-*"] }, closed: revert, why: changes are made in code }
            """;
        var closed = Happening.Envelope(Happening.Record("RevokeSecurityGroupIngress", """
            { "groupId": "sg-0a", "ipPermissions": { "items": [{ "ipProtocol": "tcp", "fromPort": 443, "toPort": 443, "ipRanges": { "items": [{ "cidrIp": "203.0.113.0/24" }] } }] } }
            """));
        var without = Explain(closed, policy);
        Assert.Equal((0, "? no violations, 0 undecided, 0 compliant; not everything could be judged"), (without.Exit, without.Lines[^1]));
        var groups = _desk.File("groups.json", Sample.Groups(Sample.Group("sg-0a")));
        var answer = Explain(closed, policy, "--groups", groups);
        Assert.Equal((2, ""), (answer.Exit, answer.Error));
        Assert.Equal("""
            arn:aws:iam::111122223333:user/alice closed 1 permission in sg-0a (web), account 111122223333, eu-west-1
            ├── RevokeSecurityGroupIngress, from 203.0.113.7, with the AWS CLI, 2026-11-20 11:59:30 UTC
            ├── vpc-0a
            ├── - tcp/443 from 203.0.113.0/24: closed
            └── - tcp/443 from 203.0.113.0/24: missing, medium
                ├── WEB (baseline) (policy.yaml:18:5)
                │   └── why: the load balancer
                ├── CH1 (change control) (policy.yaml:20:5)
                │   ├── closed by somebody who may not
                │   └── why: changes are made in code
                └── it would be put back

            ✗ no violations, 0 undecided, 0 compliant, 1 missing

            """, answer.Out);
        var missing = Explain(closed, policy, "--groups", groups, "--format", "json").Json.GetProperty("missing")[0];
        Assert.Equal(("203.0.113.0/24", true, "CH1"), (missing.GetProperty("peer").GetString(), missing.GetProperty("restore").GetBoolean(), missing.GetProperty("reasons")[1].GetProperty("rule").GetString()));
        Assert.Contains("│   └── why: as agreed\n", Explain(closed, policy.Replace(", why: the load balancer", ""), "--groups", groups).Out);
    }

    [Fact]
    public void Json_holds_the_event_and_the_same_verdicts_as_an_audit()
    {
        var answer = Explain(Happening.Opened(Happening.Ssh()), Sample.Policy, "--format", "json");
        var (happening, verdict) = (answer.Json.GetProperty("event"), answer.Json.GetProperty("verdicts")[0]);
        Assert.Equal(("AuthorizeSecurityGroupIngress", "sg-0a", "arn:aws:iam::111122223333:user/alice"),
            (happening.GetProperty("name").GetString(), happening.GetProperty("groupId").GetString(), happening.GetProperty("actor").GetProperty("arn").GetString()));
        Assert.Equal(("violation", "4256038400"), (verdict.GetProperty("verdict").GetString(), verdict.GetProperty("forbidden").GetProperty("ipv4Addresses").GetString()));
        Assert.Equal((1, 0), (answer.Json.GetProperty("summary").GetProperty("violations").GetInt32(), answer.Json.GetProperty("open").GetArrayLength()));
    }

    [Fact]
    public void A_policy_that_is_none_ends_with_3()
    {
        var answer = Explain(Happening.Opened(Happening.Ssh()), "version: 2", "--format", "json");
        Assert.Equal((3, 0), (answer.Exit, answer.Json.GetProperty("verdicts").GetArrayLength()));
    }

    [Fact]
    public void Hostile_texts_of_an_event_stay_on_their_line_and_paint_nothing()
    {
        var hostile = Happening.Opened(Happening.Ssh("\"ipRanges\": { \"items\": [{ \"cidrIp\": \"0.0.0.0/0\", \"description\": \"[red]x[/]\\n├── ✓ fine\\u202e\\u001b[2J\" }] }"));
        _desk.Colours = true;
        _desk.Width = 200;
        var answer = Explain(hostile);
        Assert.Contains("[red]x[/]\\u000a├── ✓ fine\\u202e\\u001b[2J", answer.Out);
        Assert.DoesNotContain("\u001b[2J", answer.Out);
        Assert.DoesNotContain('\u202e', answer.Out);
    }

    private Answer Explain(string happening, string policy = Sample.Policy, params string[] more) =>
        _desk.Run(["explain", "--policy", _desk.File("policy.yaml", policy), _desk.File("event.json", happening), .. more]);
}
