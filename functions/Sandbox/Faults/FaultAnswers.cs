using System.Text;
using System.Xml.Linq;
using Remediator.Sandbox.Ec2;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Faults;

/// <summary>
/// Refusals as each service words them. EC2: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html and
/// throttling.html; DynamoDB: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html; SNS and STS:
/// their CommonErrors pages; Security Hub answers too many calls with TooManyRequestsException, as the gateway in front of it does.
/// </summary>
internal static class FaultAnswers
{
    private const string Page = "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>";
    private static int _throttled;

    /// <summary>Null: this kind of fault is no refusal.</summary>
    public static AwsAnswer? Of(FaultKind? kind, AwsCall call) => (kind, call.Service) switch
    {
        (FaultKind.Throttled, "ec2") => Ec2Xml.Error("RequestLimitExceeded", "Request limit exceeded.") with { Status = 503 },
        (FaultKind.Throttled, "dynamodb") => DynamoDbThrottled(),
        (FaultKind.Throttled, "securityhub") => Json(429, "TooManyRequestsException", """{"Message":"Too Many Requests"}"""),
        (FaultKind.Throttled, _) => Query(400, "Sender", "Throttling", "Rate exceeded"),
        (FaultKind.ServerError, "ec2") => Ec2Xml.Error("InternalError", "An internal error has occurred") with { Status = 500 },
        (FaultKind.ServerError, "dynamodb") => AwsAnswer.OfJson(500, """{"__type":"com.amazonaws.dynamodb.v20120810#InternalServerError","message":"The request processing has failed because of an unknown error"}"""),
        (FaultKind.ServerError, "securityhub") => Json(500, "InternalException", """{"Code":"InternalException","Message":"Internal server error"}"""),
        (FaultKind.ServerError, _) => Query(500, "Receiver", "InternalFailure", "The request processing has failed because of an unknown error"),
        (FaultKind.HtmlError, _) => new(502, [KeyValuePair.Create("Content-Type", "text/html")], Encoding.UTF8.GetBytes(Page)),
        _ => null,
    };

    /// <summary>DynamoDB has two words for it, one for the table's and one for the account's limit: each comes in its turn.</summary>
    private static AwsAnswer DynamoDbThrottled() => AwsAnswer.OfJson(400, Interlocked.Increment(ref _throttled) % 2 == 0
        ? """{"__type":"com.amazon.coral.availability#ThrottlingException","message":"Rate of requests exceeds the allowed throughput."}"""
        : """{"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException","message":"The level of configured provisioned throughput for the table was exceeded."}""");

    private static AwsAnswer Json(int status, string type, string body)
    {
        var answer = AwsAnswer.OfJson(status, body);
        return answer with { Headers = answer.Headers.Add(KeyValuePair.Create("x-amzn-ErrorType", type)) };
    }

    private static AwsAnswer Query(int status, string fault, string code, string message) => AwsAnswer.OfXml(status, new XElement("ErrorResponse",
        new XElement("Error", new XElement("Type", fault), new XElement("Code", code), new XElement("Message", message)),
        new XElement("RequestId", Guid.NewGuid().ToString())));
}
