using Amazon;
using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using Remediator.Findings;
using Remediator.Ports;

namespace Remediator.Aws.Sns;

/// <summary>Notices through an SNS topic. The client is made at the first notice, for the topic's own region.</summary>
public sealed class TopicNotices : INotices
{
    private readonly string _topicArn;
    private readonly Lazy<IAmazonSimpleNotificationService> _client;

    public TopicNotices(string topicArn)
        : this(topicArn, static region => new AmazonSimpleNotificationServiceClient(RegionEndpoint.GetBySystemName(region)))
    {
    }

    /// <param name="topicArn"><c>arn:PARTITION:sns:REGION:ACCOUNT:NAME</c>; anything else is refused at once.</param>
    /// <param name="connect">A client for a region.</param>
    public TopicNotices(string topicArn, Func<string, IAmazonSimpleNotificationService> connect)
    {
        _topicArn = topicArn;
        var region = RegionOf(topicArn);
        _client = new(() => connect(region));
    }

    public async Task<Answer> Publish(Notice notice, CancellationToken cancel)
    {
        try
        {
            await _client.Value.PublishAsync(Request(notice), cancel).ConfigureAwait(false);
            return Answer.Ok;
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is { } failure)
        {
            return new(failure.Problem, failure.Retryable);
        }
    }

    private static string RegionOf(string topicArn) => topicArn.Split(':') is ["arn", _, "sns", { Length: > 0 } region, { Length: > 0 }, { Length: > 0 }]
        ? region
        : throw new ArgumentException($"`{SafeText.Line(topicArn, 200)}` is no topic: expected `arn:PARTITION:sns:REGION:ACCOUNT:NAME`", nameof(topicArn));

    private PublishRequest Request(Notice notice) => new(_topicArn, notice.Body, notice.Subject)
    {
        MessageAttributes = notice.Attributes.ToDictionary(
            a => a.Key,
            a => new MessageAttributeValue { DataType = "String", StringValue = a.Value },
            StringComparer.Ordinal),
    };
}
