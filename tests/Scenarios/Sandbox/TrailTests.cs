using System.Text.Json.Nodes;
using Remediator.Sandbox;

namespace Remediator.Scenarios.Sandbox;

/// <summary>Each event has the shape in which CloudTrail records the call.</summary>
public sealed class TrailTests(ProxyFixture aws) : IClassFixture<ProxyFixture>
{
    [Fact]
    public async Task Authorize_is_recorded_with_nested_permissions_and_the_rules_it_made()
    {
        var group = await aws.GroupAsync();
        await aws.CallAsync("AuthorizeSecurityGroupIngress", $"GroupId={group}&IpPermissions.1.IpProtocol=tcp&IpPermissions.1.FromPort=22&IpPermissions.1.ToPort=22&IpPermissions.1.IpRanges.1.CidrIp=0.0.0.0/0&IpPermissions.1.IpRanges.1.Description=for now");

        var detail = aws.EventOf("AuthorizeSecurityGroupIngress", group)["detail"]!;
        var permission = """{"items":[{"ipProtocol":"tcp","fromPort":22,"toPort":22,"groups":{},"ipRanges":{"items":[{"cidrIp":"0.0.0.0/0","description":"for now"}]},"ipv6Ranges":{},"prefixListIds":{}}]}""";
        var rule = detail["responseElements"]!["securityGroupRuleSet"]!["items"]![0]!.AsObject();

        Assert.Equal(permission, detail["requestParameters"]!["ipPermissions"]!.ToJsonString());
        Assert.True(detail["responseElements"]!["_return"]!.GetValue<bool>());
        Assert.Equal(group, rule["groupId"]!.ToString());
        Assert.StartsWith("sgr-", rule["securityGroupRuleId"]!.ToString(), StringComparison.Ordinal);
        Assert.Equal(22, rule["fromPort"]!.GetValue<int>());
        Assert.False(rule["isEgress"]!.GetValue<bool>());
        Assert.Equal("0.0.0.0/0", rule["cidrIpv4"]!.ToString());
    }

