using System.Globalization;
using Amazon;
using Amazon.SQS;
using Amazon.SQS.Model;
using Remediator.Ports;

namespace Remediator.Aws.DeadLetters;

/// <summary>A dead-letter queue in SQS. The client is made at the first call.</summary>
public sealed class SqsDeadLetters : IDeadLetters
{
    private const int HiddenSeconds = 300;

    /// <summary>However short, a wait has every server of SQS asked, so that empty says empty (SQS Developer Guide, short and long polling).</summary>
    private const int WaitSeconds = 1;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(WaitSeconds + 10);

    private readonly string _queueUrl;
    private readonly Lazy<IAmazonSQS> _client;

    public SqsDeadLetters(string queueUrl, string region)
        : this(queueUrl, () => new AmazonSQSClient(new AmazonSQSConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region), Timeout = Patience }))
    {
    }

    internal SqsDeadLetters(string queueUrl, Func<IAmazonSQS> connect) => (_queueUrl, _client) = (queueUrl, new(connect));

    public TimeSpan HiddenFor => TimeSpan.FromSeconds(HiddenSeconds);

    public async Task<DeadLettersReading> Receive(int most, CancellationToken cancel)
    {
        try
        {
            var answer = await _client.Value.ReceiveMessageAsync(Request(most), cancel).ConfigureAwait(false);
            return new([.. (answer.Messages ?? []).Where(m => m is { MessageId: not null, ReceiptHandle: not null }).Select(Read)]);
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is { } failure)
        {
            return new([], failure.Problem, failure.Retryable);
        }
    }

    public Task<Answer> Delete(DeadLetter letter, CancellationToken cancel) =>
        Told(() => _client.Value.DeleteMessageAsync(new(_queueUrl, letter.Receipt), cancel), cancel);

    public Task<Answer> GiveBack(DeadLetter letter, CancellationToken cancel) =>
        Told(() => _client.Value.ChangeMessageVisibilityAsync(new() { QueueUrl = _queueUrl, ReceiptHandle = letter.Receipt, VisibilityTimeout = 0 }, cancel), cancel);

    private static async Task<Answer> Told(Func<Task> call, CancellationToken cancel)
    {
        try
        {
            await call().ConfigureAwait(false);
            return Answer.Ok;
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is { } failure)
        {
            return new(failure.Problem, failure.Retryable);
        }
    }

    private ReceiveMessageRequest Request(int most) => new(_queueUrl)
    {
        MaxNumberOfMessages = most,
        MessageAttributeNames = ["All"],
        MessageSystemAttributeNames = ["SentTimestamp"],
        VisibilityTimeout = HiddenSeconds,
        WaitTimeSeconds = WaitSeconds,
    };

    private static DeadLetter Read(Message message) => new(
        message.MessageId,
        message.ReceiptHandle,
        message.Body ?? "",
        (message.MessageAttributes ?? []).Where(a => a.Value?.StringValue is not null)
            .ToImmutableSortedDictionary(a => a.Key, a => a.Value.StringValue, StringComparer.Ordinal),
        SentAt(message.Attributes?.GetValueOrDefault("SentTimestamp")));

    /// <summary>Milliseconds since 1970 (API_ReceiveMessage); null for what is none.</summary>
    private static DateTimeOffset? SentAt(string? milliseconds) =>
        long.TryParse(milliseconds, NumberStyles.None, CultureInfo.InvariantCulture, out var known) && known <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(known)
            : null;
}
