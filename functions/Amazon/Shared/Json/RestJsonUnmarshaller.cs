using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Shared.Errors;

namespace Amazon.Shared.Json;

/// <summary>
/// Reads the answers of a REST-JSON service. Whatever is not a JSON object of this shape, with whatever status, becomes a retryable error of the
/// service's own exception type.
/// </summary>
/// <param name="emptyIsAnswer">The operation answers nothing: an empty body then is the whole answer.</param>
internal sealed class RestJsonUnmarshaller<T>(string operation, JsonTypeInfo<T> type, ErrorMapping errors, bool emptyIsAnswer = false) : JsonResponseUnmarshaller
    where T : AmazonWebServiceResponse, new()
{
    private const string Expected = "a JSON object";

    /// <summary>Core's own would wrap the service's exception into one of its own.</summary>
    public override AmazonWebServiceResponse Unmarshall(UnmarshallerContext input) => Unmarshall((JsonUnmarshallerContext)input);

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext context)
    {
        var answer = Answer.Read(operation, context.Stream, context.ResponseData, out var broken);
        try
        {
            var response = broken is not null ? null : emptyIsAnswer && answer.Body.IsEmpty ? new T() : JsonSerializer.Deserialize(answer.Body.Span, type);
            if (response is null)
            {
                throw errors(ServiceErrors.Unreadable(answer, Expected, broken));
            }

            response.ResponseMetadata = new ResponseMetadata { RequestId = answer.RequestIdHeader };
            return response;
        }
        catch (JsonException failure)
        {
            throw errors(ServiceErrors.Unreadable(answer, Expected, failure));
        }
    }

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode)
        => errors(JsonErrors.Read(Answer.Read(operation, context.Stream, context.ResponseData, out _), innerException));
}
