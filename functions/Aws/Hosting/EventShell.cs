using Amazon.Lambda.Core;
using Remediator.Policies;
using Remediator.Steps;

namespace Remediator.Aws.Hosting;

/// <summary>The shell of a function that is given one event at a time: environment, clock and stream in; a log line for the event and for each group
/// that it was about; what could not be done is thrown, so that the event comes again or reaches a dead-letter queue.</summary>
/// <param name="function">The function's own name.</param>
/// <param name="compose">Everything behind the function, composed once.</param>
/// <param name="cutOff">What an event ends as that the invocation's time was too short for: which one it was stands in the event alone.</param>
public sealed class EventShell(
    string function, Platform platform, Func<Settings, Policy, EventPipeline> compose, Func<ReadOnlyMemory<byte>, Result.Undone> cutOff)
{
    private const string OutOfTime = "the invocation's time ran out before the event was handled to its end";

    private EventPipeline? _run;

    /// <summary>Composes everything once, before the first event. Throws with every problem of the settings and the policy.</summary>
    public Task<bool> Start()
    {
        var (settings, policy) = Beginning.Read(platform);
        _run = compose(settings, policy);
        return Task.FromResult(true);
    }

    public async Task Handle(Stream input, ILambdaContext context)
    {
        var received = platform.Clock.GetUtcNow();
        var result = await Run(input, context, received).ConfigureAwait(false);
        foreach (var one in Each(result)) Log(one, context, received);
        if (!result.Problems.IsEmpty) throw new EventFailedException(result.Problems);
    }

    private static IEnumerable<Result> Each(Result result) => result switch
    {
        Result.Several several => several.Each,
        Result.Answered answered => [answered, .. answered.Groups],
        _ => [result],
    };

    private void Log(Result result, ILambdaContext context, DateTimeOffset received)
    {
        var now = platform.Clock.GetUtcNow();
        context.Logger.LogLine(EventLine.Of(result, received, now, context.AwsRequestId));
        if (MetricsLine.Of(result, function, context.AwsRequestId, now) is { } metrics) platform.Count?.Invoke(metrics);
    }

    private async Task<Result> Run(Stream input, ILambdaContext context, DateTimeOffset received)
    {
        if (InvocationReader.Read(context, received, out var problem) is not { } invocation) return Undone(problem!);
        using var time = InvocationTime.Of(invocation, received, platform.Clock);
        if (time is null) return Undone(InvocationTime.TooShort);
        var utf8 = new MemoryStream();
        try
        {
            await input.CopyToAsync(utf8, time.Ending).ConfigureAwait(false);
            return await _run!(Written(utf8), invocation with { StopActing = time.StopActing, StopTelling = time.StopTelling }, time.Ending).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (time.Ending.IsCancellationRequested)
        {
            return cutOff(Written(utf8)) with { Problems = [OutOfTime] };
        }
    }

    private static ReadOnlyMemory<byte> Written(MemoryStream stream) => stream.GetBuffer().AsMemory(0, (int)stream.Length);

    private static Result.Undone Undone(string problem) => new(null) { Problems = [problem] };
}
