using Amazon;
using Amazon.SimpleNotificationService;
using Remediator.Findings;
using Remediator.Ports;

namespace Remediator.Aws.Sns;

/// <summary>Notices through an SNS topic for people, and as chat messages through another. Each client is made at its first notice, for
/// the topic's own region.</summary>
public sealed class TopicNotices : INotices
{
    private readonly Topic? _people;
    private readonly Topic? _chat;

    /// <param name="topicArn">For people; null for none.</param>
    /// <param name="chatTopicArn">For Amazon Q Developer in chat applications; null for none.</param>
    public TopicNotices(string? topicArn, string? chatTopicArn = null)
        : this(topicArn, static region => new AmazonSimpleNotificationServiceClient(RegionEndpoint.GetBySystemName(region)), chatTopicArn)
    {
    }

    /// <param name="topicArn"><c>arn:PARTITION:sns:REGION:ACCOUNT:NAME</c>; anything else is refused at once.</param>
    /// <param name="connect">A client for a region.</param>
    /// <param name="chatTopicArn">As the other.</param>
    public TopicNotices(string? topicArn, Func<string, IAmazonSimpleNotificationService> connect, string? chatTopicArn = null)
    {
        _people = topicArn is null ? null : new(topicArn, connect);
        _chat = chatTopicArn is null ? null : new(chatTopicArn, connect);
    }

    public Task<Answer> Publish(Notice notice, CancellationToken cancel) =>
        _people?.Publish(notice.Body, notice, cancel) ?? Task.FromResult(Answer.Ok);

    public Task<Answer> PublishToChat(Notice notice, CancellationToken cancel) =>
        _chat is { } chat ? chat.Publish(ChatMessage.Write(notice, chat.Partition), notice, cancel) : Task.FromResult(Answer.Ok);
}
