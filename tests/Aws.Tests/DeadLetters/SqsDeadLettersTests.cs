using System.Net;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Amazon.SQS;
using Remediator.Aws.DeadLetters;
using Remediator.Aws.Tests.Amazon.Shared;
using Remediator.Ports;

namespace Remediator.Aws.Tests.DeadLetters;

public sealed class SqsDeadLettersTests
{
    private const string Queue = "https://sqs.eu-west-1.amazonaws.com/111122223333/dead";

    [Fact]
    public async Task Messages_come_with_everything_that_says_why_they_died()
    {
        var service = Answering("""
            {"Messages":[
             {"MessageId":"m1","ReceiptHandle":"r1","Body":"{ }\n","Attributes":{"SentTimestamp":"1790000000123"},
              "MessageAttributes":{"ErrorCode":{"DataType":"Number","StringValue":"200"},"Blob":{"DataType":"Binary","BinaryValue":"AAA="}}},
             {"MessageId":"m2","ReceiptHandle":"r2","Body":"x","Attributes":{"SentTimestamp":"soon"}},
             {"MessageId":"m3"}]}
            """);
        var received = await Of(service).Receive(7, default);

        Assert.Null(received.Problem);
        Assert.Equal([("m1", "r1", "{ }\n"), ("m2", "r2", "x")], received.Letters.Select(l => (l.Id, l.Receipt, l.Body)));
        Assert.Equal([KeyValuePair.Create("ErrorCode", "200")], received.Letters[0].Attributes);
        Assert.Equal([DateTimeOffset.FromUnixTimeMilliseconds(1790000000123), null], received.Letters.Select(l => l.SentAt));
        var sent = JsonNode.Parse(Assert.Single(service.Requests).Body)!;
        Assert.Equal((Queue, 7, 300), (sent["QueueUrl"]!.ToString(), (int)sent["MaxNumberOfMessages"]!, (int)sent["VisibilityTimeout"]!));
        Assert.InRange((int)sent["WaitTimeSeconds"]!, 1, 20);
    }

    [Fact]
    public async Task An_empty_answer_is_no_problem() => Assert.Equal((0, null), await Looked(Answering("{}")));

    [Theory]
    [InlineData("RequestThrottled", true)]
    [InlineData("AccessDenied", false)]
    public async Task A_refusal_says_whether_it_passes(string code, bool passes)
    {
        var service = Answering($$"""{"__type":"com.amazonaws.sqs#{{code}}","message":"no"}""", HttpStatusCode.BadRequest);
        var letter = new DeadLetter("m1", "r1", "", ImmutableSortedDictionary<string, string>.Empty, null);

        var received = await Of(service).Receive(1, default);
        var deleted = await Of(service).Delete(letter, default);
        var given = await Of(service).GiveBack(letter, default);

        Assert.Equal((0, $"{code}: no", passes), (received.Letters.Length, received.Problem, received.Retryable));
        Assert.Equal((new Answer($"{code}: no", passes), new Answer($"{code}: no", passes)), (deleted, given));
    }

    [Fact]
    public async Task Deleting_and_giving_back_name_the_receipt()
    {
        var service = Answering("");
        var letter = new DeadLetter("m1", "r1", "", ImmutableSortedDictionary<string, string>.Empty, null);

        Assert.True((await Of(service).Delete(letter, default)).Succeeded);
        Assert.True((await Of(service).GiveBack(letter, default)).Succeeded);

        Assert.Equal(
            [$$"""{"QueueUrl":"{{Queue}}","ReceiptHandle":"r1"}""", $$"""{"QueueUrl":"{{Queue}}","ReceiptHandle":"r1","VisibilityTimeout":0}"""],
            service.Requests.Select(r => r.Body));
    }

    private static async Task<(int, string?)> Looked(ScriptedService service)
    {
        var received = await Of(service).Receive(1, default);
        return (received.Letters.Length, received.Problem);
    }

    private static ScriptedService Answering(string body, HttpStatusCode status = HttpStatusCode.OK) => ScriptedService.Answering(ScriptedService.Answer(status, body, "application/x-amz-json-1.0"));

    private static SqsDeadLetters Of(ScriptedService service) => new(Queue, () => new AmazonSQSClient(
        new BasicAWSCredentials("AKIAEXAMPLE", "secret"), new AmazonSQSConfig { RegionEndpoint = global::Amazon.RegionEndpoint.EUWest1, HttpClientFactory = service, MaxErrorRetry = 0 }));
}
