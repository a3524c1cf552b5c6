using Amazon.Lambda.Core;
using Remediator.Aws.Hosting;
using Remediator.Steps;
using Remediator.Threats;

namespace Remediator.OnGuardDutyFinding;

/// <summary>One GuardDuty finding: the permissions that let it in are judged, and closed where the policy forbids them; what else is done
/// about it is what the policy's <c>threats:</c> section asks for by name.</summary>
public sealed class Function
{
    private readonly Platform _platform;
    private readonly Func<Settings, TimeProvider, Action<string>, Defence> _compose;
    private EventShell? _shell;

    public Function(Platform platform)
        : this(platform, WorldBuilder.BuildDefence)
    {
    }

    internal Function(Platform platform, Func<Settings, TimeProvider, Action<string>, Defence> compose) => (_platform, _compose) = (platform, compose);

    /// <summary>Composes everything once, before the first finding. Throws with every problem of the settings and the policy.</summary>
    public Task<bool> Start()
    {
        var (settings, policy) = Beginning.Read(_platform);
        var defence = _compose(settings, _platform.Clock, _platform.Warn);
        var pipeline = new ThreatPipeline(policy, settings.Mode, defence, new Pipeline(policy, settings.Mode, defence.World));
        _shell = new("OnGuardDutyFinding", _platform, pipeline.Run, CutOff);
        return Task.FromResult(true);
    }

    public Task Handle(Stream input, ILambdaContext context) => _shell!.Handle(input, context);

    private static Result.Undone CutOff(ReadOnlyMemory<byte> utf8) =>
        new(null) { Remarks = ThreatReader.Read(utf8) is Threat threat ? [$"it was finding `{threat.Id}`, {threat.Type}"] : [] };
}