    [Fact]
    public async Task Authorize_by_legacy_parameters_and_group_name_is_recorded_flat()
    {
        var group = await aws.GroupAsync(inDefaultVpc: true);
        var name = (await aws.CallAsync("DescribeSecurityGroups", $"GroupId.1={group}")).Descendants("groupName").First().Value;

        await aws.CallAsync("AuthorizeSecurityGroupIngress", $"GroupName={name}&IpProtocol=tcp&FromPort=3389&ToPort=3389&CidrIp=0.0.0.0/0");

        var detail = aws.EventOf("AuthorizeSecurityGroupIngress", name)["detail"]!;
        Assert.Equal($$"""{"groupName":"{{name}}","ipPermissions":{},"ipProtocol":"tcp","fromPort":3389,"toPort":3389,"cidrIp":"0.0.0.0/0"}""", detail["requestParameters"]!.ToJsonString());
        Assert.Equal(group, detail["responseElements"]!["securityGroupRuleSet"]!["items"]![0]!["groupId"]!.ToString());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Modify_is_recorded_in_the_newer_wrapper_with_an_array_only_for_several(int count)
    {
        var group = await aws.GroupAsync();
        var ranges = string.Join('&', Enumerable.Range(1, count).Select(n => $"IpPermissions.1.IpRanges.{n}.CidrIp=203.0.113.{n}/32"));
        var made = await aws.CallAsync("AuthorizeSecurityGroupIngress", $"GroupId={group}&IpPermissions.1.IpProtocol=tcp&IpPermissions.1.FromPort=22&IpPermissions.1.ToPort=22&{ranges}");
        var ids = made.Descendants("securityGroupRuleId").Select(id => id.Value).ToArray();

        await aws.CallAsync("ModifySecurityGroupRules", $"GroupId={group}&" + string.Join('&', ids.Select((id, index) =>
            $"SecurityGroupRule.{index + 1}.SecurityGroupRuleId={id}&SecurityGroupRule.{index + 1}.SecurityGroupRule.IpProtocol=tcp&SecurityGroupRule.{index + 1}.SecurityGroupRule.FromPort=22"
            + $"&SecurityGroupRule.{index + 1}.SecurityGroupRule.ToPort=22&SecurityGroupRule.{index + 1}.SecurityGroupRule.CidrIpv4={index}.0.0.0/8")));

        var detail = aws.EventOf("ModifySecurityGroupRules", group)["detail"]!;
        var wrapper = detail["requestParameters"]!["ModifySecurityGroupRulesRequest"]!;
        var first = count == 1 ? wrapper["SecurityGroupRule"]! : wrapper["SecurityGroupRule"]![0]!;
        Assert.Equal(group, wrapper["GroupId"]!.ToString());
        Assert.Equal(count == 1, wrapper["SecurityGroupRule"] is JsonObject);
        Assert.Equal(1, first["tag"]!.GetValue<int>());
        Assert.Equal("""{"IpProtocol":"tcp","FromPort":22,"ToPort":22,"CidrIpv4":"0.0.0.0/8"}""", first["SecurityGroupRule"]!.ToJsonString());
        Assert.True(detail["responseElements"]!["ModifySecurityGroupRulesResponse"]!["return"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Revoke_is_recorded_with_what_went_and_delivered()
    {
        var group = await aws.GroupAsync();
        const string Open = "IpPermissions.1.IpProtocol=-1&IpPermissions.1.IpRanges.1.CidrIp=0.0.0.0/0";
        await aws.CallAsync("AuthorizeSecurityGroupIngress", $"GroupId={group}&{Open}");
        await aws.CallAsync("RevokeSecurityGroupIngress", $"GroupId={group}&{Open}");

        var gone = aws.EventOf("RevokeSecurityGroupIngress", group)["detail"]!["responseElements"]!["revokedSecurityGroupRuleSet"]!["items"]![0]!;

        Assert.Equal("-1", gone["ipProtocol"]!.ToString());
        Assert.Equal("0.0.0.0/0", gone["cidrIpv4"]!.ToString());
        Assert.Contains(aws.Delivered, text => text.Contains("RevokeSecurityGroupIngress", StringComparison.Ordinal) && text.Contains(group, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Failed_call_is_recorded_with_its_error_and_not_delivered()
    {
        const string Nowhere = "sg-0123456789abcdef0";
        await Assert.ThrowsAsync<SandboxException>(() => aws.CallAsync("AuthorizeSecurityGroupIngress", $"GroupId={Nowhere}&IpProtocol=tcp&FromPort=22&ToPort=22&CidrIp=0.0.0.0/0"));

        var detail = aws.EventOf("AuthorizeSecurityGroupIngress", Nowhere)["detail"]!;

        Assert.Equal("Client.InvalidGroup.NotFound", detail["errorCode"]!.ToString());
        Assert.Null(detail["responseElements"]);
        Assert.DoesNotContain(aws.Delivered, text => text.Contains(Nowhere, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dry_run_is_recorded_as_an_error_and_changes_nothing()
    {
        var group = await aws.GroupAsync();
        await Assert.ThrowsAsync<SandboxException>(() => aws.CallAsync("AuthorizeSecurityGroupIngress", $"DryRun=true&GroupId={group}&IpProtocol=tcp&FromPort=22&ToPort=22&CidrIp=0.0.0.0/0"));

        Assert.Equal("Client.DryRunOperation", aws.EventOf("AuthorizeSecurityGroupIngress", group)["detail"]!["errorCode"]!.ToString());
        Assert.Empty(await aws.RulesAsync(group));
    }

    [Fact]
    public async Task Parameters_above_100_kB_are_recorded_as_omitted()
    {
        var group = await aws.GroupAsync();
        var ranges = string.Join('&', Enumerable.Range(0, 50).Select(n => $"IpPermissions.{n + 1}.IpProtocol=tcp&IpPermissions.{n + 1}.FromPort={n}&IpPermissions.{n + 1}.ToPort={n}&IpPermissions.{n + 1}.IpRanges.1.CidrIp=203.0.113.0/24&IpPermissions.{n + 1}.IpRanges.1.Description={new string('x', 2500)}"));

        await aws.CallAsync("AuthorizeSecurityGroupIngress", $"GroupId={group}&{ranges}");

        var detail = aws.Proxy.Events.All.Last(one => one["detail"]!["eventName"]!.ToString() == "AuthorizeSecurityGroupIngress" && one["detail"]!["requestParameters"]!["omitted"] is not null)["detail"]!;
        Assert.True(detail["requestParameters"]!["omitted"]!.GetValue<bool>());
        Assert.True(detail["responseElements"]!["omitted"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Change_by_a_console_user_is_delivered_with_who_and_how()
    {
        var group = await aws.GroupAsync();
        await aws.CallAsync("AuthorizeSecurityGroupEgress", $"GroupId={group}&IpPermissions.1.IpProtocol=tcp&IpPermissions.1.FromPort=25&IpPermissions.1.ToPort=25&IpPermissions.1.IpRanges.1.CidrIp=0.0.0.0/0");

        var read = JsonNode.Parse(Assert.Single(aws.Delivered, text => text.Contains(group, StringComparison.Ordinal) && text.Contains("Authorize", StringComparison.Ordinal)))!;

        Assert.Equal("aws.ec2", read["source"]!.ToString());
        Assert.Equal("111122223333", read["account"]!.ToString());
        Assert.Equal("eu-west-1", read["region"]!.ToString());
        Assert.Equal("true", read["detail"]!["sessionCredentialFromConsole"]!.ToString());
        Assert.Equal("AssumedRole", read["detail"]!["userIdentity"]!["type"]!.ToString());
        Assert.EndsWith("/alice@example.com", read["detail"]!["userIdentity"]!["arn"]!.ToString(), StringComparison.Ordinal);
    }
}
