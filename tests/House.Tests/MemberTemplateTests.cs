using YamlDotNet.RepresentationModel;

namespace Remediator.House.Tests;

/// <summary>What a member account lets the central functions do.</summary>
public sealed class MemberTemplateTests
{
    private static YamlNode Trust => Assert.Single(Yaml.Items(Stack.Member.Properties("Member"), "AssumeRolePolicyDocument", "Statement"));

    [Fact]
    public void The_role_is_for_the_central_functions_of_the_same_organisation_who_know_the_external_id()
    {
        Assert.Equal("sts:AssumeRole", Yaml.Text(Trust, "Action"));
        Assert.Equal("ExternalId", Yaml.Text(Trust, "Condition", "StringEquals", "sts:ExternalId"));
        Assert.Equal("OrganizationId", Yaml.Text(Trust, "Condition", "StringEquals", "aws:PrincipalOrgID"));
        Assert.Equal("arn:${AWS::Partition}:iam::${CentralAccount}:role/${CentralRoles}", Yaml.Text(Trust, "Condition", "ArnLike", "aws:PrincipalArn"));
    }

    [Theory]
    [InlineData("ec2:")]
    [InlineData("securityhub:")]
    public void The_role_may_do_here_what_the_functions_may_do_at_home(string service)
    {
        var people = new[] { "ReadLedger", "GrantExceptions", "TurnKillSwitch", "RedriveEvents" };
        var home = Stack.Central.Held.Where(h => !people.Contains(h.Resource)).SelectMany(h => Allowed(h.Statement));
        var here = Stack.Member.Held.Where(h => h.Resource == "Member").SelectMany(h => Allowed(h.Statement));
        Assert.Equal(Of(service, home), Of(service, here));
    }

    [Fact]
    public void The_role_may_do_nothing_else() =>
        Assert.All(Stack.Member.Held.Where(h => h.Resource == "Member").SelectMany(h => Actions(h.Statement)), a => Assert.Matches("^(ec2|securityhub):[A-Z]", a));

    [Fact]
    public void Rules_put_their_events_on_the_central_bus_by_a_role_that_can_do_nothing_else()
    {
        var target = Assert.Single(Stack.Member.Rules.SelectMany(r => r.Targets).Select(t => Yaml.Text(t, "Arn")).Distinct());
        var statement = Assert.Single(Stack.Member.Held, h => h.Resource == "Forwarding").Statement;
        Assert.Equal(["events:PutEvents"], Actions(statement));
        Assert.Equal(target, Yaml.Text(statement, "Resource"));
        Assert.All(Stack.Member.Rules.SelectMany(r => r.Targets), t => Assert.Equal("Forwarding.Arn", Yaml.Text(t, "RoleArn")));
    }

    [Fact]
    public void Every_wildcard_resource_has_a_reason_and_no_action_is_one()
    {
        var lines = Repository.Lines(Stack.Member.Path);
        Assert.All(Enumerable.Range(0, lines.Length).Where(i => lines[i].TrimStart() == "Resource: \"*\""), i => Assert.StartsWith("#", lines[i - 1].TrimStart(), StringComparison.Ordinal));
        Assert.All(Stack.Member.Held.SelectMany(h => Actions(h.Statement)), a => Assert.DoesNotContain("*", a, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Actions(YamlNode statement) => Yaml.Items(statement, "Action").Select(a => a.ToString());

    /// <summary>Each action with its conditions, which are part of what is allowed; a region's resources stand for those of all regions.</summary>
    private static IEnumerable<string> Allowed(YamlNode statement)
    {
        var conditions = Yaml.Find(statement, "Condition") is { } some ? Yaml.Json(some).ToJsonString() : "";
        var resources = Yaml.Items(statement, "Resource").Select(r => r.ToString().Replace("${AWS::Region}", "*", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        return Actions(statement).Select(a => $"{a} {conditions} on {string.Join(", ", resources)}");
    }

    private static IEnumerable<string> Of(string service, IEnumerable<string> allowed) => allowed.Where(a => a.StartsWith(service, StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);
}
