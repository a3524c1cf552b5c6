using System.Net;
using Remediator.Aws.Tests.Amazon.EC2;
using Remediator.Aws.Tests.Amazon.Shared;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Ports;

namespace Remediator.Aws.Tests.Ec2;

public sealed class NetworkAclTests
{
    private static readonly AclEntry Deny = new(42, false, false, "-1", Cidr("203.0.113.9/32"), null);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_ACLs_of_subnets_are_read_with_their_entries_each_once_and_every_page()
    {
        var account = Ec2Account.Answering(
            AclXml.Page("next", AclXml.Acl("acl-1", AclXml.AllowAll + Entry(110, "6", "deny", "true", "<ipv6CidrBlock>2001:db8::/32</ipv6CidrBlock><portRange><from>22</from><to>23</to></portRange>"), "subnet-1", "subnet-2")),
            AclXml.Page(null, AclXml.Acl("acl-1", AclXml.AllowAll, "subnet-1"), AclXml.Acl("acl-3", "", "subnet-3")));
        var acls = Assert.IsType<AclsReading.Found>(await account.Acls.OfSubnets(["subnet-1", "subnet-2"], Ec2Account.Region, Cancel)).Acls;
        var acl = Assert.Single(acls);
        Assert.Equal(("acl-1", "vpc-0a"), (acl.Id, acl.VpcId));
        Assert.Equal([new(100, false, true, "-1", Cidr("0.0.0.0/0"), null), new(110, true, false, "6", Cidr("2001:db8::/32"), (22, 23))], acl.Entries);
        Assert.Equal(["Action=DescribeNetworkAcls", "Filter.1.Name=association.subnet-id", "Filter.1.Value.1=subnet-1", "Filter.1.Value.2=subnet-2", "MaxResults=1000"], account.Sent[0]);
        Assert.Equal("next", account.Calls[1]["NextToken"]);
    }

    [Fact]
    public async Task No_subnet_asks_for_nothing_at_all()
    {
        var account = Ec2Account.Answering(AclXml.Page(null, AclXml.Acl("acl-1", "", "subnet-1")));
        Assert.Empty(Assert.IsType<AclsReading.Found>(await account.Acls.OfSubnets([], Ec2Account.Region, Cancel)).Acls);
        Assert.Empty((await account.Acls.BlocksOf([], Ec2Account.Region, Cancel)).Value);
        Assert.Empty(account.Calls);
    }

    [Fact]
    public async Task One_ACL_is_read_by_its_id_and_is_null_when_it_is_gone()
    {
        var account = Ec2Account.Answering(AclXml.Page(null, AclXml.Acl("acl-1", AclXml.AllowAll)));
        Assert.Equal([new(100, false, true, "-1", Cidr("0.0.0.0/0"), null)], (await account.Acls.Read("acl-1", Ec2Account.Region, Cancel)).Value!.Entries);
        Assert.Equal(["Action=DescribeNetworkAcls", "NetworkAclId.1=acl-1"], Assert.Single(account.Sent));
        var gone = await Ec2Account.Refusing(HttpStatusCode.BadRequest, "InvalidNetworkAclID.NotFound", "The networkAcl ID 'acl-1' does not exist").Acls.Read("acl-1", Ec2Account.Region, Cancel);
        Assert.Equal((null, null), (gone.Value, gone.Problem));
        var other = await account.Acls.Read("acl-2", Ec2Account.Region, Cancel);
        Assert.Equal((null, null), (other.Value, other.Problem));
        Assert.Equal("UnauthorizedOperation: no", (await Ec2Account.Refusing(HttpStatusCode.Forbidden, "UnauthorizedOperation", "no").Acls.Read("acl-1", Ec2Account.Region, Cancel)).Problem);
    }

