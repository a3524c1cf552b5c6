using System.Net;
using System.Runtime.InteropServices;
using Amazon;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Remediator.Ports;

namespace Remediator.Aws.DeadLetters;

/// <summary>A function in Lambda, handed its events as EventBridge hands them: asynchronously. The client is made at the first call.</summary>
public sealed class InvokedFunction : IEventFunction
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string _name;
    private readonly Lazy<IAmazonLambda> _client;

    /// <param name="name">A name or an ARN; a version or alias may follow a colon.</param>
    public InvokedFunction(string name, string region)
        : this(name, () => new AmazonLambdaClient(new AmazonLambdaConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region), Timeout = Patience }))
    {
    }

    internal InvokedFunction(string name, Func<IAmazonLambda> connect) => (_name, _client) = (name, new(connect));

    public async Task<SendAnswer> Send(ReadOnlyMemory<byte> happened, CancellationToken cancel)
    {
        try
        {
            var answer = await _client.Value.InvokeAsync(Request(happened), cancel).ConfigureAwait(false);
            // https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html: 202 says that it is in Lambda's queue; anything else does not.
            return answer.StatusCode == (int)HttpStatusCode.Accepted ? SendAnswer.Accepted : new($"Lambda answered with HTTP {answer.StatusCode}: expected 202, which says that the event was accepted");
        }
        catch (Exception e) when (AwsFailure.Of(e, cancel) is { } failure)
        {
            return new(failure.Problem, failure.Retryable, IsAboutEvent(failure.Code));
        }
    }

    private InvokeRequest Request(ReadOnlyMemory<byte> happened) => new()
    {
        FunctionName = _name,
        InvocationType = InvocationType.Event,
        PayloadStream = Stream(happened),
    };

    private static MemoryStream Stream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var segment) ? new(segment.Array!, segment.Offset, segment.Count, writable: false) : new(bytes.ToArray());

    private static bool IsAboutEvent(string code) =>
        code is "InvalidRequestContentException" or "RequestTooLargeException" or "SerializedRequestEntityTooLargeException" or "UnsupportedMediaTypeException";
}
