using System.Text.Json.Nodes;
using Remediator.Sandbox.CloudTrail;

namespace Remediator.Scenarios.Sandbox;

public sealed class EventPatternTests
{
    private const string Opened = """{"source":"aws.ec2","detail-type":"AWS API Call via CloudTrail","detail":{"eventSource":"ec2.amazonaws.com","eventName":"AuthorizeSecurityGroupIngress"}}""";

    [Theory]
    [InlineData(Opened, true)]
    [InlineData("""{"source":"aws.ec2","detail-type":"AWS API Call via CloudTrail","detail":{"eventSource":"ec2.amazonaws.com","eventName":"ModifySecurityGroupRules"}}""", true)]
    [InlineData("""{"source":"aws.ec2","detail-type":"AWS API Call via CloudTrail","detail":{"eventSource":"ec2.amazonaws.com","eventName":"RevokeSecurityGroupIngress"}}""", false)]
    [InlineData("""{"source":"aws.ec2","detail-type":"AWS API Call via CloudTrail","detail":{"eventSource":"ec2.amazonaws.com","eventName":"ModifySecurityGroupRules","errorCode":"Client.DryRunOperation"}}""", false)]
    [InlineData("""{"source":"aws.rds","detail-type":"AWS API Call via CloudTrail","detail":{"eventSource":"ec2.amazonaws.com","eventName":"ModifySecurityGroupRules"}}""", false)]
    [InlineData("""{"source":"aws.ec2","detail-type":"AWS API Call via CloudTrail"}""", false)]
    [InlineData("{}", false)]
    public void Pattern_of_the_function_admits_successful_openings_only(string read, bool admitted) =>
        Assert.Equal(admitted, EventPattern.OnSecurityGroupChange.Matches(JsonNode.Parse(read)!.AsObject()));

    [Fact]
    public void Pattern_with_an_operator_unknown_here_is_an_error_instead_of_a_guess() =>
        Assert.Throws<ArgumentException>(() => EventPattern.Parse("""{"source":[{"prefix":"aws"}]}""").Matches(JsonNode.Parse(Opened)!.AsObject()));
}
