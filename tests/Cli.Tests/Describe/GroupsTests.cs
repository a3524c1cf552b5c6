namespace Remediator.Cli.Tests.Describe;

public sealed class GroupsTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void A_bare_list_groups_one_after_the_other_and_several_answers_are_read()
    {
        var (one, two) = (Sample.Group("sg-0a", Sample.SshOpen), Sample.Group("sg-0b", Sample.SshOpen));
        var expected = Audit(Sample.Groups(one, two)).Out;
        Assert.Equal(expected, Audit($"[{one}, {two}]").Out);
        Assert.Equal(expected, Audit($"{one}\n{two}").Out);
        Assert.Equal(expected, Audit($"{Sample.Groups(one)}\n{Sample.Groups(two)}\n").Out);
    }

    [Fact]
    public void A_mistake_in_a_later_answer_says_in_which()
    {
        var answer = Audit($"{Sample.Groups()}{Sample.Groups(Sample.Group("sg-0a", "5"))}");
        Assert.Equal(1, answer.Exit);
        Assert.Contains("groups.json: (document 2).SecurityGroups[0].IpPermissions[0]: error: `5`, expected a permission", answer.Error);
    }

    [Fact]
    public void Each_peer_is_a_permission_of_its_own()
    {
        var permission = """
            { "IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "IpRanges": [{ "CidrIp": "203.0.113.0/24" }, { "CidrIp": "198.51.100.7/24" }], "Ipv6Ranges": [{ "CidrIpv6": "2001:db8::/32" }],
              "PrefixListIds": [{ "PrefixListId": "pl-0a" }], "UserIdGroupPairs": [{ "GroupId": "sg-0a", "UserId": "111122223333" }, { "GroupId": "sg-0f", "UserId": "444455556666", "VpcPeeringConnectionId": "pcx-0a" }] }
            """;
        var verdicts = Audit(Sample.Groups(Sample.Group("sg-0a", permission)), "--format", "json").Json.GetProperty("verdicts");
        Assert.Equal(["203.0.113.0/24", "198.51.100.0/24", "2001:db8::/32", "pl-0a", "sg-0a", "444455556666/sg-0f"], verdicts.EnumerateArray().Select(v => v.GetProperty("peer").GetString()));
    }

    [Fact]
    public void Region_and_account_come_from_the_answer_else_from_the_option_else_they_are_unknown()
    {
        var bare = """{ "GroupId": "sg-0a", "IpPermissions": [], "IpPermissionsEgress": [] }""";
        Assert.EndsWith("; account unknown, region unknown", Audit(Sample.Groups(bare)).Lines[1]);
        Assert.EndsWith("; account unknown, region eu-west-3", Audit(Sample.Groups(bare), "--region", "eu-west-3").Lines[1]);
        Assert.EndsWith("; account 111122223333, region eu-west-1", Audit(Sample.Groups(Sample.Group("sg-0a")), "--region", "eu-west-3").Lines[1]);
    }

    [Theory]
    [InlineData("{ region: \"eu-*\" }", "region", "--region")]
    [InlineData("{ account: \"1111*\" }", "account", "OwnerId")]
    public void A_policy_that_chooses_by_what_is_unknown_is_not_taken_for_one_that_does_not_choose(string selector, string what, string help)
    {
        var policy = Sample.Policy.Replace("    severity: critical", $"    groups: {selector}\n    severity: critical");
        var bare = $$"""{ "GroupId": "sg-0a", "IpPermissions": [{{Sample.SshOpen}}], "IpPermissionsEgress": [] }""";
        var answer = _desk.Run("audit", "--policy", _desk.File("policy.yaml", policy), "--input", _desk.File("groups.json", bare));
        Assert.Equal(1, answer.Exit);
        Assert.Contains($"the policy chooses groups by {what}, and the {what} of 1 group is not known", answer.Error);
        Assert.Contains(help, answer.Error);
    }

    [Fact]
    public void A_kind_of_peer_that_is_not_known_is_told_and_never_passed_over()
    {
        var answer = Audit(Sample.Groups(Sample.Group("sg-0a", """{ "IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "IpRanges": [], "CountryCodes": ["XX"] }""")));
        Assert.Equal(1, answer.Exit);
        Assert.Contains("SecurityGroups[0].IpPermissions[0].CountryCodes: error: the field is not known, and may name a peer that is not judged", answer.Error);
    }

    [Theory]
    [InlineData("""{ "FromPort": 22, "ToPort": 22, "IpRanges": [{ "CidrIp": "10.0.0.0/8" }] }""", "`IpProtocol` is missing")]
    [InlineData("""{ "IpProtocol": "tcp", "FromPort": "22", "ToPort": 22, "IpRanges": [{ "CidrIp": "10.0.0.0/8" }] }""", "`22`, expected a port as a number")]
    [InlineData("""{ "IpProtocol": "tcp", "FromPort": 23, "ToPort": 22, "IpRanges": [{ "CidrIp": "10.0.0.0/8" }] }""", "tcp ports `23` to `22` are none")]
    [InlineData("""{ "IpProtocol": "tpc", "IpRanges": [{ "CidrIp": "10.0.0.0/8" }] }""", "protocol `tpc` is none")]
    [InlineData("""{ "IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "IpRanges": [] }""", "the permission names no peer")]
    [InlineData("""{ "IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "IpRanges": [{ "CidrIp": "::/0" }] }""", "`::/0`, expected a block such as `203.0.113.0/24`")]
    [InlineData("""{ "IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "PrefixListIds": ["pl-0a"] }""", "`pl-0a`, expected an object with `PrefixListId`")]
    [InlineData("""{ "IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "UserIdGroupPairs": [{ "GroupName": "default" }] }""", "`GroupId` is missing")]
    [InlineData("""{ "IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "IpRanges": {} }""", "an object, expected a list of peers")]
    public void A_permission_that_is_none_ends_with_1_and_says_where(string permission, string expected)
    {
        var answer = Audit(Sample.Groups(Sample.Group("sg-0a", permission)));
        Assert.Equal(1, answer.Exit);
        Assert.Contains($"groups.json: SecurityGroups[0].IpPermissions[0]", answer.Error);
        Assert.Contains(expected, answer.Error);
    }

    [Fact]
    public void A_group_that_is_there_twice_is_judged_twice_and_told()
    {
        var answer = Audit(Sample.Groups(Sample.Group("sg-0a", Sample.SshOpen), Sample.Group("sg-0a", Sample.SshOpen)));
        Assert.Equal((2, "✗ 2 violations, 0 undecided in 2 of 2 groups, 0 compliant"), (answer.Exit, answer.Lines[^1]));
        Assert.Contains("SecurityGroups[1]: warning: group `sg-0a` is there twice, and both are judged", answer.Error);
    }

    private Answer Audit(string groups, params string[] more) =>
        _desk.Run(["audit", "--policy", _desk.File("policy.yaml", Sample.Policy), "--input", _desk.File("groups.json", groups), .. more]);
}
