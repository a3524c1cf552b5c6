using Amazon.EC2;
using Amazon.Runtime;
using Remediator.Aws.Ec2;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Ports;
using Remediator.Sandbox;
using Remediator.Sandbox.Proxy;

namespace Remediator.Aws.Tests.Ec2;

/// <summary>The adapters and the local AWS, written apart after the same pages, understand each other.</summary>
public sealed class AdaptersOnLocalAwsTests
{
    private const int MoreThanAPage = 120;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_put_into_a_group_is_described_found_by_its_list_changed_and_taken_out_again()
    {
        var why = await LocalAws.WhyUnavailableAsync();
        Assert.SkipWhen(why is not null, why ?? "");
        await using var moto = await LocalAws.StartAsync(Cancel);
        await using var aws = await AwsProxy.StartAsync(moto.Endpoint, Ec2Account.Own, [Caller.Remediator(Ec2Account.Own)], _ => { }, cancellation: Cancel);
        using var remediator = new AwsSession(aws.Endpoint, Caller.Remediator(Ec2Account.Own), Ec2Account.Region);
        var clients = new Ec2Clients(_ => Client(aws), _ => Client(aws));
        var (facts, edits) = (new Ec2GroupFacts(clients), new Ec2GroupEdits(clients));
        var list = await List(remediator, "few", 2);
        var group = await Group(remediator);

        var created = await Put(edits, group, list);
        await Describe(facts, group, list);
        await ReadList(facts, await List(remediator, "offices", MoreThanAPage));
        await Change(edits, facts, group, created[0]);
        await Fill(edits, group);
        await TakeOut(edits, facts, group, created);
    }

    private static async Task<ImmutableArray<Permission>> Put(Ec2GroupEdits edits, GroupKey group, string list)
    {
        ImmutableArray<Permission> asked = [.. Asked(group, list).Select(p => p with { Tags = [new("Owner", "me"), new("aws:x", "y")] })];
        var taken = Assert.IsType<AuthorizeAnswer.Taken>(await edits.Authorize(new(group, Direction.Ingress, asked), Cancel));
        Assert.Equal(asked, taken.Created);
        Assert.Equal(asked.Select(p => p.Description), taken.Created.Select(p => p.Description));
        Assert.All(taken.Created, p => Assert.True(p.RuleId!.StartsWith("sgr-", StringComparison.Ordinal) && p.Tags.SequenceEqual([new("Owner", "me")])));
        Assert.IsType<AuthorizeAnswer.Duplicate>(await edits.Authorize(new(group, Direction.Ingress, [asked[0]]), Cancel));
        Assert.IsType<AuthorizeAnswer.GroupNotFound>(await edits.Authorize(new(group with { GroupId = "sg-0123456789abcdef0" }, Direction.Ingress, [asked[0]]), Cancel));
        return taken.Created;
    }

    private static async Task Describe(Ec2GroupFacts facts, GroupKey group, string list)
    {
        var found = Assert.IsType<GroupReading.Found>(await facts.Describe(new(group.GroupId, null), group.Account, group.Region, Cancel)).Group;
        Assert.Equal((group, "web", "for a test"), (found.Key, found.Name, found.Description));
        Assert.Equal([new("Tier", "web")], found.Tags!.Value);
        Assert.Equal(Asked(group, list).Select(p => (p.Content, p.Description)).Order(), found.Permissions.Where(p => p.Direction == Direction.Ingress).Select(p => (p.Content, p.Description)).Order());
        Assert.Equal([group], Keys(await facts.DescribeReferring(list, group.Account, group.Region, Cancel)));
        Assert.Equal([group], Keys(await facts.DescribeAll([group.GroupId, "sg-0123456789abcdef0"], group.Account, group.Region, Cancel)));
        Assert.Contains(group, Keys(await facts.DescribeVpc(found.VpcId!, group.Account, group.Region, Cancel)));
        Assert.IsType<GroupReading.NotFound>(await facts.Describe(new("sg-0123456789abcdef0", null), group.Account, group.Region, Cancel));
    }

    private static async Task ReadList(Ec2GroupFacts facts, string list)
    {
        foreach (var named in new[] { list, "offices" })
        {
            var found = Assert.IsType<PrefixListReading.Found>(await facts.ReadPrefixList(named, Ec2Account.Own, Ec2Account.Region, Cancel)).List;
            Assert.Equal((list, "offices", Ec2Account.Own), (found.Id, found.Name, found.OwnerId));
            Assert.Equal(MoreThanAPage, found.Addresses.Count(AddressFamily.IPv4));
        }

        Assert.IsType<PrefixListReading.NotFound>(await facts.ReadPrefixList("pl-0123456789abcdef0", Ec2Account.Own, Ec2Account.Region, Cancel));
        Assert.IsType<PrefixListReading.NotFound>(await facts.ReadPrefixList("nobody's", Ec2Account.Own, Ec2Account.Region, Cancel));
    }

