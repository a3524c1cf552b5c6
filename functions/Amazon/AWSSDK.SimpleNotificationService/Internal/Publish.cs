using System.Xml;
using Amazon.Runtime.Internal;
using Amazon.Shared.Errors;
using Amazon.Shared.Xml;
using Amazon.SimpleNotificationService.Model;

namespace Amazon.SimpleNotificationService.Internal;

internal static class Publish
{
    internal static InvokeOptions Call() => new()
    {
        RequestMarshaller = new QueryMarshaller<PublishRequest>("Amazon.SimpleNotificationService", "2010-03-31", "Publish", Write),
        ResponseUnmarshaller = new XmlUnmarshaller<PublishResponse>("Publish", Read, ErrorOf),
    };

    private static void Write(PublishRequest request, QueryWriter to)
    {
        to.Add("Message", request.Message);
        to.Map("MessageAttributes.entry", request.MessageAttributes, "Name", static (value, entry) => entry.Structure("Value", value, Write));
        to.Add("MessageDeduplicationId", request.MessageDeduplicationId);
        to.Add("MessageGroupId", request.MessageGroupId);
        to.Add("MessageStructure", request.MessageStructure);
        to.Add("PhoneNumber", request.PhoneNumber);
        to.Add("Subject", request.Subject);
        to.Add("TargetArn", request.TargetArn);
        to.Add("TopicArn", request.TopicArn);
    }

    private static void Write(MessageAttributeValue value, QueryWriter to)
    {
        to.Add("BinaryValue", value.BinaryValue is { } bytes ? Convert.ToBase64String(bytes.ToArray()) : null);
        to.Add("DataType", value.DataType);
        to.Add("StringValue", value.StringValue);
    }

    private static void Read(PublishResponse response, string name, XmlReader xml)
    {
        switch (name)
        {
            case "MessageId": response.MessageId = xml.Text(); break;
            case "SequenceNumber": response.SequenceNumber = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }

    private static AmazonSimpleNotificationServiceException ErrorOf(ServiceError error) => error.Code switch
    {
        "InvalidParameter" => new InvalidParameterException(error),
        "ParameterValueInvalid" => new InvalidParameterValueException(error),
        "InternalError" => new InternalErrorException(error),
        "NotFound" => new NotFoundException(error),
        "EndpointDisabled" => new EndpointDisabledException(error),
        "PlatformApplicationDisabled" => new PlatformApplicationDisabledException(error),
        "AuthorizationError" => new AuthorizationErrorException(error),
        "KMSDisabled" => new KMSDisabledException(error),
        "KMSInvalidState" => new KMSInvalidStateException(error),
        "KMSNotFound" => new KMSNotFoundException(error),
        "KMSOptInRequired" => new KMSOptInRequiredException(error),
        "KMSThrottling" => new KMSThrottlingException(error),
        "KMSAccessDenied" => new KMSAccessDeniedException(error),
        "InvalidSecurity" => new InvalidSecurityException(error),
        "ValidationException" => new ValidationException(error),
        _ => new AmazonSimpleNotificationServiceException(error),
    };
}
