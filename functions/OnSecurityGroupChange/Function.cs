using Amazon.Lambda.Core;
using Remediator.Aws.Hosting;

namespace Remediator.OnSecurityGroupChange;

/// <summary>The shell of one CloudTrail event: environment, clock and stream in; one log line out; what could not be done is thrown,
/// so that the event comes again or reaches a dead-letter queue.</summary>
public sealed class Function(Func<string, string?> environment, TimeProvider clock)
{
    private Pipeline? _pipeline;

    /// <summary>Composes everything once, before the first event. Throws with every problem of the settings and the policy.</summary>
    public Task<bool> Start()
    {
        var reading = new SettingsReader(environment, Path.Combine(AppContext.BaseDirectory, "policies", "default.yaml")).Read();
        if (reading.Settings is not { } settings) throw new StartRefusedException(reading.Problems);
        var policy = PolicyFile.Read(settings.PolicyFile);
        foreach (var warning in reading.Warnings.Concat(policy.Warnings)) Warn(warning);
        _pipeline = new Pipeline(policy.Policy, settings.Mode, WorldBuilder.Build(settings, clock, Warn));
        return Task.FromResult(true);
    }

    public async Task Handle(Stream input, ILambdaContext context)
    {
        var received = clock.GetUtcNow();
        var utf8 = new MemoryStream();
        await input.CopyToAsync(utf8).ConfigureAwait(false);
        using var deadline = new CancellationTokenSource(Positive(context.RemainingTime - TimeSpan.FromSeconds(1)), clock);
        var invocation = InvocationReader.Read(context, received);
        var result = await _pipeline!.Run(utf8.GetBuffer().AsMemory(0, (int)utf8.Length), invocation, deadline.Token).ConfigureAwait(false);
        context.Logger.LogLine(EventLine.Of(result, received, clock.GetUtcNow()));
        if (!result.Problems.IsEmpty) throw new EventFailedException(result.Problems);
    }

    private static void Warn(string message) => LambdaLogger.Log(EventLine.Warning(message));

    private static TimeSpan Positive(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.FromMilliseconds(1);
}
