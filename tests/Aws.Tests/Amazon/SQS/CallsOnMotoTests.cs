using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;
using Remediator.Aws.Tests.Amazon.Shared;
using Remediator.Sandbox;

namespace Remediator.Aws.Tests.Amazon.SQS;

/// <summary>Against an emulator that checks the signature and the permission of every call.</summary>
public sealed class CallsOnMotoTests
{
    [Fact]
    public async Task A_message_is_received_given_back_and_deleted_by_signed_calls_and_forged_or_forbidden_ones_are_refused()
    {
        var why = await LocalAws.WhyUnavailableAsync();
        Assert.SkipWhen(why is not null, why ?? "");
        await using var aws = await LocalAws.StartAsync();
        var user = await MotoUser.CreateAsync(aws.Endpoint, "sqs:ReceiveMessage", "sqs:DeleteMessage");
        var queue = (await SqsAsync(aws, "CreateQueue", new() { ["QueueName"] = "dead" }))["QueueUrl"]!.ToString();
        await SqsAsync(aws, "SendMessage", new()
        {
            ["QueueUrl"] = queue,
            ["MessageBody"] = "{\"a\": \"ü \\u0000\"}",
            ["MessageAttributes"] = new JsonObject { ["ErrorMessage"] = new JsonObject { ["DataType"] = "String", ["StringValue"] = "too late" } },
        });
        using (var anybody = ClientOf(aws, new BasicAWSCredentials("AKIAEXAMPLE", "secret")))
        {
            var first = Assert.Single((await anybody.ReceiveMessageAsync(Ask(queue))).Messages);
            Assert.Equal(("{\"a\": \"ü \\u0000\"}", "too late"), (first.Body, first.MessageAttributes["ErrorMessage"].StringValue));
            Assert.True(first.Attributes.ContainsKey("SentTimestamp"));
            await anybody.ChangeMessageVisibilityAsync(new() { QueueUrl = queue, ReceiptHandle = first.ReceiptHandle, VisibilityTimeout = 0 });
        }

        await MotoUser.CheckEveryCallAsync(aws.Endpoint);
        using var client = ClientOf(aws, user);
        var again = Assert.Single((await client.ReceiveMessageAsync(Ask(queue))).Messages);
        var forbidden = await Assert.ThrowsAnyAsync<AmazonSQSException>(() => client.ChangeMessageVisibilityAsync(new() { QueueUrl = queue, ReceiptHandle = again.ReceiptHandle, VisibilityTimeout = 0 }));
        await client.DeleteMessageAsync(new(queue, again.ReceiptHandle));
        Assert.Empty((await client.ReceiveMessageAsync(Ask(queue))).Messages ?? []);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, forbidden.StatusCode);
        using var forger = ClientOf(aws, new BasicAWSCredentials(user.GetCredentials().AccessKey, "guessed"));
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await Assert.ThrowsAnyAsync<AmazonSQSException>(() => forger.ReceiveMessageAsync(Ask(queue)))).StatusCode);
    }

    [Fact]
    public async Task A_queue_that_does_not_exist_is_told()
    {
        var why = await LocalAws.WhyUnavailableAsync();
        Assert.SkipWhen(why is not null, why ?? "");
        await using var aws = await LocalAws.StartAsync();
        using var client = ClientOf(aws, new BasicAWSCredentials("AKIAEXAMPLE", "secret"));
        await Assert.ThrowsAsync<QueueDoesNotExistException>(() => client.ReceiveMessageAsync(Ask(new Uri(aws.Endpoint, $"{LocalAws.Account}/gone").AbsoluteUri)));
    }

    private static ReceiveMessageRequest Ask(string queue) => new(queue) { MaxNumberOfMessages = 10, MessageAttributeNames = ["All"], MessageSystemAttributeNames = ["SentTimestamp"], VisibilityTimeout = 60 };

    /// <summary>What the stand-in has no operation for; before the switch moto looks at the scope only.</summary>
    private static async Task<JsonNode> SqsAsync(LocalAws aws, string operation, JsonObject body)
    {
        using var http = new HttpClient { BaseAddress = aws.Endpoint };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.0") };
        request.Headers.TryAddWithoutValidation("X-Amz-Target", "AmazonSQS." + operation);
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "AWS4-HMAC-SHA256", "Credential=AKIAIOSFODNN7EXAMPLE/20260101/us-east-1/sqs/aws4_request, SignedHeaders=host, Signature=unchecked");
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }

    private static AmazonSQSClient ClientOf(LocalAws aws, AWSCredentials credentials)
        => new(credentials, new AmazonSQSConfig { ServiceURL = aws.Endpoint.AbsoluteUri, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
}
