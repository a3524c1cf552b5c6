using Amazon.Lambda.Core;
using Remediator.Aws.Hosting;
using Remediator.Changes;
using Remediator.Steps;

namespace Remediator.OnSecurityGroupChange;

/// <summary>One CloudTrail event: judged, and undone where the policy forbids what it opened.</summary>
public sealed class Function
{
    private readonly Platform _platform;
    private readonly Func<Settings, TimeProvider, Action<string>, World> _compose;
    private EventShell? _shell;

    public Function(Platform platform)
        : this(platform, WorldBuilder.Build)
    {
    }

    internal Function(Platform platform, Func<Settings, TimeProvider, Action<string>, World> compose) => (_platform, _compose) = (platform, compose);

    /// <summary>Composes everything once, before the first event. Throws with every problem of the settings and the policy.</summary>
    public Task<bool> Start()
    {
        var (settings, policy) = Beginning.Read(_platform);
        var pipeline = new Pipeline(policy, settings.Mode, _compose(settings, _platform.Clock, _platform.Warn));
        _shell = new("OnSecurityGroupChange", _platform, pipeline.Run, utf8 => new(ChangeReader.Read(utf8) as Change));
        return Task.FromResult(true);
    }

    public Task Handle(Stream input, ILambdaContext context) => _shell!.Handle(input, context);
}
