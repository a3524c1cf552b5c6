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
    private readonly Platform _platform;
    private readonly Func<Settings, TimeProvider, Action<string>, Defence> _compose;
    private ScheduledRun? _run;

    public Function(Platform platform)
        : this(platform, WorldBuilder.BuildDefence)
    {
    }

    internal Function(Platform platform, Func<Settings, TimeProvider, Action<string>, Defence> compose) => (_platform, _compose) = (platform, compose);

    /// <summary>Composes everything once, before the first run. Throws with every problem of the settings and the policy.</summary>
    public Task<bool> Start()
    {
        var (settings, policy) = Beginning.Read(_platform);
        var defence = _compose(settings, _platform.Clock, _platform.Warn);
        var world = defence.World;
        var sweep = new SweepStep(new SweepRound(policy, settings.Mode, world, settings.SweepEvery));
        var pipeline = new Pipeline(policy, settings.Mode, world);
        _run = new(policy, settings.Mode, defence, pipeline.Again, pipeline.After, (SweepStep.Name, sweep.Run));
        return Task.FromResult(true);
    }

    public async Task Handle(Stream input, ILambdaContext context)
    {
        var received = _platform.Clock.GetUtcNow();
        if (InvocationReader.Read(context, received, out var problem) is not { } invocation) throw new RunFailedException([problem!]);
        using var time = InvocationTime.Of(invocation, received, _platform.Clock);
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
                logger.LogLine(EventLine.Of(result, received, _platform.Clock.GetUtcNow()));
                if (MetricsLine.Of(result, "OnSchedule", null, _platform.Clock.GetUtcNow()) is { } metrics) _platform.Count?.Invoke(metrics);
            }

            logger.LogLine(StepLine.Of(step, run));
        }
    }
}
