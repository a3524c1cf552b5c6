using System.Net;
using Remediator.Aws.Tests.Amazon.EC2;
using Remediator.Aws.Tests.Amazon.Shared;
using Remediator.Ports;

namespace Remediator.Aws.Tests.Ec2;

/// <summary>Moving an interface to other groups, and the groups that it is moved to.</summary>
public sealed class InterfaceGroupsTests
{
    private const string Quarantine = "remediator-quarantine";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_groups_of_an_interface_are_replaced_in_one_call()
    {
        var account = Ec2Account.Answering("ModifyNetworkInterfaceAttribute:<return>true</return>");
        Assert.Equal(new InterfaceAnswer.Taken(Ec2Account.RequestId), await account.Interfaces.SetGroups("eni-1", ["sg-0b", "sg-0a"], Ec2Account.Region, Cancel));
        Assert.Equal(["Action=ModifyNetworkInterfaceAttribute", "NetworkInterfaceId=eni-1", "SecurityGroupId.1=sg-0b", "SecurityGroupId.2=sg-0a"], Assert.Single(account.Sent));
    }

    [Fact]
    public async Task No_group_at_all_is_never_asked_for() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Ec2Account.Answering("ModifyNetworkInterfaceAttribute:").Interfaces.SetGroups("eni-1", [], Ec2Account.Region, Cancel));

    [Fact]
    public async Task What_is_gone_or_managed_is_told_apart()
    {
        Assert.Equal(new InterfaceAnswer.NotFound(Ec2Errors.RequestId), await Set(HttpStatusCode.BadRequest, "InvalidNetworkInterfaceID.NotFound", "The networkInterface ID 'eni-1' does not exist"));
        Assert.Equal(
            new InterfaceAnswer.GroupNotFound(Ec2Errors.RequestId, "InvalidGroup.NotFound: You have specified two resources that belong to different networks."),
            await Set(HttpStatusCode.BadRequest, "InvalidGroup.NotFound", "You have specified two resources that belong to different networks."));
        Assert.Equal(
            new InterfaceAnswer.Managed(Ec2Errors.RequestId, "AuthFailure: You do not have permission to access the specified resource."),
            await Set(HttpStatusCode.Forbidden, "AuthFailure", "You do not have permission to access the specified resource."));
        Assert.Equal(
            new InterfaceAnswer.Managed(Ec2Errors.RequestId, "OperationNotPermitted: You are not allowed to manage 'ela-attach' attachments."),
            await Set(HttpStatusCode.BadRequest, "OperationNotPermitted", "You are not allowed to manage 'ela-attach' attachments."));
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "AuthFailure", false, false)]
    [InlineData(HttpStatusCode.Forbidden, "UnauthorizedOperation", false, false)]
    [InlineData(HttpStatusCode.BadRequest, "SecurityGroupsPerInterfaceLimitExceeded", false, false)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "RequestLimitExceeded", true, false)]
    [InlineData(HttpStatusCode.InternalServerError, "InternalError", true, true)]
    public async Task Anything_else_is_refused(HttpStatusCode status, string code, bool retryable, bool perhapsTaken) =>
        Assert.Equal(new InterfaceAnswer.Refused(Ec2Errors.RequestId, $"{code}: no", retryable, perhapsTaken), await Set(status, code, "no"));

    [Fact]
    public async Task A_page_from_somebody_else_and_a_broken_line_may_have_been_taken()
    {
        var page = new Ec2Account(ScriptedService.Answering(ScriptedService.Answer(HttpStatusCode.BadGateway, "<html>502</html>", "text/html")));
        Assert.True(Assert.IsType<InterfaceAnswer.Refused>(await page.Interfaces.SetGroups("eni-1", ["sg-0a"], Ec2Account.Region, Cancel)) is { Retryable: true, PerhapsTaken: true });
        var broken = new Ec2Account(new ScriptedService((_, _, _) => throw new HttpRequestException("Connection refused")));
        Assert.True(Assert.IsType<InterfaceAnswer.Refused>(await broken.Interfaces.SetGroups("eni-1", ["sg-0a"], Ec2Account.Region, Cancel)) is { Retryable: true, PerhapsTaken: true, RequestId: null });
    }

    [Fact]
    public async Task A_group_of_ours_is_made_with_our_tag_on_it()
    {
        var account = Ec2Account.Answering("CreateSecurityGroup:<return>true</return><groupId>sg-0q</groupId>");
        Assert.Equal(new GroupMade.Made("sg-0q", Ec2Account.RequestId), await account.Interfaces.MakeGroup(Quarantine, "lets nothing in or out", "vpc-0a", Ec2Account.Region, Cancel));
        Assert.Equal(
            [
                "Action=CreateSecurityGroup", "GroupDescription=lets nothing in or out", "GroupName=remediator-quarantine", "TagSpecification.1.ResourceType=security-group",
                "TagSpecification.1.Tag.1.Key=ManagedBy", "TagSpecification.1.Tag.1.Value=remediator", "VpcId=vpc-0a",
            ],
            Assert.Single(account.Sent));
    }

    [Fact]
    public async Task A_name_that_is_taken_and_an_answer_without_an_id_are_told_apart()
    {
        Assert.IsType<GroupMade.Taken>(await Make(Ec2Account.Refusing(HttpStatusCode.BadRequest, "InvalidGroup.Duplicate", "The security group 'remediator-quarantine' already exists for VPC 'vpc-0a'")));
        Assert.Equal(new GroupMade.Failed("SecurityGroupLimitExceeded: no", false), await Make(Ec2Account.Refusing(HttpStatusCode.BadRequest, "SecurityGroupLimitExceeded", "no")));
        Assert.Equal(new GroupMade.Failed("InternalError: no", true), await Make(Ec2Account.Refusing(HttpStatusCode.InternalServerError, "InternalError", "no")));
        Assert.True(Assert.IsType<GroupMade.Failed>(await Make(Ec2Account.Answering("CreateSecurityGroup:<return>true</return>"))).Retryable);
    }

    [Fact]
    public async Task A_group_is_found_by_name_and_VPC_with_its_permissions_and_tags()
    {
        var account = Ec2Account.Answering(GroupXml.Page(null,
            GroupXml.Group("sg-0x", "Remediator-Quarantine", ""),
            GroupXml.Group("sg-0q", Quarantine, "<ipPermissionsEgress><item><ipProtocol>-1</ipProtocol><ipRanges><item><cidrIp>0.0.0.0/0</cidrIp></item></ipRanges></item></ipPermissionsEgress><tagSet><item><key>ManagedBy</key><value>remediator</value></item></tagSet>")));
        var group = Assert.IsType<GroupReading.Found>(await Find(account)).Group;
        Assert.Equal((Ec2Account.Group with { GroupId = "sg-0q" }, "vpc-0a"), (group.Key, group.VpcId));
        Assert.Equal([new("ManagedBy", "remediator")], group.Tags!.Value);
        Assert.Equal("egress all 0.0.0.0/0", Assert.Single(group.Permissions).Content);
        Assert.Equal(
            ["Action=DescribeSecurityGroups", "Filter.1.Name=group-name", "Filter.1.Value.1=remediator-quarantine", "Filter.2.Name=vpc-id", "Filter.2.Value.1=vpc-0a", "MaxResults=1000"],
            Assert.Single(account.Sent));
    }

    [Fact]
    public async Task No_such_group_two_of_them_and_one_without_an_owner_are_told_apart()
    {
        Assert.IsType<GroupReading.NotFound>(await Find(Ec2Account.Answering(GroupXml.Page(null))));
        Assert.IsType<GroupReading.NotFound>(await Find(Ec2Account.Answering(GroupXml.Page(null, GroupXml.Group("sg-0x", "remediator-quarantine-2", "")))));
        Assert.Contains("2 groups are called `remediator-quarantine` in VPC `vpc-0a`", Failed(await Find(Ec2Account.Answering(GroupXml.Page(null, GroupXml.Group("sg-1", Quarantine, ""), GroupXml.Group("sg-2", Quarantine, "", Ec2Account.Other))))), StringComparison.Ordinal);
        Assert.Contains("without its owner", Failed(await Find(Ec2Account.Answering(GroupXml.Page(null, GroupXml.Group("sg-1", Quarantine, "", ""))))), StringComparison.Ordinal);
        Assert.Equal(new GroupReading.Failed("RequestLimitExceeded: no", true), await Find(Ec2Account.Refusing(HttpStatusCode.ServiceUnavailable, "RequestLimitExceeded", "no")));
    }

    private static string Failed(GroupReading reading) => Assert.IsType<GroupReading.Failed>(reading).Problem;

    private static Task<GroupReading> Find(Ec2Account account) => account.Interfaces.FindGroup(Quarantine, "vpc-0a", Ec2Account.Region, Cancel);

    private static Task<GroupMade> Make(Ec2Account account) => account.Interfaces.MakeGroup(Quarantine, "for a test", "vpc-0a", Ec2Account.Region, Cancel);

    private static Task<InterfaceAnswer> Set(HttpStatusCode status, string code, string message) => Ec2Account.Refusing(status, code, message).Interfaces.SetGroups("eni-1", ["sg-0a"], Ec2Account.Region, Cancel);
}
