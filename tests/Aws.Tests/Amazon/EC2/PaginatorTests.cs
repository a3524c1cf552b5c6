using System.Net;
using Amazon.EC2;
using Amazon.Runtime;
using Remediator.Aws.Tests.Amazon.Shared;

namespace Remediator.Aws.Tests.Amazon.EC2;

public sealed class PaginatorTests
{
    [Fact]
    public async Task Groups_of_all_pages_come_in_order()
    {
        var service = Pages("DescribeSecurityGroups", "securityGroupInfo", "groupId");
        using var client = TestClient.Of(service);

        var groups = await ListAsync(client.Paginators.DescribeSecurityGroups(new() { MaxResults = 5, Filters = [new("vpc-id", ["vpc-1"])] }).SecurityGroups);

        Assert.Equal(["a", "b", "c"], groups.Select(group => group.GroupId));
        AssertTokens(service, null, "page-1", "page-2", "page-3");
        Assert.All(service.Requests, request => Assert.Equal("vpc-1", request.Form()["Filter.1.Value.1"]));
        Assert.All(service.Requests, request => Assert.Equal("5", request.Form()["MaxResults"]));
    }

    [Fact]
    public async Task Rules_of_all_pages_come_in_order()
    {
        var service = Pages("DescribeSecurityGroupRules", "securityGroupRuleSet", "securityGroupRuleId");
        using var client = TestClient.Of(service);

        var rules = await ListAsync(client.Paginators.DescribeSecurityGroupRules(new()).SecurityGroupRules);

        Assert.Equal(["a", "b", "c"], rules.Select(rule => rule.SecurityGroupRuleId));
        AssertTokens(service, null, "page-1", "page-2", "page-3");
    }

    [Fact]
    public async Task Interfaces_of_all_pages_come_in_order_from_where_the_request_starts()
    {
        var service = Pages("DescribeNetworkInterfaces", "networkInterfaceSet", "networkInterfaceId");
        using var client = TestClient.Of(service);

        var interfaces = await ListAsync(client.Paginators.DescribeNetworkInterfaces(new() { NextToken = "from here" }).NetworkInterfaces);

        Assert.Equal(["a", "b", "c"], interfaces.Select(found => found.NetworkInterfaceId));
        AssertTokens(service, "from here", "page-1", "page-2", "page-3");
    }

    [Fact]
    public async Task Network_ACLs_of_all_pages_come_in_order()
    {
        var service = Pages("DescribeNetworkAcls", "networkAclSet", "networkAclId");
        using var client = TestClient.Of(service);

        var acls = await ListAsync(client.Paginators.DescribeNetworkAcls(new() { MaxResults = 5 }).NetworkAcls);

        Assert.Equal(["a", "b", "c"], acls.Select(acl => acl.NetworkAclId));
        AssertTokens(service, null, "page-1", "page-2", "page-3");
    }

    [Fact]
    public async Task VPCs_of_all_pages_come_in_order()
    {
        var service = Pages("DescribeVpcs", "vpcSet", "vpcId");
        using var client = TestClient.Of(service);

        var vpcs = await ListAsync(client.Paginators.DescribeVpcs(new() { MaxResults = 5 }).Vpcs);

        Assert.Equal(["a", "b", "c"], vpcs.Select(vpc => vpc.VpcId));
        AssertTokens(service, null, "page-1", "page-2", "page-3");
    }

    [Fact]
    public async Task Prefix_lists_of_all_pages_come_in_order()
    {
        var service = Pages("DescribeManagedPrefixLists", "prefixListSet", "prefixListId");
        using var client = TestClient.Of(service);

        var lists = await ListAsync(client.Paginators.DescribeManagedPrefixLists(new() { MaxResults = 1 }).PrefixLists);

        Assert.Equal(["a", "b", "c"], lists.Select(list => list.PrefixListId));
        AssertTokens(service, null, "page-1", "page-2", "page-3");
    }

    [Fact]
    public async Task Entries_of_all_pages_come_in_order()
    {
        var service = Pages("GetManagedPrefixListEntries", "entrySet", "cidr");
        using var client = TestClient.Of(service);

        var entries = await ListAsync(client.Paginators.GetManagedPrefixListEntries(new() { PrefixListId = "pl-1" }).Entries);

        Assert.Equal(["a", "b", "c"], entries.Select(entry => entry.Cidr));
        AssertTokens(service, null, "page-1", "page-2", "page-3");
        Assert.All(service.Requests, request => Assert.Equal("pl-1", request.Form()["PrefixListId"]));
    }

    [Fact]
    public async Task Responses_are_the_pages_themselves_and_no_page_is_asked_for_before_it_is_wanted()
    {
        var service = Pages("DescribeSecurityGroups", "securityGroupInfo", "groupId");
        using var client = TestClient.Of(service);

        await foreach (var page in client.Paginators.DescribeSecurityGroups(new()).Responses)
        {
            Assert.Equal("page-1", page.NextToken);
            break;
        }

        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task A_paginator_can_be_gone_through_once()
    {
        using var client = TestClient.Of(Pages("DescribeSecurityGroups", "securityGroupInfo", "groupId"));
        var paginator = client.Paginators.DescribeSecurityGroups(new());
        await ListAsync(paginator.Responses);
        await Assert.ThrowsAsync<InvalidOperationException>(() => ListAsync(paginator.SecurityGroups));
    }

    [Fact]
    public async Task A_page_that_fails_ends_the_walk_with_its_error()
    {
        using var client = TestClient.Of(ScriptedService.Answering(
            ScriptedService.Answer(HttpStatusCode.OK, Page("DescribeSecurityGroups", "securityGroupInfo", "groupId", "a", "next")),
            ScriptedService.Answer(HttpStatusCode.BadRequest, Ec2Errors.Document("InvalidNextToken", "expired"))));

        var failed = await Assert.ThrowsAsync<AmazonEC2Exception>(() => ListAsync(client.Paginators.DescribeSecurityGroups(new()).SecurityGroups));

        Assert.Equal("InvalidNextToken", failed.ErrorCode);
    }

    /// <summary>Four pages, the third one empty.</summary>
    private static ScriptedService Pages(string operation, string set, string id) => ScriptedService.Answering(
        [.. new (string?, string?)[] { ("a", "page-1"), ("b", "page-2"), (null, "page-3"), ("c", null) }
            .Select(page => ScriptedService.Answer(HttpStatusCode.OK, Page(operation, set, id, page.Item1, page.Item2)))]);

    private static string Page(string operation, string set, string id, string? item, string? next)
    {
        var items = item is null ? "" : $"<item><{id}>{item}</{id}></item>";
        var token = next is null ? "<nextToken/>" : $"<nextToken>{next}</nextToken>";
        return $"<{operation}Response><{set}>{items}</{set}>{token}</{operation}Response>";
    }

    private static void AssertTokens(ScriptedService service, params string?[] expected)
        => Assert.Equal(expected, service.Requests.Select(request => request.Form().GetValueOrDefault("NextToken")));

    private static async Task<List<T>> ListAsync<T>(IPaginatedEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }
}
