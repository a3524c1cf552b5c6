using Remediator.Groups;
using Remediator.Ports;
using Remediator.Remediations;

namespace Remediator.Aws.Tests.Ec2;

/// <summary>What putting permissions into a group says on the wire, parameter by parameter.</summary>
public sealed class AuthorizeFormTests
{
    private const string Taken = "AuthorizeSecurityGroupIngress:<return>true</return><securityGroupRuleSet/>";

    private static readonly Permission Ssh = Ec2Account.Ingress("tcp", 22, 22, "203.0.113.0/24");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_permission_is_an_entry_of_its_own_with_one_peer_its_description_and_the_spelling_of_a_revoke()
    {
        var account = Ec2Account.Answering(Taken);
        await Authorize(
            account,
            Ssh with { Description = "office: (ssh) a-z, #1 @[x]+=;{y}!$*" },
            Ec2Account.Ingress("17", 0, 65535, "2001:DB8::/32"),
            Ec2Account.Of(Direction.Ingress, "-1", -1, -1, new Peer.PrefixList("pl-1")) with { Description = "list" },
            Ec2Account.Of(Direction.Ingress, "icmp", 8, -1, new Peer.Group("sg-0b", null, null)) with { Description = "" },
            Ec2Account.Of(Direction.Ingress, "58", -1, -1, new Peer.Group("sg-0c", Ec2Account.Other, "pcx-1")) with { Description = "peered" });
        Assert.Equal(
            [
                "Action=AuthorizeSecurityGroupIngress", "GroupId=sg-0a",
                "IpPermissions.1.FromPort=22", "IpPermissions.1.IpProtocol=tcp", "IpPermissions.1.IpRanges.1.CidrIp=203.0.113.0/24", "IpPermissions.1.IpRanges.1.Description=office: (ssh) a-z, #1 @[x]+=;{y}!$*", "IpPermissions.1.ToPort=22",
                "IpPermissions.2.FromPort=0", "IpPermissions.2.IpProtocol=udp", "IpPermissions.2.Ipv6Ranges.1.CidrIpv6=2001:DB8::/32", "IpPermissions.2.ToPort=65535",
                "IpPermissions.3.IpProtocol=-1", "IpPermissions.3.PrefixListIds.1.Description=list", "IpPermissions.3.PrefixListIds.1.PrefixListId=pl-1",
                "IpPermissions.4.FromPort=8", "IpPermissions.4.Groups.1.GroupId=sg-0b", "IpPermissions.4.IpProtocol=icmp", "IpPermissions.4.ToPort=-1",
                "IpPermissions.5.FromPort=-1", "IpPermissions.5.Groups.1.Description=peered", "IpPermissions.5.Groups.1.GroupId=sg-0c", "IpPermissions.5.Groups.1.UserId=444455556666",
                "IpPermissions.5.Groups.1.VpcPeeringConnectionId=pcx-1", "IpPermissions.5.IpProtocol=icmpv6", "IpPermissions.5.ToPort=-1",
            ],
            Assert.Single(account.Sent));
    }

    [Fact]
    public async Task The_one_set_of_tags_is_sent_without_those_that_nobody_may_write()
    {
        var account = Ec2Account.Answering(Taken);
        await Authorize(
            account,
            Ssh with { Tags = [new("Owner", "me"), new("aws:cloudformation:stack-name", "x"), new("Empty", "")] },
            Ec2Account.Ingress("tcp", 23, 23, "203.0.113.0/24") with { Tags = [new("Empty", ""), new("Owner", "me"), new("AWS:other", "y")] });
        Assert.Equal(
            ["TagSpecification.1.ResourceType=security-group-rule", "TagSpecification.1.Tag.1.Key=Owner", "TagSpecification.1.Tag.1.Value=me", "TagSpecification.1.Tag.2.Key=Empty", "TagSpecification.1.Tag.2.Value="],
            Assert.Single(account.Sent).Where(p => p.StartsWith("Tag", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Only_reserved_tags_are_no_tags_at_all()
    {
        var account = Ec2Account.Answering(Taken);
        await Authorize(account, Ssh with { Tags = [new("aws:x", "y")] });
        Assert.DoesNotContain(Assert.Single(account.Sent), p => p.StartsWith("Tag", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Permissions_with_different_tags_are_never_sent_in_one_call()
    {
        var account = Ec2Account.Answering(Taken);
        await Assert.ThrowsAsync<ArgumentException>(() => Authorize(account, Ssh with { Tags = [new("Owner", "me")] }, Ec2Account.Ingress("tcp", 23, 23, "203.0.113.0/24")));
        Assert.Empty(account.Calls);
    }

    [Fact]
    public async Task What_goes_out_is_authorized_by_the_call_for_it()
    {
        var account = Ec2Account.Answering("AuthorizeSecurityGroupEgress:<return>true</return>");
        var permission = Ec2Account.Of(Direction.Egress, "tcp", 443, 443, Ec2Account.Block("0.0.0.0/0")) with { Tags = [new("Owner", "me")] };
        Assert.IsType<AuthorizeAnswer.Taken>(await account.Edits.Authorize(new(Ec2Account.Group, Direction.Egress, [permission]), Cancel));
        Assert.Equal(
            [
                "Action=AuthorizeSecurityGroupEgress", "GroupId=sg-0a",
                "IpPermissions.1.FromPort=443", "IpPermissions.1.IpProtocol=tcp", "IpPermissions.1.IpRanges.1.CidrIp=0.0.0.0/0", "IpPermissions.1.ToPort=443",
                "TagSpecification.1.ResourceType=security-group-rule", "TagSpecification.1.Tag.1.Key=Owner", "TagSpecification.1.Tag.1.Value=me",
            ],
            Assert.Single(account.Sent));
    }

    private static Task<AuthorizeAnswer> Authorize(Ec2Account account, params Permission[] permissions) =>
        account.Edits.Authorize(new Restoration(Ec2Account.Group, Direction.Ingress, [.. permissions]), Cancel);
}
