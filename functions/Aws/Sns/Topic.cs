using Amazon.SimpleNotificationService;
using Amazon.SimpleNotificationService.Model;
using Remediator.Findings;
using Remediator.Ports;

namespace Remediator.Aws.Sns;

/// <summary>One SNS topic, and the client for its region.</summary>
internal sealed class Topic
{
    private readonly string _arn;
    private readonly Lazy<IAmazonSimpleNotificationService> _client;

    public Topic(string arn, Func<string, IAmazonSimpleNotificationService> connect)
    {
        if (arn.Split(':') is not ["arn", var partition, "sns", { Length: > 0 } region, { Length: > 0 }, { Length: > 0 }])
            throw new ArgumentException($"`{SafeText.Line(arn, 200)}` is no topic: expected `arn:PARTITION:sns:REGION:ACCOUNT:NAME`", nameof(arn));
        (_arn, Partition, _client) = (arn, partition, new(() => connect(region)));
    }

    public string Partition { get; }

    public async Task<Answer> Publish(string message, Notice notice, CancellationToken cancel)
    {
        try
        {
            await _client.Value.PublishAsync(Request(message, notice), cancel).ConfigureAwait(false);
            return Answer.Ok;
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is { } failure)
        {
            return new(failure.Problem, failure.Retryable);
        }
    }

    private PublishRequest Request(string message, Notice notice) => new(_arn, message, notice.Subject)
    {
        MessageAttributes = notice.Attributes.ToDictionary(
            a => a.Key,
            a => new MessageAttributeValue { DataType = "String", StringValue = a.Value },
            StringComparer.Ordinal),
    };
}
