using System.Globalization;
using Amazon.EC2.Model;
using Remediator.Sandbox;
using Remediator.Sandbox.Proxy;
using static Remediator.Scenarios.Stories.Town;

namespace Remediator.Scenarios.Stories;

/// <summary>Groups of one VPC by their names, and what they let through as a person writes it: `tcp/22 from 203.0.113.0/24`,
/// `all to 0.0.0.0/0`, `tcp/5432 from backend-sg`.</summary>
public sealed class Network(Town town)
{
    private readonly Dictionary<string, string> _ids = [];
    private string _vpc = "";

    public IReadOnlyCollection<string> Ids => _ids.Values;

    /// <summary>Makes the groups all at once, and waits until the function has looked at each.</summary>
    public async Task Build(params (string Name, (string Key, string Value)[] Tags)[] groups)
    {
        _vpc = (await town.Call(PolicyTown.Alice, "CreateVpc", ("CidrBlock", "10.0.0.0/16"))).Descendants("vpcId").First().Value;
        await Task.WhenAll(groups.Select(Make).ToList());
        await town.Quiet();
    }

    /// <summary>The group that the VPC came with.</summary>
    public async Task FindDefault()
    {
        var answer = await town.Call(PolicyTown.Alice, "DescribeSecurityGroups", ("Filter.1.Name", "vpc-id"), ("Filter.1.Value.1", _vpc), ("Filter.2.Name", "group-name"), ("Filter.2.Value.1", "default"));
        _ids["default"] = answer.Descendants("groupId").First().Value;
    }

    /// <summary>Opens permissions of one direction in one call, and waits until the function has dealt with it and with its own calls.</summary>
    public Task<Handled> Open(string group, params string[] permissions) => OpenAs(Caller.CommandLineUser(SandboxAccount.Account, "AKIABOBBOBBOBBOBBOB0"), group, permissions);

    public async Task<Handled> OpenAs(Caller caller, string group, params string[] permissions)
    {
        using var ec2 = town.Account.Ec2As(caller);
        var read = permissions.Select(Read).ToList();
        var handled = await town.Watch(() => permissions[0].Contains(" to ", StringComparison.Ordinal)
            ? ec2.AuthorizeSecurityGroupEgressAsync(new() { GroupId = _ids[group], IpPermissions = read })
            : ec2.AuthorizeSecurityGroupIngressAsync(new() { GroupId = _ids[group], IpPermissions = read }));
        Assert.True(handled.End.Succeeded, handled.End.Answer);
        await town.Quiet();
        return handled;
    }

    public async Task<Handled> CloseAs(Caller caller, string group, params string[] permissions)
    {
        using var ec2 = town.Account.Ec2As(caller);
        var read = permissions.Select(Read).ToList();
        var handled = await town.Watch(() => permissions[0].Contains(" to ", StringComparison.Ordinal)
            ? ec2.RevokeSecurityGroupEgressAsync(new() { GroupId = _ids[group], IpPermissions = read })
            : ec2.RevokeSecurityGroupIngressAsync(new() { GroupId = _ids[group], IpPermissions = read }));
        Assert.True(handled.End.Succeeded, handled.End.Answer);
        await town.Quiet();
        return handled;
    }

    /// <summary>All that the group lets through, both ways, in order.</summary>
    public async Task<string[]> Holds(string group)
    {
        var answer = await town.Bob.DescribeSecurityGroupRulesAsync(new() { Filters = [new("group-id", [_ids[group]])] });
        return [.. (answer.SecurityGroupRules ?? []).Select(Write).Order(StringComparer.Ordinal)];
    }

    public string Id(string group) => _ids[group];

    private async Task Make((string Name, (string Key, string Value)[] Tags) group)
    {
        (string, string)[] tags = group.Tags.Length == 0 ? [] :
        [
            ("TagSpecification.1.ResourceType", "security-group"),
            .. group.Tags.SelectMany((tag, index) => new[] { ($"TagSpecification.1.Tag.{index + 1}.Key", tag.Key), ($"TagSpecification.1.Tag.{index + 1}.Value", tag.Value) }),
        ];
        var made = await town.Call(PolicyTown.Terraform, "CreateSecurityGroup", [("GroupName", group.Name), ("GroupDescription", "made in the sandbox"), ("VpcId", _vpc), .. tags]);
        lock (_ids) _ids[group.Name] = made.Element("groupId")!.Value;
    }

    private IpPermission Read(string text)
    {
        var (service, peer) = text.Split([" from ", " to "], StringSplitOptions.None) is [var left, var right] ? (left, right) : throw new ArgumentException($"`{text}` is not like `tcp/22 from 203.0.113.0/24`");
        var ports = service.Split('/') is [_, var range] ? range.Split('-').Select(port => int.Parse(port, CultureInfo.InvariantCulture)).ToArray() : [];
        var (protocol, from, to) = (service == "all" ? "-1" : service.Split('/')[0], ports.Length == 0 ? (int?)null : ports[0], ports.Length == 0 ? (int?)null : ports[^1]);
        return peer.Contains('/', StringComparison.Ordinal)
            ? Permission(protocol, from, to, peer)
            : new() { IpProtocol = protocol, FromPort = from, ToPort = to, UserIdGroupPairs = [new() { GroupId = _ids[peer] }] };
    }

    private string Write(SecurityGroupRule rule)
    {
        var ports = rule.IpProtocol is "tcp" or "udp" ? rule.FromPort == rule.ToPort ? $"/{rule.FromPort}" : $"/{rule.FromPort}-{rule.ToPort}" : "";
        var referred = _ids.FirstOrDefault(one => one.Value == rule.ReferencedGroupInfo?.GroupId).Key;
        return $"{(rule.IpProtocol == "-1" ? "all" : rule.IpProtocol)}{ports} {(rule.IsEgress == true ? "to" : "from")} {rule.CidrIpv4 ?? rule.CidrIpv6 ?? rule.PrefixListId ?? referred ?? rule.ReferencedGroupInfo?.GroupId}";
    }
}
