using System.Text;
using System.Text.Json;
using Amazon.Lambda.CloudWatchEvents;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace Remediator.Aws.Tests.Amazon.Lambda;

[Collection(LambdaCollection.Name)]
public sealed class SerializerTests
{
    private const string Event = """
        { "version": "0", "id": "6f87d04b-9f43-4d2b-8d0a-1c6a3a6f2f5e", "detail-type": "AWS API Call via CloudTrail", "source": "aws.ec2",
          "account": "111122223333", "time": "2026-11-20T18:00:00Z", "region": "eu-west-1", "resources": ["arn:aws:ec2:eu-west-1:111122223333:security-group/sg-0a"],
          "detail": { "eventName": "AuthorizeSecurityGroupIngress", "requestParameters": { "groupId": "sg-0a" } } }
        """;

    private static readonly SourceGeneratorLambdaJsonSerializer<TestJsonContext> Serializer = new();

    [Fact]
    public void EventBridge_event_is_read_with_its_hyphenated_name_and_its_detail()
    {
        var read = Serializer.Deserialize<CloudWatchEvent<JsonElement>>(Stream(Event));
        Assert.Equal(
            ("0", "6f87d04b-9f43-4d2b-8d0a-1c6a3a6f2f5e", "AWS API Call via CloudTrail", "aws.ec2", "111122223333", "eu-west-1"),
            (read.Version, read.Id, read.DetailType, read.Source, read.Account, read.Region));
        Assert.Equal(new DateTime(2026, 11, 20, 18, 0, 0, DateTimeKind.Utc), read.Time);
        Assert.Equal(["arn:aws:ec2:eu-west-1:111122223333:security-group/sg-0a"], read.Resources);
        Assert.Equal("sg-0a", read.Detail.GetProperty("requestParameters").GetProperty("groupId").GetString());
    }

    [Fact]
    public void Scheduled_event_is_read_with_its_empty_detail()
    {
        var read = Serializer.Deserialize<ScheduledEvent>(Stream("""{"detail-type":"Scheduled Event","detail":{}}"""));
        Assert.Equal("Scheduled Event", read.DetailType);
        Assert.NotNull(read.Detail);
    }

    [Fact]
    public void Event_goes_out_as_it_came_in_and_null_members_are_left_out()
    {
        using var written = new MemoryStream();
        Serializer.Serialize(new CloudWatchEvent<JsonElement> { DetailType = "büro", Detail = JsonElement.Parse("{}") }, written);
        Assert.Equal(
            """{"Detail":{},"detail-type":"büro","Time":"0001-01-01T00:00:00"}""", Encoding.UTF8.GetString(written.ToArray()));
    }

    [Theory]
    [InlineData("{\"Text\":\"plain\",\"Number\":3}")]
    [InlineData("{\"text\":\"lower case\",\"number\":3}")]
    public void Names_are_matched_without_regard_to_case(string json) => Assert.Equal(3, Serializer.Deserialize<Sample>(Stream(json)).Number);

    [Fact]
    public void Part_of_a_larger_buffer_is_read_as_that_part()
    {
        var bytes = Encoding.UTF8.GetBytes("xx{\"Number\":7}xx");
        using var part = new MemoryStream(bytes, 2, bytes.Length - 4, writable: false, publiclyVisible: true);
        Assert.Equal(7, Serializer.Deserialize<Sample>(part).Number);
    }

    [Theory]
    [InlineData("", "does not contain any JSON tokens")]
    [InlineData("{\"Number\":", "Expected depth to be zero")]
    [InlineData("{\"Number\":\"three\"}", "$.Number")]
    [InlineData("[]", "could not be converted")]
    public void What_is_no_such_event_is_refused_with_the_type_and_the_reason(string json, string reason)
    {
        var exception = Assert.Throws<JsonSerializerException>(() => Serializer.Deserialize<Sample>(Stream(json)));
        Assert.StartsWith($"Error converting the Lambda event JSON payload to type {typeof(Sample).FullName}: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.IsType<JsonException>(exception.InnerException);
    }

    [Fact]
    public void Type_that_the_context_does_not_know_is_named()
    {
        var exception = Assert.Throws<JsonSerializerException>(() => Serializer.Serialize(new Uri("https://example.com"), new MemoryStream()));
        Assert.Contains("No JsonTypeInfo registered in", exception.Message, StringComparison.Ordinal);
        Assert.Contains("System.Uri", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Context_that_is_given_keeps_its_own_options()
    {
        var strict = new SourceGeneratorLambdaJsonSerializer<TestJsonContext>(new TestJsonContext(new JsonSerializerOptions()));
        Assert.Equal(0, strict.Deserialize<Sample>(Stream("""{"number":3}""")).Number);
    }

    [Fact]
    public async Task Typed_handler_gets_the_event_and_its_answer_is_serialized()
    {
        using var api = new RuntimeApi();
        await using var function = new RunningFunction(api, LambdaBootstrapBuilder.Create<CloudWatchEvent<JsonElement>, Sample>(
            (input, context) => Task.FromResult(new Sample { Text = input.DetailType, Number = context.Serializer is null ? 0 : 1 }), Serializer));
        api.Send(Event, "r-1");
        api.Send("""{"detail-type":"s"}""", "r-2");
        Assert.Equal("""{"Text":"AWS API Call via CloudTrail","Number":1}""", (await api.PostedAsync()).Text);
        Assert.Equal("""{"Text":"s","Number":1}""", (await api.PostedAsync()).Text);
    }

    [Fact]
    public async Task Event_that_a_typed_handler_cannot_read_is_reported_and_the_handler_is_not_called()
    {
        using var api = new RuntimeApi();
        var called = false;
        await using var function = new RunningFunction(api, LambdaBootstrapBuilder.Create<Sample>(
            (_, _) => Task.FromResult(called = true), Serializer));
        api.Send("{ \"Number\": ");
        var posted = await api.PostedAsync();
        Assert.Equal(("error", "JsonSerializerException", false), (posted.Kind, posted.ErrorType, called));
    }

    private static MemoryStream Stream(string json) => new(Encoding.UTF8.GetBytes(json));
}
