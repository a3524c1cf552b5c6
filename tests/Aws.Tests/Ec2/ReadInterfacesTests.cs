using System.Net;
using Remediator.Aws.Tests.Amazon.Shared;
using Remediator.Groups;
using Remediator.Ports;

namespace Remediator.Aws.Tests.Ec2;

public sealed class ReadInterfacesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_interface_comes_with_everything_that_an_answer_to_a_threat_needs()
    {
        var one = Assert.Single(await Found(Ec2Account.Answering(InterfaceXml.Page(null, InterfaceXml.Interface("eni-1", InterfaceXml.Addresses + "<description>web &lt;1&gt;</description><interfaceType>interface</interfaceType><requesterManaged>false</requesterManaged>", "i-0a", "sg-0b", "sg-0a")))));
        Assert.Equal(("eni-1", "vpc-0a", "subnet-0a", "i-0a", false, "interface", "web <1>"), (one.Id, one.VpcId, one.SubnetId, one.InstanceId, one.IsManaged, one.Kind, one.Description));
        Assert.Equal(["sg-0b", "sg-0a"], one.GroupIds);
        Assert.Equal(["10.0.0.5", "203.0.113.5", "10.0.0.6", "203.0.113.6", "2001:db8::5"], one.Addresses.Select(a => a.ToString()));
    }

    [Theory]
    [InlineData("<requesterManaged>true</requesterManaged><interfaceType>network_load_balancer</interfaceType>", true, "network_load_balancer")]
    [InlineData("<requesterManaged>false</requesterManaged><operator><managed>true</managed><principal>eks.amazonaws.com</principal></operator>", true, "interface")]
    [InlineData("<operator><managed>false</managed></operator><interfaceType>made_up_later</interfaceType>", false, "made_up_later")]
    [InlineData("", false, "interface")]
    public async Task Whether_a_service_manages_it_is_said_in_two_ways(string inner, bool isManaged, string kind)
    {
        var one = Assert.Single(await Found(Ec2Account.Answering(InterfaceXml.Page(null, InterfaceXml.Interface("eni-1", inner, "")))));
        Assert.Equal((isManaged, kind, null, ""), (one.IsManaged, one.Kind, one.InstanceId, one.Description));
        Assert.Empty(one.GroupIds);
        Assert.Empty(one.Addresses);
    }

    [Fact]
    public async Task Ids_are_asked_for_by_filter_so_that_one_that_is_gone_refuses_nothing_and_every_page_is_read()
    {
        var account = Ec2Account.Answering(InterfaceXml.Page("next", InterfaceXml.Interface("eni-1")), InterfaceXml.Page(null, InterfaceXml.Interface("eni-2"), InterfaceXml.Interface("eni-9")));
        Assert.Equal(["eni-1", "eni-2"], (await Found(account, "eni-1", "eni-2", "eni-gone")).Select(i => i.Id));
        Assert.Equal(
            ["Action=DescribeNetworkInterfaces", "Filter.1.Name=network-interface-id", "Filter.1.Value.1=eni-1", "Filter.1.Value.2=eni-2", "Filter.1.Value.3=eni-gone", "MaxResults=1000"],
            account.Sent[0]);
        Assert.Equal("next", account.Calls[1]["NextToken"]);
    }

    [Fact]
    public async Task No_id_asks_for_nothing_at_all()
    {
        var account = Ec2Account.Answering(InterfaceXml.Page(null, InterfaceXml.Interface("eni-1")));
        Assert.Empty(Found(await account.Interfaces.Read([], Ec2Account.Region, Cancel)));
        Assert.Empty(Found(await account.Interfaces.OfInstances([], Ec2Account.Region, Cancel)));
        Assert.Empty(Found(await account.Interfaces.WithAddresses([], Ec2Account.Region, Cancel)));
        Assert.Empty(account.Calls);
    }

    [Fact]
    public async Task More_than_a_filter_holds_is_asked_for_in_several_calls_and_each_is_there_once()
    {
        string[] ids = [.. Enumerable.Range(0, 401).Select(n => $"eni-{n}")];
        var account = new Ec2Account(new ScriptedService((request, _, _) => Task.FromResult(Ec2Account.Document(InterfaceXml.Page(null, [.. request.Form().Where(p => p.Key.StartsWith("Filter.1.Value.", StringComparison.Ordinal)).Select(p => InterfaceXml.Interface(p.Value)), InterfaceXml.Interface("eni-0")])))));
        Assert.Equal(ids.Order(StringComparer.Ordinal), (await Found(account, ids)).Select(i => i.Id).Order(StringComparer.Ordinal));
        Assert.Equal([1, 200, 200], account.Calls.Select(c => c.Keys.Count(k => k.StartsWith("Filter.1.Value.", StringComparison.Ordinal))).Order());
    }

    [Fact]
    public async Task Interfaces_of_instances_are_those_attached_to_them_and_no_other_that_a_pattern_matches()
    {
        var account = Ec2Account.Answering(InterfaceXml.Page(null, InterfaceXml.Interface("eni-1", "", "i-0a"), InterfaceXml.Interface("eni-2", "", "i-0b"), InterfaceXml.Interface("eni-3", "", "i-0c"), InterfaceXml.Interface("eni-4", "", "")));
        Assert.Equal(["eni-1", "eni-2"], Found(await account.Interfaces.OfInstances(["i-0a", "i-0b", "*"], Ec2Account.Region, Cancel)).Select(i => i.Id));
        Assert.Equal(["Action=DescribeNetworkInterfaces", "Filter.1.Name=attachment.instance-id", "Filter.1.Value.1=i-0a", "Filter.1.Value.2=i-0b", "Filter.1.Value.3=*", "MaxResults=1000"], Assert.Single(account.Sent));
    }

    [Fact]
    public async Task An_address_is_looked_for_wherever_an_interface_may_have_it()
    {
        var account = Ec2Account.Filtering(new Dictionary<string, HttpResponseMessage>
        {
            ["addresses.private-ip-address"] = Answer("eni-1", "<privateIpAddress>10.0.0.5</privateIpAddress>"),
            ["addresses.association.public-ip"] = Answer("eni-2", "<privateIpAddressesSet><item><association><publicIp>203.0.113.7</publicIp></association></item></privateIpAddressesSet>"),
            ["association.public-ip"] = Answer("eni-2", "<association><publicIp>203.0.113.7</publicIp></association>"),
            ["ipv6-addresses.ipv6-address"] = Answer("eni-3", "<ipv6AddressesSet><item><ipv6Address>2001:DB8:0::7</ipv6Address></item></ipv6AddressesSet>"),
        });
        var found = Found(await account.Interfaces.WithAddresses([IPAddress.Parse("10.0.0.5"), IPAddress.Parse("203.0.113.7"), IPAddress.Parse("2001:db8::7")], Ec2Account.Region, Cancel));
        Assert.Equal(["eni-1", "eni-2", "eni-3"], found.Select(i => i.Id).Order(StringComparer.Ordinal));
        string[] four = ["Filter.1.Value.1=10.0.0.5", "Filter.1.Value.2=203.0.113.7"];
        Assert.Equal(
            [.. new[] { "addresses.association.public-ip", "addresses.private-ip-address", "association.public-ip" }.Select(name => $"Filter.1.Name={name},{string.Join(',', four)}"), "Filter.1.Name=ipv6-addresses.ipv6-address,Filter.1.Value.1=2001:db8::7"],
            account.Sent.Select(call => string.Join(',', call.Where(p => p.StartsWith("Filter", StringComparison.Ordinal)))).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("<item><subnetId>subnet-0a</subnetId><vpcId>vpc-0a</vpcId></item>", "network interface `` could not be read: expected its id, VPC and subnet")]
    [InlineData("<item><networkInterfaceId>eni-1</networkInterfaceId></item>", "network interface `eni-1` could not be read: expected its id, VPC and subnet")]
    [InlineData("<item><networkInterfaceId>eni-1</networkInterfaceId><subnetId>s</subnetId><vpcId>v</vpcId><groupSet><item/></groupSet></item>", "one of its groups has no id")]
    [InlineData("<item><networkInterfaceId>eni-1</networkInterfaceId><subnetId>s</subnetId><vpcId>v</vpcId><privateIpAddress>10.1</privateIpAddress></item>", "its address `10.1` is none")]
    [InlineData("<item><networkInterfaceId>eni-1</networkInterfaceId><subnetId>s</subnetId><vpcId>v</vpcId><privateIpAddress>10.0.0.1/32</privateIpAddress></item>", "its address `10.0.0.1/32` is none")]
    [InlineData("<item><networkInterfaceId>eni-1</networkInterfaceId><subnetId>s</subnetId><vpcId>v</vpcId><ipv6Address>fe80::1%25eth0</ipv6Address></item>", "is none: expected an IPv4 or IPv6 address")]
    public async Task What_cannot_be_read_is_a_failure_and_never_left_out(string row, string problem)
    {
        var failed = Assert.IsType<InterfacesReading.Failed>(await Ec2Account.Answering(InterfaceXml.Page(null, InterfaceXml.Interface("eni-0"), row)).Interfaces.Read(["eni-0", "eni-1"], Ec2Account.Region, Cancel));
        Assert.Contains(problem, failed.Problem, StringComparison.Ordinal);
        Assert.False(failed.Retryable);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "UnauthorizedOperation", false)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "RequestLimitExceeded", true)]
    [InlineData(HttpStatusCode.InternalServerError, "InternalError", true)]
    public async Task A_refused_read_is_a_failure_with_its_code(HttpStatusCode status, string code, bool retryable)
    {
        var interfaces = Ec2Account.Refusing(status, code, "no").Interfaces;
        var expected = new InterfacesReading.Failed($"{code}: no", retryable);
        Assert.Equal(expected, await interfaces.Read(["eni-1"], Ec2Account.Region, Cancel));
        Assert.Equal(expected, await interfaces.OfInstances(["i-1"], Ec2Account.Region, Cancel));
        Assert.Equal(expected, await interfaces.WithAddresses([IPAddress.Loopback], Ec2Account.Region, Cancel));
    }

    private static HttpResponseMessage Answer(string id, string inner) => Ec2Account.Document(InterfaceXml.Page(null, InterfaceXml.Interface(id, inner)));

    private static async Task<ImmutableArray<InterfaceFacts>> Found(Ec2Account account, params string[] ids) =>
        Found(await account.Interfaces.Read([.. ids.DefaultIfEmpty("eni-1")], Ec2Account.Region, Cancel));

    private static ImmutableArray<InterfaceFacts> Found(InterfacesReading reading) => Assert.IsType<InterfacesReading.Found>(reading).Interfaces;
}
