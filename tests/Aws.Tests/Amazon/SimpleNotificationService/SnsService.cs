using Amazon.Runtime;
using Amazon.SimpleNotificationService;
using Remediator.Aws.Tests.Amazon.ServiceModels;
using Remediator.Aws.Tests.Amazon.Shared;

namespace Remediator.Aws.Tests.Amazon.SimpleNotificationService;

/// <summary>A client whose other end is in memory, and its operations by name.</summary>
internal static class SnsService
{
    internal static readonly ServiceModel Model = ServiceModel.Read(Resources.Text("sns-model.json"));

    internal static TheoryData<string> Operations => [.. Model.Operations.Keys];

    internal static AmazonSimpleNotificationServiceClient Client(ScriptedService service, int retries = 0) => new(
        new BasicAWSCredentials("AKIAEXAMPLE", "secret"),
        new AmazonSimpleNotificationServiceConfig { RegionEndpoint = global::Amazon.RegionEndpoint.EUWest1, HttpClientFactory = service, MaxErrorRetry = retries });

    internal static ScriptedService Xml(string body) => ScriptedService.Answering(ScriptedService.Answer(System.Net.HttpStatusCode.OK, body));

    internal static string EmptyAnswer(string operation) => QueryDocument.Answer(operation, new System.Text.Json.Nodes.JsonObject(), "request-1");
}