    [Theory]
    [InlineData("<item><protocol>-1</protocol><ruleAction>allow</ruleAction><egress>false</egress><cidrBlock>0.0.0.0/0</cidrBlock></item>", "an entry has no number or no direction")]
    [InlineData("<item><ruleNumber>1</ruleNumber><protocol>-1</protocol><ruleAction>allow</ruleAction><cidrBlock>0.0.0.0/0</cidrBlock></item>", "an entry has no number or no direction")]
    [InlineData("<item><ruleNumber>1</ruleNumber><protocol>-1</protocol><ruleAction>allow</ruleAction><egress>false</egress></item>", "the block `` of entry 1 is none")]
    [InlineData("<item><ruleNumber>1</ruleNumber><protocol>-1</protocol><ruleAction>allow</ruleAction><egress>false</egress><cidrBlock>any</cidrBlock></item>", "the block `any` of entry 1 is none")]
    [InlineData("<item><ruleNumber>1</ruleNumber><protocol>-1</protocol><ruleAction>perhaps</ruleAction><egress>false</egress><cidrBlock>0.0.0.0/0</cidrBlock></item>", "the action `perhaps` of entry 1 is none")]
    [InlineData("<item><ruleNumber>1</ruleNumber><protocol>-1</protocol><egress>false</egress><cidrBlock>0.0.0.0/0</cidrBlock></item>", "the action `` of entry 1 is none")]
    [InlineData("<item><ruleNumber>1</ruleNumber><protocol>tcp</protocol><ruleAction>deny</ruleAction><egress>false</egress><cidrBlock>0.0.0.0/0</cidrBlock></item>", "the protocol `tcp` of entry 1 is none")]
    [InlineData("<item><ruleNumber>1</ruleNumber><protocol>256</protocol><ruleAction>deny</ruleAction><egress>false</egress><cidrBlock>0.0.0.0/0</cidrBlock></item>", "the protocol `256` of entry 1 is none")]
    public async Task An_entry_that_cannot_be_read_is_a_failure_and_never_left_out(string entry, string problem)
    {
        var account = Ec2Account.Answering(AclXml.Page(null, AclXml.Acl("acl-1", AclXml.AllowAll + entry, "subnet-1")));
        var failed = Assert.IsType<AclsReading.Failed>(await account.Acls.OfSubnets(["subnet-1"], Ec2Account.Region, Cancel));
        Assert.Contains($"network ACL `acl-1` could not be read: {problem}", failed.Problem, StringComparison.Ordinal);
        Assert.False(failed.Retryable);
        Assert.Equal(failed.Problem, (await account.Acls.Read("acl-1", Ec2Account.Region, Cancel)).Problem);
    }

    [Theory]
    [InlineData("203.0.113.9/32", "CidrBlock=203.0.113.9/32")]
    [InlineData("2001:db8::9/128", "Ipv6CidrBlock=2001:db8::9/128")]
    public async Task A_deny_is_created_for_its_family_and_nothing_is_replaced(string block, string sent)
    {
        var account = Ec2Account.Answering("CreateNetworkAclEntry:<return>true</return>");
        Assert.Equal(new AclAnswer.Taken(Ec2Account.RequestId), await account.Acls.Add("acl-1", Deny with { Block = Cidr(block) }, Ec2Account.Region, Cancel));
        string[] expected = ["Action=CreateNetworkAclEntry", sent, "Egress=false", "NetworkAclId=acl-1", "Protocol=-1", "RuleAction=deny", "RuleNumber=42"];
        Assert.Equal(expected.Order(StringComparer.Ordinal), Assert.Single(account.Sent));
    }

    [Fact]
    public async Task An_allow_with_ports_is_created_as_it_is()
    {
        var account = Ec2Account.Answering("CreateNetworkAclEntry:<return>true</return>");
        await account.Acls.Add("acl-1", new(7, true, true, "6", Cidr("10.0.0.0/8"), (80, 443)), Ec2Account.Region, Cancel);
        Assert.Equal(
            ["Action=CreateNetworkAclEntry", "CidrBlock=10.0.0.0/8", "Egress=true", "NetworkAclId=acl-1", "PortRange.From=80", "PortRange.To=443", "Protocol=6", "RuleAction=allow", "RuleNumber=7"],
            Assert.Single(account.Sent));
    }

