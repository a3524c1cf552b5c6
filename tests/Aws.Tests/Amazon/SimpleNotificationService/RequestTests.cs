using Amazon.SimpleNotificationService.Model;
using Remediator.Aws.Tests.Amazon.ServiceModels;
using Remediator.Aws.Tests.Amazon.Shared;

namespace Remediator.Aws.Tests.Amazon.SimpleNotificationService;

/// <summary>What a request looks like on the wire, against the service model.</summary>
public sealed class RequestTests
{
    private const string Topic = "arn:aws:sns:eu-west-1:111122223333:notices";

    public static TheoryData<string> Operations => SnsService.Operations;

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Request_with_every_property_set_carries_each_member_of_the_model_and_no_other(string operation)
    {
        var service = SnsService.Xml(SnsService.EmptyAnswer(operation));
        using var client = SnsService.Client(service);
        var model = SnsService.Model;
        var request = new FilledObject().Of(Calls.RequestType(client, operation));

        _ = await client.CallAsync(operation, request);

        var input = model.Operations[operation].Input;
        var expected = new QueryDocument(model).Form(input, new ObjectDocument(model).Of(input, request))
            .Append(KeyValuePair.Create("Action", operation)).Append(KeyValuePair.Create("Version", model.ApiVersion));
        var sent = Assert.Single(service.Requests);
        Assert.Equal(expected.OrderBy(pair => pair.Key, StringComparer.Ordinal), sent.Form().OrderBy(pair => pair.Key, StringComparer.Ordinal));
        Assert.Equal((HttpMethod.Post, "https://sns.eu-west-1.amazonaws.com/"), (sent.Method, sent.Uri.AbsoluteUri));
        Assert.Contains("/eu-west-1/sns/aws4_request", sent.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal(SignatureVersion4.AuthorizationOf(sent, "AKIAEXAMPLE", "secret"), sent.Headers["Authorization"]);
    }

    [Fact]
    public async Task Message_attributes_are_numbered_entries_of_name_and_typed_value()
    {
        var service = SnsService.Xml(SnsService.EmptyAnswer("Publish"));
        using var client = SnsService.Client(service);

        _ = await client.PublishAsync(new PublishRequest(Topic, "a port was closed", "closed")
        {
            MessageAttributes = new()
            {
                ["severity"] = new() { DataType = "String", StringValue = "critical" },
                ["digest"] = new() { DataType = "Binary", BinaryValue = new MemoryStream([1, 2, 250]) },
            },
        });

        var form = Assert.Single(service.Requests).Form();
        Assert.Equal(
            [
                "Action=Publish", "Message=a port was closed", "MessageAttributes.entry.1.Name=severity", "MessageAttributes.entry.1.Value.DataType=String",
                "MessageAttributes.entry.1.Value.StringValue=critical", "MessageAttributes.entry.2.Name=digest", "MessageAttributes.entry.2.Value.BinaryValue=AQL6",
                "MessageAttributes.entry.2.Value.DataType=Binary", "Subject=closed", $"TopicArn={Topic}", "Version=2010-03-31",
            ],
            form.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
    }

    [Fact]
    public async Task Short_forms_send_what_their_parameters_say()
    {
        var answers = new[] { "Publish", "Publish", "CreateTopic", "Subscribe" }.Select(operation => ScriptedService.Answer(System.Net.HttpStatusCode.OK, SnsService.EmptyAnswer(operation)));
        var service = ScriptedService.Answering([.. answers]);
        using var client = SnsService.Client(service);

        _ = await client.PublishAsync(Topic, "m");
        _ = await client.PublishAsync(Topic, "m", "s");
        _ = await client.CreateTopicAsync("notices");
        _ = await client.SubscribeAsync(Topic, "email", "team@example.com");

        string[] expected =
        [
            $"Action=Publish&Message=m&TopicArn={Topic}&Version=2010-03-31", $"Action=Publish&Message=m&Subject=s&TopicArn={Topic}&Version=2010-03-31",
            "Action=CreateTopic&Name=notices&Version=2010-03-31", $"Action=Subscribe&Endpoint=team@example.com&Protocol=email&TopicArn={Topic}&Version=2010-03-31",
        ];
        Assert.Equal(expected, service.Requests.Select(request => Uri.UnescapeDataString(request.Body)));
    }
}
