using Remediator.Aws.Hosting;
using Remediator.Changes;
using Remediator.Steps;

namespace Remediator.OnSecurityGroupChange;

/// <summary>One CloudTrail event: judged, and undone where the policy forbids what it opened.</summary>
public static class Function
{
    public static EventShell On(Platform platform) => On(platform, WorldBuilder.Build);

    internal static EventShell On(Platform platform, Func<Settings, TimeProvider, Action<string>, World> world) => new(
        "OnSecurityGroupChange", platform,
        (settings, policy) => new Pipeline(policy, settings.Mode, world(settings, platform.Clock, platform.Warn)).Run,
        utf8 => new(ChangeReader.Read(utf8) as Change));
}