    [Fact]
    public async Task An_entry_is_deleted_by_number_and_direction()
    {
        var account = Ec2Account.Answering("DeleteNetworkAclEntry:<return>true</return>");
        Assert.Equal(new AclAnswer.Taken(Ec2Account.RequestId), await account.Acls.Remove("acl-1", 42, false, Ec2Account.Region, Cancel));
        Assert.Equal(["Action=DeleteNetworkAclEntry", "Egress=false", "NetworkAclId=acl-1", "RuleNumber=42"], Assert.Single(account.Sent));
    }

    [Theory]
    [InlineData("NetworkAclEntryAlreadyExists", typeof(AclAnswer.NumberTaken))]
    [InlineData("NetworkAclEntryLimitExceeded", typeof(AclAnswer.Full))]
    [InlineData("InvalidNetworkAclID.NotFound", typeof(AclAnswer.NotFound))]
    [InlineData("InvalidNetworkAclEntry.NotFound", typeof(AclAnswer.NotFound))]
    [InlineData("InvalidParameterValue", typeof(AclAnswer.Refused))]
    public async Task Refusals_are_told_apart_by_their_codes(string code, Type expected)
    {
        var acls = Ec2Account.Refusing(HttpStatusCode.BadRequest, code, "no").Acls;
        foreach (var answer in new[] { await acls.Add("acl-1", Deny, Ec2Account.Region, Cancel), await acls.Remove("acl-1", 42, false, Ec2Account.Region, Cancel) })
        {
            Assert.IsType(expected, answer);
            Assert.Equal(Ec2Errors.RequestId, answer.RequestId);
        }
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "UnauthorizedOperation", false, false)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "RequestLimitExceeded", true, false)]
    [InlineData(HttpStatusCode.InternalServerError, "InternalError", true, true)]
    public async Task Anything_else_is_refused(HttpStatusCode status, string code, bool retryable, bool perhapsTaken)
    {
        var account = Ec2Account.Refusing(status, code, "no");
        var expected = new AclAnswer.Refused(Ec2Errors.RequestId, $"{code}: no", retryable, perhapsTaken);
        Assert.Equal(expected, await account.Acls.Add("acl-1", Deny, Ec2Account.Region, Cancel));
        Assert.Equal(expected, await account.Acls.Remove("acl-1", 42, false, Ec2Account.Region, Cancel));
        Assert.Equal(new AclsReading.Failed($"{code}: no", retryable), await account.Acls.OfSubnets(["subnet-1"], Ec2Account.Region, Cancel));
        Assert.Equal($"{code}: no", (await account.Acls.BlocksOf(["vpc-0a"], Ec2Account.Region, Cancel)).Problem);
    }

    [Fact]
    public async Task A_broken_line_may_have_been_taken_and_is_not_tried_again_by_itself()
    {
        var service = new ScriptedService((_, _, _) => throw new HttpRequestException("Connection reset"));
        Assert.True(Assert.IsType<AclAnswer.Refused>(await new Ec2Account(service).Acls.Add("acl-1", Deny, Ec2Account.Region, Cancel)) is { Retryable: true, PerhapsTaken: true, RequestId: null });
        Assert.Single(service.Requests);
    }

    private static string Entry(int number, string protocol, string action, string egress, string inner) =>
        $"<item><ruleNumber>{number}</ruleNumber><protocol>{protocol}</protocol><ruleAction>{action}</ruleAction><egress>{egress}</egress>{inner}</item>";

    private static Cidr Cidr(string text)
    {
        Assert.True(Network.Cidr.TryParse(text, out var cidr), text);
        return cidr;
    }
}
