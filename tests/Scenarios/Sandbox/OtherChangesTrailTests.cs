using System.Text.Json.Nodes;
using Remediator.Sandbox;

namespace Remediator.Scenarios.Sandbox;

/// <summary>Calls that open nothing themselves and yet change what is let through, as CloudTrail records them.</summary>
public sealed class OtherChangesTrailTests(ProxyFixture aws) : IClassFixture<ProxyFixture>
{
    private const string Ssh = "IpPermissions.1.IpProtocol=tcp&IpPermissions.1.FromPort=22&IpPermissions.1.ToPort=22&IpPermissions.1.IpRanges.1.CidrIp=203.0.113.0/24";

    [Fact]
    public async Task Revoke_by_rule_id_is_recorded_with_the_ids_and_what_they_held()
    {
        var group = await aws.GroupAsync();
        var rule = (await aws.CallAsync("AuthorizeSecurityGroupIngress", $"GroupId={group}&{Ssh}")).Descendants("securityGroupRuleId").Single().Value;

        await aws.CallAsync("RevokeSecurityGroupIngress", $"GroupId={group}&SecurityGroupRuleId.1={rule}");

        var detail = aws.EventOf("RevokeSecurityGroupIngress", group)["detail"]!;
        var gone = Assert.Single(detail["responseElements"]!["revokedSecurityGroupRuleSet"]!["items"]!.AsArray())!;
        Assert.Equal(rule, detail["requestParameters"]!["securityGroupRuleIds"]!["items"]![0]!["securityGroupRuleId"]!.ToString());
        Assert.Equal((rule, "203.0.113.0/24"), (gone["securityGroupRuleId"]!.ToString(), gone["cidrIpv4"]!.ToString()));
    }

    [Fact]
    public async Task Revoke_in_the_default_vpc_of_what_is_not_there_is_recorded_as_unknown()
    {
        var group = await aws.GroupAsync(inDefaultVpc: true);

        await aws.CallAsync("RevokeSecurityGroupIngress", $"GroupId={group}&{Ssh}");

        var answer = aws.EventOf("RevokeSecurityGroupIngress", group)["detail"]!["responseElements"]!;
        Assert.Equal("{}", answer["revokedSecurityGroupRuleSet"]!.ToJsonString());
        Assert.Equal(
            """{"items":[{"ipProtocol":"tcp","fromPort":22,"toPort":22,"ipRanges":{"items":[{"cidrIp":"203.0.113.0/24"}]}}]}""",
            answer["unknownIpPermissionSet"]!.ToJsonString());
    }

