using Remediator.Cli.Live;
using Remediator.Cli.Redriving;
using Remediator.Cli.Tests.Live;

namespace Remediator.Cli.Tests.Redriving;

/// <summary>The whole program, run against a queue and a function in memory.</summary>
internal sealed class RedriveDesk
{
    public const string QueueUrl = "https://sqs.eu-west-1.amazonaws.com/111122223333/dead";

    public RedriveDesk() => Queue = new(Clock);

    public LiveClock Clock { get; } = new(new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));

    public FakeQueue Queue { get; }

    public FakeFunction Function { get; } = new();

    public Dictionary<string, string> Environment { get; } = new() { [LiveChoices.RegionVariable] = "eu-west-1" };

    public List<RedrivePlace> Places { get; } = [];

    public static string Event(string id, string more = "") => $$$"""{"id":"bus-{{{id}}}","source":"aws.ec2",  "detail-type":"AWS API Call via CloudTrail","detail":{"eventID":"{{{id}}}"{{{more}}}}}""";

    public static string Record(string payload) =>
        $$$"""{"version":"1.0","requestContext":{"condition":"RetriesExhausted","approximateInvokeCount":3},"requestPayload":{{{payload}}},"responseContext":{"statusCode":200},"responsePayload":{"errorMessage":"the ledger could not be read"}}""";

    public Answer Redrive(params string[] more) => Run(["redrive", "--queue", QueueUrl, "--function", "on-change", .. more]);

    public Answer Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var world = new Surroundings(output, error, () => Stream.Null, Clock)
        {
            Environment = name => Environment.GetValueOrDefault(name),
            ConnectQueue = place =>
            {
                Places.Add(place);
                return new(Queue, Function);
            },
        };
        var exit = CommandLine.Run(arguments, world);
        return new(exit, output.ToString(), error.ToString());
    }
}
