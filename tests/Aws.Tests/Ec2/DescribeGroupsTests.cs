using System.Net;
using Remediator.Aws.Tests.Amazon.EC2;
using Remediator.Aws.Tests.Amazon.Shared;
using Remediator.Ports;

namespace Remediator.Aws.Tests.Ec2;

public sealed class DescribeGroupsTests
{
    private const string Ingress = "ip-permission.prefix-list-id";

    private const string Egress = "egress.ip-permission.prefix-list-id";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Several_groups_are_asked_by_filter_and_those_that_are_not_there_are_left_out()
    {
        var account = Ec2Account.Answering(GroupXml.Page("next", GroupXml.Group("sg-0a", "web", "")), GroupXml.Page(null, GroupXml.Group("sg-0c", "db", "")));
        Assert.Equal(["sg-0a", "sg-0c"], Found(await All(account, "sg-0a", "sg-0b", "sg-0c", "sg-0a")));
        Assert.Equal(["Action=DescribeSecurityGroups", "Filter.1.Name=group-id", "Filter.1.Value.1=sg-0a", "Filter.1.Value.2=sg-0b", "Filter.1.Value.3=sg-0c", "MaxResults=1000"], account.Sent[0]);
        Assert.Equal("next", account.Calls[1]["NextToken"]);
    }

    [Fact]
    public async Task An_id_that_is_a_pattern_finds_no_other_group() =>
        Assert.Empty(Found(await All(Ec2Account.Answering(GroupXml.Page(null, GroupXml.Group("sg-0a", "web", ""))), "sg-*")));

    [Fact]
    public async Task Asking_for_no_group_at_all_calls_nothing_and_finds_none()
    {
        var account = Ec2Account.Answering(GroupXml.Page(null, GroupXml.Group("sg-0a", "web", "")));
        Assert.Empty(Found(await All(account)));
        Assert.Empty(account.Calls);
    }

    [Fact]
    public async Task More_groups_than_one_filter_takes_are_several_reads()
    {
        var account = Ec2Account.Answering(GroupXml.Page(null));
        Assert.Empty(Found(await All(account, [.. Enumerable.Range(0, 401).Select(n => $"sg-{n}")])));
        Assert.Equal([1, 200, 200], account.Calls.Select(call => call.Keys.Count(key => key.StartsWith("Filter.1.Value.", StringComparison.Ordinal))).Order());
    }

    [Fact]
    public async Task Groups_that_refer_to_a_prefix_list_are_those_of_both_directions_each_once()
    {
        var account = Ec2Account.Filtering(new Dictionary<string, HttpResponseMessage>
        {
            [Ingress] = Ec2Account.Document(GroupXml.Page(null, GroupXml.Group("sg-0a", "web", Refers("ipPermissions")), GroupXml.Group("sg-0b", "both", Refers("ipPermissions") + Refers("ipPermissionsEgress")))),
            [Egress] = Ec2Account.Document(GroupXml.Page(null, GroupXml.Group("sg-0b", "both", Refers("ipPermissions") + Refers("ipPermissionsEgress")), GroupXml.Group("sg-0c", "out", Refers("ipPermissionsEgress")))),
        });
        var found = Assert.IsType<GroupsReading.Found>(await Referring(account)).Groups;
        Assert.Equal([("sg-0a", "ingress tcp/22 pl-1"), ("sg-0b", "ingress tcp/22 pl-1, egress tcp/22 pl-1"), ("sg-0c", "egress tcp/22 pl-1")], found.Select(g => (g.Key.GroupId, string.Join(", ", g.Permissions.Select(p => p.Content)))).Order());
        Assert.All(account.Calls, call => Assert.Equal("pl-1", call["Filter.1.Value.1"]));
        Assert.Equal(2, account.Calls.Count);
    }

    [Theory]
    [InlineData(Ingress)]
    [InlineData(Egress)]
    public async Task A_refusal_of_either_direction_never_passes_for_all_groups(string refused)
    {
        var account = Ec2Account.Filtering(new Dictionary<string, HttpResponseMessage>
        {
            [refused == Ingress ? Egress : Ingress] = Ec2Account.Document(GroupXml.Page(null, GroupXml.Group("sg-0a", "web", ""))),
            [refused] = ScriptedService.Answer(HttpStatusCode.ServiceUnavailable, Ec2Errors.Document("RequestLimitExceeded", "slowly")),
        });
        Assert.Equal(new GroupsReading.Failed("RequestLimitExceeded: slowly", true), await Referring(account));
    }

    [Fact]
    public async Task The_groups_of_a_VPC_come_from_all_pages()
    {
        var account = Ec2Account.Answering(GroupXml.Page("next", GroupXml.Group("sg-0a", "web", "")), GroupXml.Page(null, GroupXml.Group("sg-0b", "db", "")));
        Assert.Equal(["sg-0a", "sg-0b"], Found(await Vpc(account)));
        Assert.Equal(["Action=DescribeSecurityGroups", "Filter.1.Name=vpc-id", "Filter.1.Value.1=vpc-0a", "MaxResults=1000"], account.Sent[0]);
    }

    [Fact]
    public async Task One_permission_that_cannot_be_read_fails_the_reading()
    {
        var account = Ec2Account.Answering(GroupXml.Page(null, GroupXml.Group("sg-0a", "web", ""), GroupXml.Group("sg-0b", "db", "<ipPermissions><item><ipProtocol>tcp</ipProtocol></item></ipPermissions>")));
        Assert.Equal(new GroupsReading.Failed("group `sg-0b` could not be read: of a permission its peer is none that we know: expected an IPv4 or IPv6 block, a prefix list or a group", false), await Vpc(account));
    }

    [Fact]
    public async Task A_refusal_of_the_second_page_never_passes_for_all_groups()
    {
        var account = new Ec2Account(ScriptedService.Answering(
            Ec2Account.Document(GroupXml.Page("next", GroupXml.Group("sg-0a", "web", ""))), ScriptedService.Answer(HttpStatusCode.InternalServerError, Ec2Errors.Document("InternalError", "try later"))));
        Assert.Equal(new GroupsReading.Failed("InternalError: try later", true), await Vpc(account));
    }

    private static string Refers(string set) => $"<{set}><item><ipProtocol>tcp</ipProtocol><fromPort>22</fromPort><toPort>22</toPort><prefixListIds><item><prefixListId>pl-1</prefixListId></item></prefixListIds></item></{set}>";

    private static Task<GroupsReading> All(Ec2Account account, params string[] ids) => account.Facts.DescribeAll([.. ids], Ec2Account.Own, Ec2Account.Region, Cancel);

    private static Task<GroupsReading> Referring(Ec2Account account) => account.Facts.DescribeReferring("pl-1", Ec2Account.Own, Ec2Account.Region, Cancel);

    private static Task<GroupsReading> Vpc(Ec2Account account) => account.Facts.DescribeVpc("vpc-0a", Ec2Account.Own, Ec2Account.Region, Cancel);

    private static IEnumerable<string> Found(GroupsReading reading) => Assert.IsType<GroupsReading.Found>(reading).Groups.Select(g => g.Key.GroupId);
}
