using Amazon.Lambda.Core;
using Remediator.Aws.Hosting;
using Remediator.Changes;
using Remediator.Steps;

namespace Remediator.OnSecurityGroupChange;

/// <summary>The shell of one CloudTrail event: environment, clock and stream in; one log line out; what could not be done is thrown,
/// so that the event comes again or reaches a dead-letter queue.</summary>
public sealed class Function
{
    private readonly Func<string, string?> _environment;
    private readonly TimeProvider _clock;
    private readonly Action<string> _log;
    private readonly Action<string>? _count;
    private readonly Func<Settings, TimeProvider, Action<string>, World> _compose;
    private Pipeline? _pipeline;

    /// <param name="environment">The value of a variable, or null.</param>
    /// <param name="log">Where lines go that belong to no event.</param>
    /// <param name="count">Where lines of metrics go, as they are.</param>
    public Function(Func<string, string?> environment, TimeProvider clock, Action<string> log, Action<string>? count = null)
        : this(environment, clock, log, WorldBuilder.Build, count)
    {
    }

    internal Function(Func<string, string?> environment, TimeProvider clock, Action<string> log, Func<Settings, TimeProvider, Action<string>, World> compose, Action<string>? count = null) =>
        (_environment, _clock, _log, _compose, _count) = (environment, clock, log, compose, count);

    /// <summary>Composes everything once, before the first event. Throws with every problem of the settings and the policy.</summary>
    public Task<bool> Start()
    {
        var (settings, policy) = Beginning.Read(_environment, Warn);
        _pipeline = new Pipeline(policy, settings.Mode, _compose(settings, _clock, Warn));
        return Task.FromResult(true);
    }

    public async Task Handle(Stream input, ILambdaContext context)
    {
        var received = _clock.GetUtcNow();
        var result = await Run(input, context, received).ConfigureAwait(false);
        foreach (var one in result is Result.Several several ? several.Each : [result]) Log(one, context, received);
        if (!result.Problems.IsEmpty) throw new EventFailedException(result.Problems);
    }

    private void Log(Result result, ILambdaContext context, DateTimeOffset received)
    {
        var now = _clock.GetUtcNow();
        context.Logger.LogLine(EventLine.Of(result, received, now, context.AwsRequestId));
        if (MetricsLine.Of(result, "OnSecurityGroupChange", context.AwsRequestId, now) is { } metrics) _count?.Invoke(metrics);
    }

    private async Task<Result> Run(Stream input, ILambdaContext context, DateTimeOffset received)
    {
        if (InvocationReader.Read(context, received, out var problem) is not { } invocation) return Undone(problem!);
        using var time = InvocationTime.Of(invocation, received, _clock);
        if (time is null) return Undone(InvocationTime.TooShort);
        var utf8 = new MemoryStream();
        try
        {
            await input.CopyToAsync(utf8, time.Ending).ConfigureAwait(false);
            return await _pipeline!.Run(Written(utf8), invocation with { StopActing = time.StopActing, StopTelling = time.StopTelling }, time.Ending).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (time.Ending.IsCancellationRequested)
        {
            // Which event it was stands in the event alone: the pipeline ended in the middle.
            return Undone("the invocation's time ran out before the event was handled to its end", ChangeReader.Read(Written(utf8)) as Change);
        }
    }

    private static ReadOnlyMemory<byte> Written(MemoryStream stream) => stream.GetBuffer().AsMemory(0, (int)stream.Length);

    private static Result.Undone Undone(string problem, Change? change = null) => new(change) { Problems = [problem] };

    private void Warn(string message) => _log(EventLine.Warning(message));
}
