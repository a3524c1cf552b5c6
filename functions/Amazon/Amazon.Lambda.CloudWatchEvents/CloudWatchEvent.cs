using System.Text.Json.Serialization;

namespace Amazon.Lambda.CloudWatchEvents;

/// <summary>
/// What EventBridge sends to a target: the envelope, and the sender's own document in <see cref="Detail"/>.
/// Source: docs.aws.amazon.com/eventbridge, "Events".
/// </summary>
/// <remarks>Only <c>detail-type</c> carries a name of its own; the others are matched without regard to case.</remarks>
public class CloudWatchEvent<T>
{
    public string Version { get; set; }

    /// <summary>The twelve digits of the account the event happened in.</summary>
    public string Account { get; set; }

    public string Region { get; set; }

    public T Detail { get; set; }

    [JsonPropertyName("detail-type")]
    public string DetailType { get; set; }

    /// <summary>For example <c>aws.ec2</c>.</summary>
    public string Source { get; set; }

    /// <summary>When it happened, UTC.</summary>
    public DateTime Time { get; set; }

    /// <summary>The same for each delivery of one event.</summary>
    public string Id { get; set; }

    public List<string> Resources { get; set; }
}
