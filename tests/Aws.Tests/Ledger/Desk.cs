using System.Net;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Remediator.Aws.Ledger;
using Remediator.Aws.Tests.Amazon.Shared;
using Remediator.Ports;

namespace Remediator.Aws.Tests.Ledger;

/// <summary>The ledger's table with the real client over a service in memory.</summary>
internal sealed class Desk(ScriptedService service, Patience? patience = null)
{
    public const string Table = "remediator-ledger";

    /// <summary>Far more than an answer from memory takes.</summary>
    private static readonly Patience Patient = new(TimeSpan.FromSeconds(20), 2, TimeSpan.FromMilliseconds(1));

    public Books Books { get; } = TableBooks.Open(Table, () => Client(service), patience ?? Patient);

    public IReadOnlyList<string> Operations => [.. service.Requests.Select(r => r.Headers["X-Amz-Target"].Split('.')[^1])];

    public IReadOnlyList<JsonElement> Bodies => [.. service.Requests.Select(r => JsonDocument.Parse(r.Body).RootElement)];

    public static Desk Answering(params HttpResponseMessage[] answers) => new(ScriptedService.Answering(answers));

    public static HttpResponseMessage Ok(string body) => ScriptedService.Answer(HttpStatusCode.OK, body, "application/x-amz-json-1.0");

    public static HttpResponseMessage Refusal(string code, string message = "no", HttpStatusCode status = HttpStatusCode.BadRequest, string more = "") =>
        ScriptedService.Answer(status, $$"""{"__type":"com.amazonaws.dynamodb.v20120810#{{code}}","message":"{{message}}"{{more}}}""", "application/x-amz-json-1.0");

    /// <summary>A condition failed on this item.</summary>
    public static HttpResponseMessage ConditionFailed(string item) => Refusal("ConditionalCheckFailedException", "The conditional request failed", more: $",\"Item\":{item}");

    private static AmazonDynamoDBClient Client(ScriptedService service) =>
        new(new BasicAWSCredentials("AKIDEXAMPLE", "secret"), new AmazonDynamoDBConfig { ServiceURL = "http://dynamodb.test", AuthenticationRegion = "eu-west-1", MaxErrorRetry = 0, HttpClientFactory = service });
}
