using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Remediator.Sandbox;
using Remediator.Sandbox.Lambda;

namespace Remediator.Scenarios.Redriving;

/// <summary>A queue of the local account, filled as Lambda fills a function's dead-letter queue or an on-failure destination.</summary>
internal sealed class DeadLetterQueue : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _region;

    private DeadLetterQueue(SandboxPlaces places) => (_http, _region) = (new() { BaseAddress = places.Endpoint }, places.Region);

    public string Url { get; private set; } = "";

    public static async Task<DeadLetterQueue> CreateAsync(SandboxPlaces places)
    {
        var queue = new DeadLetterQueue(places);
        queue.Url = (await queue.CallAsync("CreateQueue", new() { ["QueueName"] = $"dead-{Guid.NewGuid():N}" }))["QueueUrl"]!.ToString();
        return queue;
    }

    /// <summary>https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html: the event as it came, the error in attributes.</summary>
    public Task TakeAsync(Delivery dead) => SendAsync(dead.Payload, new()
    {
        ["RequestID"] = Attribute("String", dead.RequestId),
        ["ErrorCode"] = Attribute("Number", "200"),
        ["ErrorMessage"] = Attribute("String", dead.Attempts[^1].Answer[..Math.Min(dead.Attempts[^1].Answer.Length, 1000)]),
    });

    /// <summary>The same page: the record of a failed invocation, with the event in it.</summary>
    public Task TakeAsDestinationAsync(Delivery dead) => SendAsync(new JsonObject
    {
        ["version"] = "1.0",
        ["requestContext"] = new JsonObject { ["requestId"] = dead.RequestId, ["condition"] = "RetriesExhausted", ["approximateInvokeCount"] = dead.Attempts.Length },
        ["requestPayload"] = JsonNode.Parse(dead.Payload),
        ["responseContext"] = new JsonObject { ["statusCode"] = 200, ["functionError"] = "Unhandled" },
        ["responsePayload"] = new JsonObject { ["errorMessage"] = dead.Attempts[^1].Answer },
    }.ToJsonString(), []);

    public Task SendAsync(string body, JsonObject attributes) => CallAsync("SendMessage", new() { ["QueueUrl"] = Url, ["MessageBody"] = body, ["MessageAttributes"] = attributes });

    /// <summary>Messages that anybody would receive now.</summary>
    public async Task<int> CountAsync() => int.Parse(
        (await CallAsync("GetQueueAttributes", new() { ["QueueUrl"] = Url, ["AttributeNames"] = new JsonArray("All") }))["Attributes"]!["ApproximateNumberOfMessages"]!.ToString(),
        System.Globalization.CultureInfo.InvariantCulture);

    public void Dispose() => _http.Dispose();

    private static JsonObject Attribute(string type, string value) => new() { ["DataType"] = type, ["StringValue"] = value };

    private async Task<JsonNode> CallAsync(string operation, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.0") };
        request.Headers.TryAddWithoutValidation("X-Amz-Target", "AmazonSQS." + operation);
        request.Headers.Authorization = new AuthenticationHeaderValue("AWS4-HMAC-SHA256", $"Credential=AKIASANDBOXSETUP0000/20260101/{_region}/sqs/aws4_request, SignedHeaders=host, Signature=unchecked");
        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }
}
