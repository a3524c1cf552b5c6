using System.Xml;
using Amazon.Runtime.Internal;
using Amazon.Shared.Errors;
using Amazon.Shared.Xml;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal;

internal static class CreateTopic
{
    internal static InvokeOptions Call() => new()
    {
        RequestMarshaller = new QueryMarshaller<CreateTopicRequest>("Amazon.SimpleNotificationService", "2010-03-31", "CreateTopic", Write),
        ResponseUnmarshaller = new XmlUnmarshaller<CreateTopicResponse>("CreateTopic", Read, ErrorOf),
    };

    private static void Write(CreateTopicRequest request, QueryWriter to)
    {
        to.Map("Attributes.entry", request.Attributes, "key", static (value, entry) => entry.Add("value", value));
        to.Add("DataProtectionPolicy", request.DataProtectionPolicy);
        to.Add("Name", request.Name);
        to.List("Tags.member", request.Tags, Write);
    }

    private static void Write(Tag tag, QueryWriter to)
    {
        to.Add("Key", tag.Key);
        to.Add("Value", tag.Value);
    }

    private static void Read(CreateTopicResponse response, string name, XmlReader xml)
    {
        switch (name)
        {
            case "TopicArn": response.TopicArn = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }

    private static AmazonSimpleNotificationServiceException ErrorOf(ServiceError error) => error.Code switch
    {
        "InvalidParameter" => new InvalidParameterException(error),
        "TopicLimitExceeded" => new TopicLimitExceededException(error),
        "InternalError" => new InternalErrorException(error),
        "AuthorizationError" => new AuthorizationErrorException(error),
        "InvalidSecurity" => new InvalidSecurityException(error),
        "TagLimitExceeded" => new TagLimitExceededException(error),
        "StaleTag" => new StaleTagException(error),
        "TagPolicy" => new TagPolicyException(error),
        "ConcurrentAccess" => new ConcurrentAccessException(error),
        _ => new AmazonSimpleNotificationServiceException(error),
    };
}