    [Fact]
    public async Task A_new_group_is_recorded_with_its_id_and_tags_and_delivered()
    {
        var made = await aws.CallAsync("CreateSecurityGroup", $"GroupName=web-{Guid.NewGuid():N}&GroupDescription=web servers&TagSpecification.1.ResourceType=security-group&TagSpecification.1.Tag.1.Key=Tier&TagSpecification.1.Tag.1.Value=web");
        var group = made.Element("groupId")!.Value;

        var detail = aws.EventOf("CreateSecurityGroup", group)["detail"]!;
        Assert.Equal("web servers", detail["requestParameters"]!["groupDescription"]!.ToString());
        Assert.Equal("""{"items":[{"resourceType":"security-group","tags":[{"key":"Tier","value":"web"}]}]}""", detail["requestParameters"]!["tagSpecificationSet"]!.ToJsonString());
        Assert.Equal(group, detail["responseElements"]!["groupId"]!.ToString());
        Assert.Contains(aws.Delivered, text => text.Contains(group, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tags_of_a_group_are_recorded_and_delivered_and_taking_all_of_them_names_none()
    {
        var group = await aws.GroupAsync();
        await aws.CallAsync("CreateTags", $"ResourceId.1={group}&Tag.1.Key=Tier&Tag.1.Value=database&Tag.2.Key=Note&Tag.2.Value=");
        await aws.CallAsync("DeleteTags", $"ResourceId.1={group}");

        var set = aws.EventOf("CreateTags", group)["detail"]!;
        Assert.Equal(
            $$$"""{"resourcesSet":{"items":[{"resourceId":"{{{group}}}"}]},"tagSet":{"items":[{"key":"Tier","value":"database"},{"key":"Note","value":""}]}}""",
            set["requestParameters"]!.ToJsonString());
        Assert.True(set["responseElements"]!["_return"]!.GetValue<bool>());
        Assert.Equal($$$"""{"resourcesSet":{"items":[{"resourceId":"{{{group}}}"}]}}""", aws.EventOf("DeleteTags", group)["detail"]!["requestParameters"]!.ToJsonString());
        Assert.Equal(2, aws.Delivered.Count(text => text.Contains(group, StringComparison.Ordinal) && text.Contains("Tags", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Tags_of_anything_else_are_recorded_and_not_delivered()
    {
        var vpc = (await aws.CallAsync("CreateVpc", "CidrBlock=10.1.0.0/16")).Element("vpc")!.Element("vpcId")!.Value;

        await aws.CallAsync("CreateTags", $"ResourceId.1={vpc}&Tag.1.Key=Name&Tag.1.Value=x");

        Assert.Equal(vpc, aws.EventOf("CreateTags", vpc)["detail"]!["requestParameters"]!["resourcesSet"]!["items"]![0]!["resourceId"]!.ToString());
        Assert.DoesNotContain(aws.Delivered, text => text.Contains(vpc, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_modified_prefix_list_is_recorded_in_the_newer_wrapper_and_keeps_its_name()
    {
        var list = await ListAsync();

        await aws.CallAsync("ModifyManagedPrefixList", $"PrefixListId={list}&CurrentVersion=1&AddEntry.1.Cidr=198.51.100.0/24&RemoveEntry.1.Cidr=203.0.113.0/24");

        var detail = aws.EventOf("ModifyManagedPrefixList", list)["detail"]!;
        Assert.Equal(
            $$$"""{"PrefixListId":"{{{list}}}","CurrentVersion":1,"AddEntry":{"Cidr":"198.51.100.0/24","tag":1},"RemoveEntry":{"Cidr":"203.0.113.0/24","tag":1}}""",
            detail["requestParameters"]!["ModifyManagedPrefixListRequest"]!.ToJsonString());
        Assert.Equal(("partners", 2), Said(detail, "ModifyManagedPrefixList"));
        Assert.Contains(aws.Delivered, text => text.Contains(list, StringComparison.Ordinal) && text.Contains("Modify", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_restored_prefix_list_has_its_old_entries_again_and_is_recorded()
    {
        var list = await ListAsync();
        await aws.CallAsync("ModifyManagedPrefixList", $"PrefixListId={list}&AddEntry.1.Cidr=0.0.0.0/0");

        await aws.CallAsync("RestoreManagedPrefixListVersion", $"PrefixListId={list}&PreviousVersion=1&CurrentVersion=2");

        var entries = (await aws.CallAsync("GetManagedPrefixListEntries", $"PrefixListId={list}")).Descendants("cidr").Select(cidr => cidr.Value);
        var detail = aws.EventOf("RestoreManagedPrefixListVersion", list)["detail"]!;
        Assert.Equal(["203.0.113.0/24"], entries);
        Assert.Equal($$$"""{"PrefixListId":"{{{list}}}","PreviousVersion":1,"CurrentVersion":2}""", detail["requestParameters"]!["RestoreManagedPrefixListVersionRequest"]!.ToJsonString());
        Assert.Equal(("partners", 3), Said(detail, "RestoreManagedPrefixListVersion"));
    }

    [Theory]
    [InlineData("ModifyManagedPrefixList", "PrefixListId=pl-0123456789abcdef0&AddEntry.1.Cidr=0.0.0.0/0")]
    [InlineData("RestoreManagedPrefixListVersion", "PrefixListId=pl-0123456789abcdef0&PreviousVersion=1&CurrentVersion=2")]
    public async Task A_prefix_list_that_is_not_there_is_an_error_and_not_delivered(string action, string parameters)
    {
        await Assert.ThrowsAsync<SandboxException>(() => aws.CallAsync(action, parameters));

        Assert.Equal("Client.InvalidPrefixListID.NotFound", aws.EventOf(action, "pl-0123456789abcdef0")["detail"]!["errorCode"]!.ToString());
        Assert.DoesNotContain(aws.Delivered, text => text.Contains("pl-0123456789abcdef0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_version_that_never_was_cannot_be_restored()
    {
        var list = await ListAsync();

        var problem = await Assert.ThrowsAsync<SandboxException>(() => aws.CallAsync("RestoreManagedPrefixListVersion", $"PrefixListId={list}&PreviousVersion=1&CurrentVersion=1"));

        Assert.Contains("InvalidParameterValue", problem.Message, StringComparison.Ordinal);
    }

    private async Task<string> ListAsync() => (await aws.CallAsync(
        "CreateManagedPrefixList", "PrefixListName=partners&AddressFamily=IPv4&MaxEntries=10&Entry.1.Cidr=203.0.113.0/24&Entry.1.Description=one")).Descendants("prefixListId").Single().Value;

    private static (string Name, int Version) Said(JsonNode detail, string action)
    {
        var list = detail["responseElements"]![action + "Response"]!["prefixList"]!;
        return (list["prefixListName"]!.ToString(), list["version"]!.GetValue<int>());
    }
}
