namespace Remediator.Cli.Tests.Describe;

public sealed class InterfacesTests : IDisposable
{
    private const string Attached = """
        { "NetworkInterfaces": [
          { "NetworkInterfaceId": "eni-0a", "Groups": [{ "GroupId": "sg-0a", "GroupName": "web" }], "Association": { "PublicIp": "203.0.113.9" },
            "PrivateIpAddresses": [{ "PrivateIpAddress": "10.0.0.4", "Association": { "PublicIp": "203.0.113.9" } }], "Ipv6Addresses": [{ "Ipv6Address": "2001:db8::9" }] },
          { "NetworkInterfaceId": "eni-0b", "Groups": [{ "GroupId": "sg-0a" }, { "GroupId": "sg-0c" }], "PrivateIpAddresses": [] }
        ] }
        """;

    private static readonly string AttachedOnly = Sample.Policy.Replace("    severity: critical", "    groups: { attached: true }\n    severity: critical");

    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void What_carries_a_group_is_shown_beside_it()
    {
        Assert.Equal("sg-0a  web  vpc-0a  on 2 interfaces, public 203.0.113.9, 2001:db8::9", Audit(Sample.Policy, Attached).Lines[4]);
        Assert.Equal("sg-0a  web  vpc-0a  on no interface", Audit(Sample.Policy, """{ "NetworkInterfaces": [] }""").Lines[4]);
    }

    [Fact]
    public void Json_names_interfaces_and_public_addresses_with_what_is_forbidden()
    {
        var verdict = Audit(Sample.Policy, Attached, "--format", "json").Json.GetProperty("verdicts")[0];
        Assert.Equal((2, "203.0.113.9"), (verdict.GetProperty("interfaces").GetInt32(), verdict.GetProperty("publicAddresses")[0].GetString()));
    }

    [Fact]
    public void A_rule_about_attached_groups_is_undecided_without_interfaces()
    {
        var answer = _desk.Run("audit", "--policy", _desk.File("policy.yaml", AttachedOnly), "--input", Groups());
        Assert.Equal((0, "? no violations, 1 undecided in 1 of 1 group, 0 compliant"), (answer.Exit, answer.Lines[^1]));
        Assert.Contains("whether anything carries the group is not known: --interfaces tells", answer.Out);
        Assert.Equal(2, Audit(AttachedOnly, Attached).Exit);
        Assert.Equal(0, Audit(AttachedOnly, """{ "NetworkInterfaces": [] }""").Exit);
    }

    [Theory]
    [InlineData("""{ "NetworkInterfaces": [{ "NetworkInterfaceId": "eni-0a" }] }""", "`Groups` is missing")]
    [InlineData("""{ "NetworkInterfaces": [{ "Groups": [{}] }] }""", "`GroupId` is missing")]
    [InlineData("""{ "NetworkInterfaces": [], "NextToken": "x" }""", "the answer is one page of several")]
    [InlineData("""{ "Reservations": [] }""", "`NetworkInterfaces` is missing")]
    [InlineData("[7]", "`7`, expected an interface")]
    public void Interfaces_that_cannot_be_read_whole_leave_it_open_whether_a_group_is_attached(string interfaces, string expected)
    {
        var answer = Audit(AttachedOnly, interfaces);
        Assert.Equal((1, "? no violations, 1 undecided in 1 of 1 group, 0 compliant"), (answer.Exit, answer.Lines[^1]));
        Assert.Contains(expected, answer.Error);
    }

    private string Groups() => _desk.File("groups.json", Sample.Groups(Sample.Group("sg-0a", Sample.SshOpen)));

    private Answer Audit(string policy, string interfaces, params string[] more) => _desk.Run(
        ["audit", "--policy", _desk.File("policy.yaml", policy), "--input", Groups(), "--interfaces", _desk.File("interfaces.json", interfaces), .. more]);
}
