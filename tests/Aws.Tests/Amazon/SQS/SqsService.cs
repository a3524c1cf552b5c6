using System.Net;
using Amazon.Runtime;
using Amazon.SQS;
using Remediator.Aws.Tests.Amazon.ServiceModels;
using Remediator.Aws.Tests.Amazon.Shared;

namespace Remediator.Aws.Tests.Amazon.SQS;

/// <summary>A client whose other end is in memory, and its operations by name.</summary>
internal static class SqsService
{
    internal static readonly ServiceModel Model = ServiceModel.Read(Resources.Text("sqs-model.json"));

    internal static AmazonSQSClient Client(ScriptedService service, int retries = 0) => new(
        new BasicAWSCredentials("AKIAEXAMPLE", "secret"),
        new AmazonSQSConfig { RegionEndpoint = global::Amazon.RegionEndpoint.EUWest1, HttpClientFactory = service, MaxErrorRetry = retries });

    internal static ScriptedService Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        ScriptedService.Answering(ScriptedService.Answer(status, body, "application/json", "request-1"));

    internal static TheoryData<string> Operations => [.. Model.Operations.Keys];
}
