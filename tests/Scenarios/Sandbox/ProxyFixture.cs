using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Remediator.Sandbox;
using Remediator.Sandbox.Proxy;

namespace Remediator.Scenarios.Sandbox;

/// <summary>One moto behind one proxy for a test class; each test makes groups of its own.</summary>
public sealed class ProxyFixture : IAsyncLifetime
{
    public const string Account = "111122223333";
    private LocalAws? _moto;
    private AwsProxy? _proxy;
    private string? _why;

    public ConcurrentQueue<string> Delivered { get; } = new();

    public AwsProxy Proxy
    {
        get
        {
            Assert.SkipWhen(_proxy is null, _why ?? "");
            return _proxy!;
        }
    }

    public AwsSession Alice => new(Proxy.Endpoint, Caller.ConsoleUser(Account), "eu-west-1");

    public async ValueTask InitializeAsync()
    {
        _why = await LocalAws.WhyUnavailableAsync();
        if (_why is not null)
            return;
        _moto = await LocalAws.StartAsync();
        _proxy = await AwsProxy.StartAsync(_moto.Endpoint, Account, [Caller.ConsoleUser(Account), Caller.Remediator(Account)], Delivered.Enqueue);
    }

    public async ValueTask DisposeAsync()
    {
        if (_proxy is not null)
            await _proxy.DisposeAsync();
        if (_moto is not null)
            await _moto.DisposeAsync();
    }

    /// <summary>A new group: in a VPC of its own, or in the default VPC.</summary>
    public async Task<string> GroupAsync(bool inDefaultVpc = false)
    {
        using var alice = Alice;
        var parameters = new List<(string, string)> { ("GroupName", "group-" + Guid.NewGuid().ToString("N")), ("GroupDescription", "a test's group") };
        if (!inDefaultVpc)
            parameters.Add(("VpcId", (await alice.Ec2Async("CreateVpc", [("CidrBlock", "10.0.0.0/16")])).Element("vpc")!.Element("vpcId")!.Value));
        return (await alice.Ec2Async("CreateSecurityGroup", parameters)).Element("groupId")!.Value;
    }

    public async Task<XElement> CallAsync(string action, string parameters)
    {
        using var alice = Alice;
        return await alice.Ec2Async(action, parameters.Split('&').Select(pair => (pair[..pair.IndexOf('=', StringComparison.Ordinal)], pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..])));
    }

    /// <summary>The ingress rules of a group as `protocol/from-to peer`, in order.</summary>
    public async Task<string[]> RulesAsync(string group) =>
    [
        .. (await CallAsync("DescribeSecurityGroupRules", $"Filter.1.Name=group-id&Filter.1.Value.1={group}")).Descendants("item")
            .Where(row => row.Element("isEgress")?.Value == "false").Select(Show).Order(StringComparer.Ordinal),
    ];

    /// <summary>The CloudTrail event of the last call of this name about this group.</summary>
    public JsonObject EventOf(string action, string group) =>
        Proxy.Events.All.Last(one => one["detail"]!["eventName"]!.ToString() == action && one.ToJsonString().Contains(group, StringComparison.Ordinal));

    public static string Show(XElement row) =>
        $"{row.Element("ipProtocol")!.Value}/{row.Element("fromPort")?.Value}-{row.Element("toPort")?.Value} {(row.Element("cidrIpv4") ?? row.Element("cidrIpv6") ?? row.Element("prefixListId") ?? row.Element("referencedGroupInfo")?.Element("groupId") ?? row.Element("referencedGroupId"))?.Value}";
}
