using System.Xml;
using Amazon.Runtime.Internal;
using Amazon.Shared.Errors;
using Amazon.Shared.Xml;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal;

internal static class Subscribe
{
    internal static InvokeOptions Call() => new()
    {
        RequestMarshaller = new QueryMarshaller<SubscribeRequest>("Amazon.SimpleNotificationService", "2010-03-31", "Subscribe", Write),
        ResponseUnmarshaller = new XmlUnmarshaller<SubscribeResponse>("Subscribe", Read, ErrorOf),
    };

    private static void Write(SubscribeRequest request, QueryWriter to)
    {
        to.Map("Attributes.entry", request.Attributes, "key", static (value, entry) => entry.Add("value", value));
        to.Add("Endpoint", request.Endpoint);
        to.Add("Protocol", request.Protocol);
        to.Add("ReturnSubscriptionArn", request.ReturnSubscriptionArn);
        to.Add("TopicArn", request.TopicArn);
    }

    private static void Read(SubscribeResponse response, string name, XmlReader xml)
    {
        switch (name)
        {
            case "SubscriptionArn": response.SubscriptionArn = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }

    private static AmazonSimpleNotificationServiceException ErrorOf(ServiceError error) => error.Code switch
    {
        "SubscriptionLimitExceeded" => new SubscriptionLimitExceededException(error),
        "FilterPolicyLimitExceeded" => new FilterPolicyLimitExceededException(error),
        "ReplayLimitExceeded" => new ReplayLimitExceededException(error),
        "InvalidParameter" => new InvalidParameterException(error),
        "InternalError" => new InternalErrorException(error),
        "NotFound" => new NotFoundException(error),
        "AuthorizationError" => new AuthorizationErrorException(error),
        "InvalidSecurity" => new InvalidSecurityException(error),
        _ => new AmazonSimpleNotificationServiceException(error),
    };
}
