using System.Net;
using Amazon.EC2;
using Amazon.Runtime;
using Remediator.Aws.Ec2;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Ports;
using Remediator.Sandbox;
using Remediator.Sandbox.Proxy;

namespace Remediator.Aws.Tests.Ec2;

/// <summary>What an answer to a threat asks of EC2, and the local AWS, written apart after the same pages.</summary>
public sealed class DefenceOnLocalAwsTests
{
    private static readonly Cidr Attacker = Cidr.Around(Remediator.Network.AddressFamily.IPv4, 0xCB007109, 32);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_interface_is_found_moved_to_a_group_of_ours_and_back_and_an_address_is_shut_out_and_let_in_again()
    {
        var why = await LocalAws.WhyUnavailableAsync();
        Assert.SkipWhen(why is not null, why ?? "");
        await using var moto = await LocalAws.StartAsync(Cancel);
        await using var aws = await AwsProxy.StartAsync(moto.Endpoint, Ec2Account.Own, [Caller.Remediator(Ec2Account.Own)], _ => { }, cancellation: Cancel);
        using var session = new AwsSession(aws.Endpoint, Caller.Remediator(Ec2Account.Own), Ec2Account.Region);
        var clients = new Ec2Clients(_ => Client(aws), _ => Client(aws));
        var (interfaces, acls) = (new Ec2NetworkInterfaces(clients), new Ec2NetworkAcls(clients));
        var (vpc, subnet, instance) = await Start(session);

        var one = await FindInterface(interfaces, instance, vpc, subnet);
        await Isolate(interfaces, new Ec2SecurityGroups(clients), one);
        await Block(acls, vpc, subnet);
        await WhatIsNotThere(interfaces, acls);
    }

    private static async Task<InterfaceFacts> FindInterface(Ec2NetworkInterfaces interfaces, string instance, string vpc, string subnet)
    {
        var one = Assert.Single(Found(await interfaces.OfInstances([instance, "i-0123456789abcdef0"], Ec2Account.Region, Cancel)));
        Assert.Equal((vpc, subnet, instance, false, "interface"), (one.VpcId, one.SubnetId, one.InstanceId, one.IsManaged, one.Kind));
        Assert.Equal(2, one.GroupIds.Length);
        Assert.Equal(one.Id, Assert.Single(Found(await interfaces.Read([one.Id, "eni-0123456789abcdef0"], Ec2Account.Region, Cancel))).Id);
        Assert.Contains(IPAddress.Parse("10.0.0.50"), one.Addresses);
        Assert.Equal(one.Id, Assert.Single(Found(await interfaces.WithAddresses([IPAddress.Parse("10.0.0.50"), IPAddress.Parse("2001:db8::1")], Ec2Account.Region, Cancel))).Id);
        return one;
    }

    private static async Task Isolate(Ec2NetworkInterfaces interfaces, Ec2SecurityGroups groups, InterfaceFacts one)
    {
        Assert.IsType<GroupReading.NotFound>(await interfaces.FindGroup("remediator-quarantine", one.VpcId, Ec2Account.Region, Cancel));
        var made = Assert.IsType<GroupMade.Made>(await interfaces.MakeGroup("remediator-quarantine", "for a test", one.VpcId, Ec2Account.Region, Cancel));
        Assert.IsType<GroupMade.Taken>(await interfaces.MakeGroup("remediator-quarantine", "for a test", one.VpcId, Ec2Account.Region, Cancel));
        var group = Assert.IsType<GroupReading.Found>(await interfaces.FindGroup("remediator-quarantine", one.VpcId, Ec2Account.Region, Cancel)).Group;
        Assert.Equal((made.GroupId, Ec2Account.Own), (group.Key.GroupId, group.Key.Account));
        Assert.Equal([new("ManagedBy", "remediator")], group.Tags!.Value);
        Assert.All(group.Permissions, p => Assert.Equal(Direction.Egress, p.Direction));
        Assert.IsType<RevokeAnswer.Taken>(await groups.Revoke(new(group.Key, Direction.Egress, group.Permissions), Cancel));
        Assert.Empty(Assert.IsType<GroupReading.Found>(await interfaces.FindGroup("remediator-quarantine", one.VpcId, Ec2Account.Region, Cancel)).Group.Permissions);

        Assert.NotNull(Assert.IsType<InterfaceAnswer.Taken>(await interfaces.SetGroups(one.Id, [made.GroupId], Ec2Account.Region, Cancel)).RequestId);
        Assert.Equal([made.GroupId], Assert.Single(Found(await interfaces.Read([one.Id], Ec2Account.Region, Cancel))).GroupIds);
        await interfaces.SetGroups(one.Id, one.GroupIds, Ec2Account.Region, Cancel);
        Assert.Equal(one.GroupIds.Order(), Assert.Single(Found(await interfaces.Read([one.Id], Ec2Account.Region, Cancel))).GroupIds.Order());
    }

