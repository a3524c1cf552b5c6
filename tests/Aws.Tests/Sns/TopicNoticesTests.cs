using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Remediator.Aws.Sns;
using Remediator.Aws.Tests.SecurityHub;
using Remediator.Findings;
using Remediator.Ports;

namespace Remediator.Aws.Tests.Sns;

public sealed class TopicNoticesTests
{
    private const string Topic = "arn:aws:sns:eu-west-1:111122223333:remediator";

    private static readonly Notice Notice = new(
        "0123456789abcdef", "Remediator closed tcp/22 from 0.0.0.0/0 on sg-0a", "Closed: tcp/22\nWHO\nzoë 👍 & co\n",
        ImmutableSortedDictionary<string, string>.Empty.Add("noticeId", "0123456789abcdef").Add("severity", "critical"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_notice_is_published_with_subject_body_and_attributes()
    {
        var http = new CannedHttp(_ => CannedHttp.Reply.Ok("<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult><MessageId>567910cd</MessageId></PublishResult></PublishResponse>"));
        var regions = new List<string>();
        var notices = new TopicNotices(Topic, region => Connect(region, http, regions));
        Assert.Empty(regions);
        Assert.Equal(Answer.Ok, await notices.Publish(Notice, Cancel));
        Assert.Equal(Answer.Ok, await notices.Publish(Notice, Cancel));
        Assert.Equal(["eu-west-1"], regions);
        var form = Form(http.Calls[0]);
        Assert.Equal("sns.eu-west-1.amazonaws.com", http.Calls[0].Address.Host);
        Assert.Equal("Publish", form["Action"]);
        Assert.Equal(Topic, form["TopicArn"]);
        Assert.Equal(Notice.Subject, form["Subject"]);
        Assert.Equal(Notice.Body, form["Message"]);
        Assert.Equal(
            [("noticeId", "0123456789abcdef", "String"), ("severity", "critical", "String")],
            new[] { 1, 2 }.Select(n => (form[$"MessageAttributes.entry.{n}.Name"], form[$"MessageAttributes.entry.{n}.Value.StringValue"], form[$"MessageAttributes.entry.{n}.Value.DataType"])));
    }

    [Fact]
    public async Task A_chat_message_goes_to_the_chat_topic_only_as_the_chat_s_own_json()
    {
        var http = new CannedHttp(_ => CannedHttp.Reply.Ok("<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>"));
        var notices = new TopicNotices(null, region => Connect(region, http, []), "arn:aws-cn:sns:cn-north-1:111122223333:chat");
        Assert.Equal(Answer.Ok, await notices.Publish(Notice, Cancel));
        Assert.Empty(http.Calls);
        Assert.Equal(Answer.Ok, await notices.PublishToChat(Notice, Cancel));
        var form = Form(Assert.Single(http.Calls));
        Assert.Equal("arn:aws-cn:sns:cn-north-1:111122223333:chat", form["TopicArn"]);
        Assert.Equal(ChatMessage.Write(Notice, "aws-cn"), form["Message"]);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "NotFound", false)]
    [InlineData(HttpStatusCode.Forbidden, "AuthorizationError", false)]
    [InlineData(HttpStatusCode.BadRequest, "InvalidParameter", false)]
    [InlineData(HttpStatusCode.BadRequest, "Throttling", true)]
    [InlineData(HttpStatusCode.InternalServerError, "InternalError", true)]
    public async Task A_refused_notice_is_an_answer(HttpStatusCode status, string code, bool retryable)
    {
        var http = new CannedHttp(_ => new(status, $"<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error><Type>Sender</Type><Code>{code}</Code><Message>no\ntopic</Message></Error><RequestId>r</RequestId></ErrorResponse>"));
        var answer = await new TopicNotices(Topic, region => Connect(region, http, [])).Publish(Notice, Cancel);
        Assert.Equal(new Answer($"{code}: no\\u000atopic", retryable), answer);
    }

    [Fact]
    public async Task A_topic_that_cannot_be_reached_is_retryable()
    {
        var http = new CannedHttp(_ => throw new HttpRequestException("connection refused"));
        var answer = await new TopicNotices(Topic, region => Connect(region, http, [])).Publish(Notice, Cancel);
        Assert.True(answer is { Succeeded: false, Retryable: true });
    }

    [Theory]
    [InlineData("")]
    [InlineData("remediator")]
    [InlineData("arn:aws:sqs:eu-west-1:111122223333:remediator")]
    [InlineData("arn:aws:sns::111122223333:remediator")]
    [InlineData("arn:aws:sns:eu-west-1:111122223333:remediator:sub")]
    public void What_is_no_topic_is_refused_with_what_was_expected(string arn) =>
        Assert.Contains("expected `arn:PARTITION:sns:REGION:ACCOUNT:NAME`", Assert.Throws<ArgumentException>(() => new TopicNotices(arn)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Without_a_topic_nothing_is_sent_and_all_is_well() => Assert.Equal(Answer.Ok, await new NoNotices().Publish(Notice, Cancel));

    private static AmazonSimpleNotificationServiceClient Connect(string region, CannedHttp http, List<string> regions)
    {
        regions.Add(region);
        return new(new BasicAWSCredentials("AKIDEXAMPLE", "secret"), new AmazonSimpleNotificationServiceConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region), HttpClientFactory = http, MaxErrorRetry = 0 });
    }

    private static Dictionary<string, string> Form(CannedHttp.Call call) => call.Body.Split('&').Select(pair => pair.Split('='))
        .ToDictionary(pair => WebUtility.UrlDecode(pair[0]), pair => WebUtility.UrlDecode(pair[1]), StringComparer.Ordinal);
}
