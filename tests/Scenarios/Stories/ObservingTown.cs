using Remediator.Sandbox;

namespace Remediator.Scenarios.Stories;

/// <summary>The same account, where the environment says observe.</summary>
public sealed class ObservingTown : Town
{
    protected override SandboxOptions Options => base.Options with { FunctionEnvironment = ImmutableDictionary<string, string>.Empty.Add("REMEDIATOR_MODE", "observe") };
}
