namespace Amazon.SimpleNotificationService.Model;

public class PublishRequest : AmazonSimpleNotificationServiceRequest
{
    public PublishRequest() { }

    public PublishRequest(string topicArn, string message) : this(topicArn, message, null) { }

    public PublishRequest(string topicArn, string message, string subject)
    {
        TopicArn = topicArn;
        Message = message;
        Subject = subject;
    }

    /// <summary>At most 262,144 bytes of UTF-8.</summary>
    public string Message { get; set; }

    public Dictionary<string, MessageAttributeValue> MessageAttributes { get; set; }

    public string MessageDeduplicationId { get; set; }

    public string MessageGroupId { get; set; }

    public string MessageStructure { get; set; }

    public string PhoneNumber { get; set; }

    /// <summary>ASCII, fewer than 100 characters, no line break or control character.</summary>
    public string Subject { get; set; }

    public string TargetArn { get; set; }

    public string TopicArn { get; set; }
}
