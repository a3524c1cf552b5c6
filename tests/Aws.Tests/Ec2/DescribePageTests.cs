using System.Net;
using Remediator.Ports;

namespace Remediator.Aws.Tests.Ec2;

/// <summary>The walk through all groups. The local AWS has no pages and no tokens, so AWS's own answers stand here.</summary>
public sealed class DescribePageTests
{
    private const string Broken = "<ipPermissions><item><ipProtocol>tcp</ipProtocol></item></ipPermissions>";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_is_one_call_with_two_hundred_groups_at_most_and_names_the_next()
    {
        var account = Ec2Account.Answering(GroupXml.Page("next", GroupXml.Group("sg-0a", "web", "")));
        var page = Assert.IsType<GroupsPage.Found>(await Page(account, null));
        Assert.Equal("sg-0a", Assert.Single(page.Groups).Key.GroupId);
        Assert.Equal("next", page.Next);
        Assert.Equal(["Action=DescribeSecurityGroups", "MaxResults=200"], Assert.Single(account.Sent));
    }

    [Fact]
    public async Task The_last_page_has_no_next_and_is_asked_for_by_its_token()
    {
        var account = Ec2Account.Answering(GroupXml.Page(null, GroupXml.Group("sg-0b", "db", "")));
        Assert.Null(Assert.IsType<GroupsPage.Found>(await Page(account, "next")).Next);
        Assert.Equal("next", Assert.Single(account.Calls)["NextToken"]);
    }

    [Fact]
    public async Task An_empty_token_is_no_next_page() =>
        Assert.Null(Assert.IsType<GroupsPage.Found>(await Page(Ec2Account.Answering(GroupXml.Page("", GroupXml.Group("sg-0b", "db", ""))), "next")).Next);

    [Fact]
    public async Task A_group_that_cannot_be_read_hides_no_other()
    {
        var page = Assert.IsType<GroupsPage.Found>(await Page(Ec2Account.Answering(GroupXml.Page(null, GroupXml.Group("sg-0a", "web", Broken), GroupXml.Group("sg-0b", "db", ""))), null));
        Assert.Equal("sg-0b", Assert.Single(page.Groups).Key.GroupId);
        Assert.Equal(("sg-0a", "group `sg-0a` could not be read: of a permission its peer is none that we know: expected an IPv4 or IPv6 block, a prefix list or a group"), Assert.Single(page.Unreadable));
    }

    [Theory]
    [InlineData("InvalidNextToken")]
    [InlineData("InvalidPaginationToken")]
    [InlineData("InvalidParameterValue")]
    public async Task A_token_that_EC2_does_not_take_is_told_apart_from_a_page_that_fails(string code)
    {
        Assert.Equal(new GroupsPage.TokenRefused($"{code}: expired"), await Page(Ec2Account.Refusing(HttpStatusCode.BadRequest, code, "expired"), "next"));
        Assert.Equal(new GroupsPage.Failed($"{code}: expired", false), await Page(Ec2Account.Refusing(HttpStatusCode.BadRequest, code, "expired"), null));
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, "RequestLimitExceeded", true)]
    [InlineData(HttpStatusCode.Unauthorized, "InvalidClientTokenId", false)]
    [InlineData(HttpStatusCode.Forbidden, "UnauthorizedOperation", false)]
    public async Task A_refusal_that_is_not_about_the_token_fails_the_page(HttpStatusCode status, string code, bool retryable) =>
        Assert.Equal(new GroupsPage.Failed($"{code}: no", retryable), await Page(Ec2Account.Refusing(status, code, "no"), "next"));

    private static Task<GroupsPage> Page(Ec2Account account, string? token) => account.Facts.DescribePage(token, Ec2Account.Own, Ec2Account.Region, Cancel);
}
