using System.Text.Json.Nodes;
using Remediator.Sandbox.CloudTrail;

namespace Remediator.Scenarios.Sandbox;

public sealed class EventPatternTests
{
    private const string Opened = """{"source":"aws.ec2","detail-type":"AWS API Call via CloudTrail","detail":{"eventSource":"ec2.amazonaws.com","eventName":"AuthorizeSecurityGroupIngress"}}""";

    [Theory]
    [InlineData(Opened, true)]
    [InlineData("""{"source":"aws.ec2","detail-type":"AWS API Call via CloudTrail","detail":{"eventSource":"ec2.amazonaws.com","eventName":"ModifySecurityGroupRules"}}""", true)]
    [InlineData("""{"source":"aws.ec2","detail-type":"AWS API Call via CloudTrail","detail":{"eventSource":"ec2.amazonaws.com","eventName":"RevokeSecurityGroupIngress"}}""", true)]
    [InlineData("""{"source":"aws.ec2","detail-type":"AWS API Call via CloudTrail","detail":{"eventSource":"ec2.amazonaws.com","eventName":"DescribeSecurityGroups"}}""", false)]
    [InlineData("""{"source":"aws.ec2","detail-type":"AWS API Call via CloudTrail","detail":{"eventSource":"ec2.amazonaws.com","eventName":"ModifySecurityGroupRules","errorCode":"Client.DryRunOperation"}}""", false)]
    [InlineData("""{"source":"aws.rds","detail-type":"AWS API Call via CloudTrail","detail":{"eventSource":"ec2.amazonaws.com","eventName":"ModifySecurityGroupRules"}}""", false)]
    [InlineData("""{"source":"aws.ec2","detail-type":"AWS API Call via CloudTrail"}""", false)]
    [InlineData("{}", false)]
    public void Patterns_of_the_function_admit_successful_changes_only(string read, bool admitted) =>
        Assert.Equal(admitted, Admitted(read));

    [Theory]
    [InlineData("""{"resourcesSet":{"items":[{"resourceId":"i-0123456789abcdef0"},{"resourceId":"sg-0123456789abcdef0"}]}}""", true)]
    [InlineData("""{"resourcesSet":{"items":[{"resourceId":"i-0123456789abcdef0"}]}}""", false)]
    [InlineData("""{"resourcesSet":{"items":[{"resourceId":"sgr-0123456789abcdef0"}]}}""", false)]
    [InlineData("""{"omitted":true}""", true)]
    [InlineData("null", true)]
    public void Retags_come_through_that_name_a_group_or_nothing_that_can_be_told(string parameters, bool admitted) =>
        Assert.Equal(admitted, Admitted(Opened.Replace("\"AuthorizeSecurityGroupIngress\"", $"\"CreateTags\",\"requestParameters\":{parameters}", StringComparison.Ordinal)));

    [Fact]
    public void Pattern_with_an_operator_unknown_here_is_an_error_instead_of_a_guess() =>
        Assert.Throws<ArgumentException>(() => EventPattern.Parse("""{"source":[{"suffix":"ec2"}]}""").Matches(JsonNode.Parse(Opened)!.AsObject()));

    private static bool Admitted(string read) => EventPattern.OnSecurityGroupChange.Values.Any(rule => rule.Matches(JsonNode.Parse(read)!.AsObject()));
}
