using System.Net;
using Remediator.Aws.Ec2;
using Remediator.Aws.Tests.Amazon.EC2;
using Remediator.Aws.Tests.Amazon.Shared;
using Remediator.Groups;
using Remediator.Ports;

namespace Remediator.Aws.Tests.Ec2;

public sealed class AuthorizeAnswerTests
{
    private static readonly Permission Ssh = Ec2Account.Ingress("tcp", 22, 22, "203.0.113.0/24");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_EC2_says_it_created_comes_with_ids_descriptions_and_tags()
    {
        var taken = await Taken("""
            <return>true</return><securityGroupRuleSet>
            <item><cidrIpv4>203.0.113.0/24</cidrIpv4><description>office</description><fromPort>22</fromPort><groupId>sg-0a</groupId><groupOwnerId>111122223333</groupOwnerId><ipProtocol>tcp</ipProtocol><isEgress>false</isEgress><securityGroupRuleId>sgr-1</securityGroupRuleId><tagSet><item><key>Owner</key><value>me</value></item></tagSet><toPort>22</toPort></item>
            <item><fromPort>-1</fromPort><groupId>sg-0a</groupId><groupOwnerId>111122223333</groupOwnerId><ipProtocol>-1</ipProtocol><isEgress>false</isEgress><referencedGroupInfo><groupId>sg-0b</groupId><userId>111122223333</userId></referencedGroupInfo><securityGroupRuleId>sgr-2</securityGroupRuleId><tagSet/><toPort>-1</toPort></item>
            </securityGroupRuleSet>
            """);
        Assert.Equal(Ec2Account.RequestId, taken.RequestId);
        Assert.Equal([Ssh, Ec2Account.Of(Direction.Ingress, "-1", null, null, new Peer.Group("sg-0b", null, null))], taken.Created);
        Assert.Equal([("sgr-1", "office"), ("sgr-2", null)], taken.Created.Select(p => (p.RuleId, p.Description)));
        Assert.Equal([new("Owner", "me")], taken.Created[0].Tags);
        Assert.Null(Assert.IsType<Peer.Group>(taken.Created[1].Peer).Account);
    }

    [Theory]
    [InlineData("<return>true</return>")]
    [InlineData("<return>true</return><securityGroupRuleSet/>")]
    [InlineData("<return>true</return><securityGroupRuleSet><item><securityGroupRuleId>sgr-1</securityGroupRuleId><ipProtocol>pigeon</ipProtocol><isEgress>false</isEgress><cidrIpv4>0.0.0.0/0</cidrIpv4></item></securityGroupRuleSet>")]
    public async Task An_answer_that_lists_nothing_readable_says_nothing_of_ids(string inner) => Assert.Empty((await Taken(inner)).Created);

    [Theory]
    [InlineData("")]
    [InlineData("<return>false</return>")]
    public async Task An_answer_that_is_not_true_is_refused_and_perhaps_taken(string inner)
    {
        var answer = await Authorize(Ec2Account.Answering("AuthorizeSecurityGroupIngress:" + inner));
        Assert.Equal(new AuthorizeAnswer.Refused(Ec2Account.RequestId, "EC2 answered without `return` being true, which it documents for success", false, PerhapsTaken: true), answer);
    }

    [Theory]
    [InlineData("InvalidPermission.Duplicate", typeof(AuthorizeAnswer.Duplicate))]
    [InlineData("RulesPerSecurityGroupLimitExceeded", typeof(AuthorizeAnswer.Full))]
    [InlineData("InvalidGroup.NotFound", typeof(AuthorizeAnswer.GroupNotFound))]
    [InlineData("InvalidGroupId.NotFound", typeof(AuthorizeAnswer.GroupNotFound))]
    [InlineData("InvalidSecurityGroupID.NotFound", typeof(AuthorizeAnswer.GroupNotFound))]
    public async Task What_stands_in_the_way_is_told_apart_by_its_code(string code, Type expected)
    {
        var answer = await Authorize(Ec2Account.Refusing(HttpStatusCode.BadRequest, code, "no"));
        Assert.IsType(expected, answer);
        Assert.Equal(Ec2Errors.RequestId, answer.RequestId);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "InvalidPrefixListID.NotFound", false, false)]
    [InlineData(HttpStatusCode.BadRequest, "InvalidParameterValue", false, false)]
    [InlineData(HttpStatusCode.Forbidden, "UnauthorizedOperation", false, false)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "RequestLimitExceeded", true, false)]
    [InlineData(HttpStatusCode.InternalServerError, "InternalError", true, true)]
    public async Task Anything_else_is_refused_with_code_and_message_and_whether_it_is_worth_another_try(HttpStatusCode status, string code, bool retryable, bool perhapsTaken) =>
        Assert.Equal(new AuthorizeAnswer.Refused(Ec2Errors.RequestId, $"{code}: no", retryable, perhapsTaken), await Authorize(Ec2Account.Refusing(status, code, "no")));

    [Fact]
    public async Task A_line_that_breaks_leaves_it_open_whether_the_call_was_taken()
    {
        var account = new Ec2Account(new ScriptedService((_, _, _) => throw new HttpRequestException("connection reset")));
        Assert.True(await Authorize(account) is AuthorizeAnswer.Refused { Retryable: true, PerhapsTaken: true });
    }

    [Fact]
    public void The_client_that_writes_never_repeats_a_call_by_itself_and_the_one_that_reads_does()
    {
        var clients = new Ec2Clients();
        Assert.Equal(0, clients.Writer(Ec2Account.Region).Config.MaxErrorRetry);
        Assert.True(clients.Reader(Ec2Account.Region).Config.MaxErrorRetry > 0);
        Assert.Same(clients.Writer(Ec2Account.Region), clients.Writer(Ec2Account.Region));
    }

    private static async Task<AuthorizeAnswer.Taken> Taken(string inner) =>
        Assert.IsType<AuthorizeAnswer.Taken>(await Authorize(Ec2Account.Answering("AuthorizeSecurityGroupIngress:" + inner)));

    private static Task<AuthorizeAnswer> Authorize(Ec2Account account) => account.Edits.Authorize(new(Ec2Account.Group, Direction.Ingress, [Ssh]), Cancel);
}
