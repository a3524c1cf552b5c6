using System.Net;
using Remediator.Groups;

namespace Remediator.Aws.Tests.Ec2;

public sealed class ReadExposureTests
{
    private const string Private = "<item><networkInterfaceId>eni-1</networkInterfaceId><privateIpAddress>10.0.0.1</privateIpAddress><privateIpAddressesSet><item><privateIpAddress>10.0.0.1</privateIpAddress></item></privateIpAddressesSet></item>";

    private const string TwoPublic = """
        <item><networkInterfaceId>eni-2</networkInterfaceId><association><publicIp>203.0.113.7</publicIp></association><privateIpAddressesSet>
        <item><privateIpAddress>10.0.0.2</privateIpAddress><association><publicIp>203.0.113.7</publicIp></association></item>
        <item><privateIpAddress>10.0.0.3</privateIpAddress><association><publicIp>203.0.113.8</publicIp></association></item></privateIpAddressesSet></item>
        """;

    private const string Six = "<item><networkInterfaceId>eni-3</networkInterfaceId><ipv6AddressesSet><item><ipv6Address>2001:db8::7</ipv6Address></item><item><ipv6Address>fd00::7</ipv6Address></item></ipv6AddressesSet></item>";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_group_that_nothing_carries_is_exposed_nowhere() => await Expect(0, [], Page(null));

    [Fact]
    public async Task A_private_interface_counts_and_has_no_public_address() => await Expect(1, [], Page(null, Private));

    [Fact]
    public async Task Each_private_address_may_have_a_public_one_and_each_is_told_once() => await Expect(1, ["203.0.113.7", "203.0.113.8"], Page(null, TwoPublic));

    [Fact]
    public async Task An_IPv6_address_is_public_unless_it_is_unique_local() => await Expect(1, ["2001:db8::7"], Page(null, Six));

    [Fact]
    public async Task Every_page_counts()
    {
        var account = await Expect(3, ["203.0.113.7", "203.0.113.8", "2001:db8::7"], Page("next", Private, TwoPublic), Page(null, Six));
        Assert.All(account.Calls, call => Assert.Equal(("DescribeNetworkInterfaces", "group-id", "sg-0a"), (call["Action"], call["Filter.1.Name"], call["Filter.1.Value.1"])));
        Assert.Equal("next", account.Calls[1]["NextToken"]);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "UnauthorizedOperation")]
    [InlineData(HttpStatusCode.InternalServerError, "InternalError")]
    public async Task What_could_not_be_read_is_null_and_no_exception(HttpStatusCode status, string code) =>
        Assert.Null(await Ec2Account.Refusing(status, code, "no").Groups.ReadExposure(Ec2Account.Group, Cancel));

    private static async Task<Ec2Account> Expect(int interfaces, string[] addresses, params string[] pages)
    {
        var account = Ec2Account.Answering(pages);
        var exposure = Assert.IsType<Exposure>(await account.Groups.ReadExposure(Ec2Account.Group, Cancel));
        Assert.Equal(interfaces, exposure.Interfaces);
        Assert.Equal(addresses, exposure.PublicAddresses);
        return account;
    }

    private static string Page(string? next, params string[] interfaces) =>
        $"DescribeNetworkInterfaces:<networkInterfaceSet>{string.Concat(interfaces)}</networkInterfaceSet>{(next is null ? "" : $"<nextToken>{next}</nextToken>")}";
}
