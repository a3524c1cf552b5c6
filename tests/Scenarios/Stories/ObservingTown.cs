using Remediator.Sandbox;

namespace Remediator.Scenarios.Stories;

/// <summary>The same account, where the environment says observe.</summary>
public sealed class ObservingTown : Town
{
    protected override SandboxOptions Options => new() { FunctionEnvironment = ImmutableDictionary<string, string>.Empty.Add("REMEDIATOR_MODE", "observe") };
}
