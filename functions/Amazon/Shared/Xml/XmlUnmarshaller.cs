using System.Net;
using System.Xml;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Shared.Errors;

namespace Amazon.Shared.Xml;

/// <summary>
/// Reads the answers of the EC2 protocol (members directly under <c>{operation}Response</c>) and of the query protocol
/// (members under <c>{operation}Result</c>, with a <c>ResponseMetadata</c> beside it).
/// Whatever else comes back, with whatever status, becomes a retryable error of the service's own exception type.
/// </summary>
internal sealed class XmlUnmarshaller<T>(string operation, FieldReader<T> read, ErrorMapping errors) : XmlResponseUnmarshaller
    where T : AmazonWebServiceResponse, new()
{
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext context)
    {
        var answer = Answer.Read(operation, context.Stream, context.ResponseData, out var broken);
        try
        {
            return broken is null ? Read(answer) : throw errors(ServiceErrors.Unreadable(answer, Expected, broken));
        }
        catch (Exception failure) when (XmlAnswerReader.IsUnreadable(failure))
        {
            throw errors(ServiceErrors.Unreadable(answer, Expected, failure));
        }
    }

    public override AmazonServiceException UnmarshallException(XmlUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
        => errors(XmlErrors.Read(Answer.Read(operation, context.Stream, context.ResponseData, out _), innerException));

    private string Expected => $"XML with root `{operation}Response`";

    private T Read(Answer answer)
    {
        using var xml = XmlAnswerReader.Open(answer);
        if (xml.LocalName != operation + "Response")
        {
            throw new XmlException($"the root is `{xml.LocalName}`");
        }

        var response = new T { ResponseMetadata = new ResponseMetadata { RequestId = answer.RequestIdHeader } };
        return xml.Structure(response, ReadMember);
    }

    private void ReadMember(T response, string name, XmlReader xml)
    {
        if (name == operation + "Result")
        {
            xml.Structure(response, read);
        }
        else if (name == "ResponseMetadata")
        {
            xml.Structure(response, ReadMember);
        }
        else if (string.Equals(name, "requestId", StringComparison.OrdinalIgnoreCase))
        {
            response.ResponseMetadata.RequestId = xml.Text();
        }
        else
        {
            read(response, name, xml);
        }
    }
}
