using Remediator.Aws.Hosting;
using Remediator.Policies;
using Remediator.Steps;
using Remediator.Threats;

namespace Remediator.OnGuardDutyFinding;

/// <summary>One GuardDuty finding: the permissions that let it in are judged, and closed where the policy forbids them; what else is done
/// about it is what the policy's <c>threats:</c> section asks for by name.</summary>
public static class Function
{
    public static EventShell On(Platform platform) => On(platform, WorldBuilder.BuildDefence);

    internal static EventShell On(Platform platform, Func<Settings, TimeProvider, Action<string>, Defence> defence) =>
        new("OnGuardDutyFinding", platform, (settings, policy) => Answer(settings, policy, defence(settings, platform.Clock, platform.Warn)), CutOff);

    private static EventPipeline Answer(Settings settings, Policy policy, Defence defence) =>
        new ThreatPipeline(policy, settings.Mode, defence, new Pipeline(policy, settings.Mode, defence.World)).Run;

    private static Result.Undone CutOff(ReadOnlyMemory<byte> utf8) =>
        new(null) { Remarks = ThreatReader.Read(utf8) is Threat threat ? [$"it was finding `{threat.Id}`, {threat.Type}"] : [] };
}
