using System.Text.Json.Nodes;
using static Remediator.Scenarios.Stories.Town;

namespace Remediator.Scenarios.Stories;

/// <summary>Events that come twice, late or broken: each ends as a decision, or as a dead letter with the event intact.</summary>
public sealed class DeliveryTests(Town town) : Story(town), IClassFixture<Town>
{
    [Fact]
    public async Task A_second_delivery_makes_no_call()
    {
        var first = await Town.Open(await Town.Group(), Tcp(22, "0.0.0.0/0"));
        var second = await Town.Deliver(first.Delivery.Payload);
        Assert.True(second.End.Succeeded);
        Assert.Empty(second.Calls);
    }

    [Fact]
    public async Task A_permission_that_is_already_gone_is_neither_finding_nor_notice()
    {
        var group = await Town.Group();
        var first = await Town.Open(group, Tcp(22, "0.0.0.0/0"));
        var again = JsonNode.Parse(first.Delivery.Payload)!;
        again["detail"]!["eventID"] = Guid.NewGuid().ToString();

        var second = await Town.Deliver(again.ToJsonString());
        Assert.True(second.End.Succeeded, second.End.Answer);
        Assert.Equal("ec2:RevokeSecurityGroupIngress", second.Calls[0]);
        Assert.DoesNotContain(second.Calls, c => c.StartsWith("sns:", StringComparison.Ordinal) || c.StartsWith("securityhub:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Omitted_parameters_have_the_whole_group_read()
    {
        var group = await Town.Group();
        var first = await Town.Open(group, Tcp(443, "0.0.0.0/0"));
        var quiet = JsonNode.Parse(first.Delivery.Payload)!;
        quiet["detail"]!["eventID"] = Guid.NewGuid().ToString();
        quiet["detail"]!["requestParameters"] = new JsonObject { ["groupId"] = group, ["omitted"] = true };
        quiet["detail"]!["responseElements"] = null;

        var second = await Town.Deliver(quiet.ToJsonString());
        Assert.True(second.End.Succeeded, second.End.Answer);
        Assert.Equal("ec2:DescribeSecurityGroupRules", second.Calls[0]);
        Assert.Single(await Town.Rules(group));
    }

    [Theory]
    [InlineData("{\"source\":", "JSON")]
    [InlineData("{\"source\":\"aws.ec2\",\"detail-type\":\"AWS API Call via CloudTrail\",\"detail\":{\"eventName\":\"AuthorizeSecurityGroupIngress\",\"eventSource\":\"ec2.amazonaws.com\"}}", "eventID")]
    [InlineData("[1,2,3]", "object")]
    public async Task What_cannot_be_read_says_what_was_wrong_and_becomes_a_dead_letter_as_it_came(string text, string named)
    {
        var handled = await Town.Deliver(text);
        Assert.False(handled.End.Succeeded);
        Assert.Contains(named, handled.End.Answer, StringComparison.Ordinal);
        Assert.Equal(3, handled.Delivery.Attempts.Length);
        Assert.Contains(Town.Account.Invocations.DeadLetters.All, d => d.Payload == text);
        Assert.Empty(handled.Calls);
    }

    [Theory]
    [InlineData("errorCode", "Client.DryRunOperation")]
    [InlineData("eventName", "DescribeSecurityGroups")]
    public async Task What_changed_nothing_is_ignored_and_says_why(string field, string value)
    {
        var first = await Town.Open(await Town.Group(), Tcp(443, "0.0.0.0/0"));
        var other = JsonNode.Parse(first.Delivery.Payload)!;
        other["detail"]![field] = value;

        var handled = await Town.Deliver(other.ToJsonString());
        Assert.True(handled.End.Succeeded);
        Assert.Empty(handled.Calls);
        Assert.Contains(Town.Account.FunctionLines.All, line => line.Contains("ignored, because", StringComparison.Ordinal) && line.Contains(value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_event_of_200_kB_is_read_like_any_other()
    {
        var group = await Town.Group();
        var first = await Town.Open(group, Tcp(443, "0.0.0.0/0"));
        var large = JsonNode.Parse(first.Delivery.Payload)!;
        large["detail"]!["eventID"] = Guid.NewGuid().ToString();
        large["detail"]!["userAgent"] = new string('x', 200_000);
        var handled = await Town.Deliver(large.ToJsonString());
        Assert.True(handled.End.Succeeded, handled.End.Answer);
        Assert.Empty(handled.Calls);
    }
}
