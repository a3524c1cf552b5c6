using System.Xml.Linq;
using Remediator.Sandbox;

namespace Remediator.Scenarios.Sandbox;

/// <summary>Where the proxy answers as AWS documents and moto does not: network interfaces.</summary>
[Collection<ProxyCollection>]
public sealed class InterfaceAnswersTests(ProxyFixture aws)
{
    [Fact]
    public async Task An_instances_interface_has_the_groups_that_it_was_moved_to_and_no_others()
    {
        var (subnet, groups) = await PlaceAsync(3);
        var started = await aws.CallAsync("RunInstances", $"ImageId=ami-12c6146b&MinCount=1&MaxCount=1&SubnetId={subnet}&SecurityGroupId.1={groups[0]}&SecurityGroupId.2={groups[1]}");
        var id = started.Descendants("networkInterfaceId").First().Value;
        Assert.Equal(groups[..2].Order(), await GroupsAsync(id));

        await aws.CallAsync("ModifyNetworkInterfaceAttribute", $"NetworkInterfaceId={id}&SecurityGroupId.1={groups[2]}");

        Assert.Equal([groups[2]], await GroupsAsync(id));
        Assert.Equal([id], await FoundAsync($"Filter.1.Name=group-id&Filter.1.Value.1={groups[2]}"));
        Assert.Empty(await FoundAsync($"Filter.1.Name=group-id&Filter.1.Value.1={groups[0]}"));
        await aws.CallAsync("ModifyNetworkInterfaceAttribute", $"NetworkInterfaceId={id}&SecurityGroupId.1={groups[0]}&SecurityGroupId.2={groups[1]}");
        Assert.Equal(groups[..2].Order(), await GroupsAsync(id));
    }

    [Fact]
    public async Task Interfaces_are_found_by_each_kind_of_address()
    {
        var (subnet, groups) = await PlaceAsync(1);
        var id = await MakeAsync($"SubnetId={subnet}&SecurityGroupId.1={groups[0]}&PrivateIpAddresses.1.PrivateIpAddress=10.0.0.77&PrivateIpAddresses.1.Primary=true"
            + "&PrivateIpAddresses.2.PrivateIpAddress=10.0.0.78&PrivateIpAddresses.2.Primary=false&Ipv6Addresses.1.Ipv6Address=2001:db8::77");
        var elastic = await aws.CallAsync("AllocateAddress", "Domain=vpc");
        await aws.CallAsync("AssociateAddress", $"AllocationId={elastic.Element("allocationId")!.Value}&NetworkInterfaceId={id}");
        var its = $"&Filter.2.Name=network-interface-id&Filter.2.Value.1={id}";

        foreach (var (filter, value) in new[]
        {
            ("addresses.private-ip-address", "10.0.0.78"), ("private-ip-address", "10.0.0.77"), ("ipv6-addresses.ipv6-address", "2001:db8::77"),
            ("association.public-ip", elastic.Element("publicIp")!.Value), ("addresses.association.public-ip", elastic.Element("publicIp")!.Value),
        })
            Assert.Equal((filter, id), (filter, Assert.Single(await FoundAsync($"Filter.1.Name={filter}&Filter.1.Value.1=192.0.2.1&Filter.1.Value.2={value}{its}"))));
        Assert.Empty(await FoundAsync($"Filter.1.Name=private-ip-address&Filter.1.Value.1=10.0.0.78{its}"));
    }

    [Fact]
    public async Task Groups_that_are_not_there_or_elsewhere_or_too_many_are_refused_and_nothing_changes()
    {
        var (subnet, groups) = await PlaceAsync(6);
        var id = await MakeAsync($"SubnetId={subnet}&SecurityGroupId.1={groups[0]}");

        Assert.Contains("InvalidGroup.NotFound", await RefusalAsync($"NetworkInterfaceId={id}&SecurityGroupId.1=sg-0123456789abcdef0"), StringComparison.Ordinal);
        Assert.Contains("different networks", await RefusalAsync($"NetworkInterfaceId={id}&SecurityGroupId.1={await aws.GroupAsync()}"), StringComparison.Ordinal);
        Assert.Contains("SecurityGroupsPerInterfaceLimitExceeded", await RefusalAsync($"NetworkInterfaceId={id}&{string.Join('&', groups.Select((group, n) => $"SecurityGroupId.{n + 1}={group}"))}"), StringComparison.Ordinal);
        Assert.Contains("InvalidNetworkInterfaceID.NotFound", await RefusalAsync($"NetworkInterfaceId=eni-0123456789abcdef0&SecurityGroupId.1={groups[1]}"), StringComparison.Ordinal);
        Assert.Equal([groups[0]], await GroupsAsync(id));
    }

    [Fact]
    public async Task An_interface_that_a_service_describes_as_its_own_is_managed_and_refused()
    {
        var (subnet, groups) = await PlaceAsync(2);
        var id = await MakeAsync($"SubnetId={subnet}&SecurityGroupId.1={groups[0]}&Description=ELB app/shop/50dc6c495c0c9188");

        Assert.Equal([id], await FoundAsync($"Filter.1.Name=requester-managed&Filter.1.Value.1=true&Filter.2.Name=subnet-id&Filter.2.Value.1={subnet}"));
        Assert.Contains("AuthFailure", await RefusalAsync($"NetworkInterfaceId={id}&SecurityGroupId.1={groups[1]}"), StringComparison.Ordinal);
        Assert.Equal([groups[0]], await GroupsAsync(id));
    }

    private async Task<(string Subnet, string[] Groups)> PlaceAsync(int groups)
    {
        var vpc = (await aws.CallAsync("CreateVpc", "CidrBlock=10.0.0.0/16")).Descendants("vpcId").First().Value;
        var subnet = (await aws.CallAsync("CreateSubnet", $"VpcId={vpc}&CidrBlock=10.0.0.0/24")).Descendants("subnetId").First().Value;
        var made = new List<string>();
        for (var n = 0; n < groups; n++) made.Add((await aws.CallAsync("CreateSecurityGroup", $"GroupName=group-{n}&GroupDescription=a test&VpcId={vpc}")).Element("groupId")!.Value);
        return (subnet, [.. made]);
    }

    private async Task<string> MakeAsync(string parameters) => (await aws.CallAsync("CreateNetworkInterface", parameters)).Descendants("networkInterfaceId").First().Value;

    private async Task<string> RefusalAsync(string parameters) => (await Assert.ThrowsAsync<SandboxException>(() => aws.CallAsync("ModifyNetworkInterfaceAttribute", parameters))).Message;

    private async Task<string[]> FoundAsync(string filters) => [.. Rows(await aws.CallAsync("DescribeNetworkInterfaces", filters)).Select(row => row.Element("networkInterfaceId")!.Value)];

    private async Task<string[]> GroupsAsync(string id)
    {
        var row = Assert.Single(Rows(await aws.CallAsync("DescribeNetworkInterfaces", $"NetworkInterfaceId.1={id}")));
        return [.. row.Element("groupSet")!.Elements("item").Select(item => item.Element("groupId")!.Value).Order()];
    }

    private static IEnumerable<XElement> Rows(XElement answer) => answer.Element("networkInterfaceSet")!.Elements("item");
}
