using Remediator.Policies;

namespace Remediator.Aws.Hosting;

/// <summary>What every function reads once, before its first event.</summary>
public static class Beginning
{
    /// <summary>The settings and the policy in force. Throws <see cref="StartRefusedException"/> with every problem of the settings, or
    /// of the policy.</summary>
    public static (Settings Settings, Policy Policy) Read(Platform platform)
    {
        var reading = new SettingsReader(platform.Environment, Path.Combine(AppContext.BaseDirectory, "policies", "default.yaml")).Read();
        if (reading.Settings is not { } settings) throw new StartRefusedException(reading.Problems);
        var policy = PolicyFile.Read(settings.PolicyFile);
        foreach (var warning in reading.Warnings.Concat(policy.Warnings)) platform.Warn(warning);
        return (settings, policy.Policy);
    }
}