    private static async Task Block(Ec2NetworkAcls acls, string vpc, string subnet)
    {
        var acl = Assert.Single(Assert.IsType<AclsReading.Found>(await acls.OfSubnets([subnet], Ec2Account.Region, Cancel)).Acls);
        Assert.Equal(vpc, acl.VpcId);
        Assert.Contains(acl.Entries, e => e is { Number: 100, IsEgress: false, Allows: true, Protocol: "-1", Ports: null });
        var deny = new AclEntry(42, false, false, "-1", Attacker, null);
        Assert.IsType<AclAnswer.Taken>(await acls.Add(acl.Id, deny, Ec2Account.Region, Cancel));
        Assert.IsType<AclAnswer.NumberTaken>(await acls.Add(acl.Id, deny with { Block = Cidr.Around(Remediator.Network.AddressFamily.IPv4, 0xCB007110, 32) }, Ec2Account.Region, Cancel));
        Assert.Contains(deny, (await acls.Read(acl.Id, Ec2Account.Region, Cancel)).Value!.Entries);
        for (var number = 43; number < 43 + 17; number++) Assert.IsType<AclAnswer.Taken>(await acls.Add(acl.Id, deny with { Number = number }, Ec2Account.Region, Cancel));
        Assert.IsType<AclAnswer.Full>(await acls.Add(acl.Id, deny with { Number = 99 }, Ec2Account.Region, Cancel));
        Assert.IsType<AclAnswer.Taken>(await acls.Remove(acl.Id, 42, false, Ec2Account.Region, Cancel));
        Assert.IsType<AclAnswer.NotFound>(await acls.Remove(acl.Id, 42, false, Ec2Account.Region, Cancel));
        Assert.Equal(["10.0.0.0/16"], (await acls.BlocksOf([vpc], Ec2Account.Region, Cancel)).Value.Select(b => b.ToString()));
    }

    private static async Task WhatIsNotThere(Ec2NetworkInterfaces interfaces, Ec2NetworkAcls acls)
    {
        Assert.IsType<InterfaceAnswer.NotFound>(await interfaces.SetGroups("eni-0123456789abcdef0", ["sg-0123456789abcdef0"], Ec2Account.Region, Cancel));
        var gone = await acls.Read("acl-0123456789abcdef0", Ec2Account.Region, Cancel);
        Assert.Equal((null, null), (gone.Value, gone.Problem));
        Assert.IsType<AclAnswer.NotFound>(await acls.Add("acl-0123456789abcdef0", new(1, false, false, "-1", Attacker, null), Ec2Account.Region, Cancel));
        Assert.Contains("vpc-0123456789abcdef0", (await acls.BlocksOf(["vpc-0123456789abcdef0"], Ec2Account.Region, Cancel)).Problem, StringComparison.Ordinal);
    }

    private static async Task<(string Vpc, string Subnet, string Instance)> Start(AwsSession aws)
    {
        var vpc = (await aws.Ec2Async("CreateVpc", [("CidrBlock", "10.0.0.0/16")], Cancel)).Descendants("vpcId").First().Value;
        var subnet = (await aws.Ec2Async("CreateSubnet", [("VpcId", vpc), ("CidrBlock", "10.0.0.0/24")], Cancel)).Descendants("subnetId").First().Value;
        var groups = new List<(string, string)>();
        foreach (var name in new[] { "web", "ssh" })
        {
            var made = await aws.Ec2Async("CreateSecurityGroup", [("GroupName", name), ("GroupDescription", "for a test"), ("VpcId", vpc)], Cancel);
            groups.Add(($"SecurityGroupId.{groups.Count + 1}", made.Element("groupId")!.Value));
        }

        var started = await aws.Ec2Async("RunInstances", [("ImageId", "ami-12c6146b"), ("MinCount", "1"), ("MaxCount", "1"), ("SubnetId", subnet), ("PrivateIpAddress", "10.0.0.50"), .. groups], Cancel);
        return (vpc, subnet, started.Descendants("instanceId").First().Value);
    }

    private static ImmutableArray<InterfaceFacts> Found(InterfacesReading reading) => Assert.IsType<InterfacesReading.Found>(reading).Interfaces;

    private static AmazonEC2Client Client(AwsProxy aws)
    {
        var caller = Caller.Remediator(Ec2Account.Own);
        return new(new BasicAWSCredentials(caller.AccessKeyId, caller.SecretKey), new AmazonEC2Config { ServiceURL = aws.Endpoint.GetLeftPart(UriPartial.Authority), AuthenticationRegion = Ec2Account.Region, MaxErrorRetry = 0 });
    }
}
