using Amazon.Lambda.Core;
using Remediator.Aws.Hosting;
using Remediator.Schedule;
using Remediator.Steps;
using Remediator.Sweeps;

namespace Remediator.OnSchedule;

/// <summary>The shell of one run of the schedule: environment and clock in; a log line for each step and each event that was judged
/// again out; what fell short is thrown at the end. What is sent to it is not looked at: that it is time is all that it says.</summary>
public sealed class Function
{
    private readonly Func<string, string?> _environment;
    private readonly TimeProvider _clock;
    private readonly Action<string> _log;
    private readonly Action<string>? _count;
    private readonly Func<Settings, TimeProvider, Action<string>, World> _compose;
    private ScheduledRun? _run;

    /// <param name="environment">The value of a variable, or null.</param>
    /// <param name="log">Where lines go that belong to no run.</param>
    /// <param name="count">Where lines of metrics go, as they are.</param>
    public Function(Func<string, string?> environment, TimeProvider clock, Action<string> log, Action<string>? count = null)
        : this(environment, clock, log, WorldBuilder.Build, count)
    {
    }

    internal Function(Func<string, string?> environment, TimeProvider clock, Action<string> log, Func<Settings, TimeProvider, Action<string>, World> compose, Action<string>? count = null) =>
        (_environment, _clock, _log, _compose, _count) = (environment, clock, log, compose, count);

    /// <summary>Composes everything once, before the first run. Throws with every problem of the settings and the policy.</summary>
    public Task<bool> Start()
    {
        var (settings, policy) = Beginning.Read(_environment, Warn);
        var world = _compose(settings, _clock, Warn);
        var sweep = new SweepStep(new SweepRound(policy, settings.Mode, world, settings.SweepEvery));
        var pipeline = new Pipeline(policy, settings.Mode, world);
        _run = new(policy, settings.Mode, world, pipeline.Again, pipeline.After, (SweepStep.Name, sweep.Run));
        return Task.FromResult(true);
    }

    public async Task Handle(Stream input, ILambdaContext context)
    {
        var received = _clock.GetUtcNow();
        if (InvocationReader.Read(context, received, out var problem) is not { } invocation) throw new RunFailedException([problem!]);
        using var time = InvocationTime.Of(invocation, received, _clock);
        if (time is null) throw new RunFailedException([InvocationTime.TooShort]);
        var report = await _run!.Run(invocation with { StopActing = time.StopActing, StopTelling = time.StopTelling }, time.Ending).ConfigureAwait(false);
        Log(report, invocation.Holder, received, context.Logger);
        if (!report.Problems.IsEmpty) throw new RunFailedException(report.Problems);
    }

    private void Log(RunReport report, string run, DateTimeOffset received, ILambdaLogger logger)
    {
        if (report.HeldUntil is { } until) logger.LogLine(StepLine.Held(until, run));
        foreach (var step in report.Steps)
        {
            foreach (var result in step.Results)
            {
                logger.LogLine(EventLine.Of(result, received, _clock.GetUtcNow()));
                if (MetricsLine.Of(result, "OnSchedule", null, _clock.GetUtcNow()) is { } metrics) _count?.Invoke(metrics);
            }

            logger.LogLine(StepLine.Of(step, run));
        }
    }

    private void Warn(string message) => _log(EventLine.Warning(message));
}