    private static async Task Change(Ec2GroupEdits edits, Ec2GroupFacts facts, GroupKey group, Permission permission)
    {
        var to = Ec2Account.Ingress("tcp", 0, 21, "2001:db8::/32") with { Description = "narrower" };
        Assert.IsType<ModifyAnswer.Taken>(await edits.Modify(group, permission.RuleId!, to, Cancel));
        var now = Assert.IsType<GroupReading.Found>(await facts.Describe(new(group.GroupId, null), group.Account, group.Region, Cancel)).Group;
        Assert.Equal("narrower", Assert.Single(now.Permissions, p => p == to).Description);
        Assert.IsType<ModifyAnswer.NotFound>(await edits.Modify(group, "sgr-0123456789abcdef0", to, Cancel));
    }

    private static async Task Fill(Ec2GroupEdits edits, GroupKey group)
    {
        ImmutableArray<Permission> many = [.. Enumerable.Range(1, 60).Select(port => Ec2Account.Ingress("udp", port, port, "198.51.100.0/24"))];
        Assert.IsType<AuthorizeAnswer.Full>(await edits.Authorize(new(group, Direction.Ingress, many), Cancel));
    }

    private static async Task TakeOut(Ec2GroupEdits edits, Ec2GroupFacts facts, GroupKey group, ImmutableArray<Permission> created)
    {
        ImmutableArray<string> ids = [.. created.Select(p => p.RuleId!)];
        var taken = Assert.IsType<RevokeAnswer.Taken>(await edits.RevokeOwn(group, Direction.Ingress, ids, Cancel));
        Assert.True(taken.Returned);
        Assert.Equal(ids, taken.Revoked.Select(p => p.RuleId));
        Assert.IsType<RevokeAnswer.PermissionNotFound>(await edits.RevokeOwn(group, Direction.Ingress, ids, Cancel));
        var now = Assert.IsType<GroupReading.Found>(await facts.Describe(new(group.GroupId, null), group.Account, group.Region, Cancel)).Group;
        Assert.DoesNotContain(now.Permissions, p => p.Direction == Direction.Ingress);
    }

    private static ImmutableArray<Permission> Asked(GroupKey group, string list) =>
    [
        Ec2Account.Ingress("tcp", 22, 22, "2001:db8::/32") with { Description = "six" },
        Ec2Account.Ingress("udp", 53, 53, "203.0.113.0/24") with { Description = "four: a-z, #1 @[x]" },
        Ec2Account.Ingress("icmp", 8, -1, "198.51.100.0/24"),
        Ec2Account.Of(Direction.Ingress, "tcp", 443, 443, new Peer.PrefixList(list)) with { Description = "list" },
        Ec2Account.Of(Direction.Ingress, "-1", null, null, new Peer.Group(group.GroupId, null, null)) with { Description = "self" },
        Ec2Account.Of(Direction.Ingress, "tcp", 80, 80, new Peer.Group("sg-0000000f", Ec2Account.Other, "pcx-1")),
    ];

    private static IEnumerable<GroupKey> Keys(GroupsReading reading) => Assert.IsType<GroupsReading.Found>(reading).Groups.Select(g => g.Key);

    /// <summary>One call takes a hundred entries: what is more is added by a second one.</summary>
    private static async Task<string> List(AwsSession aws, string name, int entries)
    {
        var told = Enumerable.Range(0, entries).Select(n => $"203.0.113.{n}/32").Chunk(100).ToArray();
        var made = await aws.Ec2Async("CreateManagedPrefixList", [("PrefixListName", name), ("MaxEntries", $"{entries}"), ("AddressFamily", "IPv4"), .. Numbered("Entry", told[0])], Cancel);
        var id = made.Descendants("prefixListId").First().Value;
        foreach (var more in told[1..]) await aws.Ec2Async("ModifyManagedPrefixList", [("PrefixListId", id), .. Numbered("AddEntry", more)], Cancel);
        return id;
    }

    private static IEnumerable<(string, string)> Numbered(string list, string[] blocks) => blocks.Select((block, index) => ($"{list}.{index + 1}.Cidr", block));

    private static async Task<GroupKey> Group(AwsSession aws)
    {
        var vpc = (await aws.Ec2Async("CreateVpc", [("CidrBlock", "10.0.0.0/16")], Cancel)).Descendants("vpcId").First().Value;
        var made = await aws.Ec2Async(
            "CreateSecurityGroup",
            [
                ("GroupName", "web"), ("GroupDescription", "for a test"), ("VpcId", vpc), ("TagSpecification.1.ResourceType", "security-group"),
                ("TagSpecification.1.Tag.1.Key", "Tier"), ("TagSpecification.1.Tag.1.Value", "web"),
            ],
            Cancel);
        return new(Ec2Account.Own, Ec2Account.Region, made.Element("groupId")!.Value);
    }

    private static AmazonEC2Client Client(AwsProxy aws)
    {
        var caller = Caller.Remediator(Ec2Account.Own);
        return new(new BasicAWSCredentials(caller.AccessKeyId, caller.SecretKey), new AmazonEC2Config { ServiceURL = aws.Endpoint.GetLeftPart(UriPartial.Authority), AuthenticationRegion = Ec2Account.Region, MaxErrorRetry = 0 });
    }
}
