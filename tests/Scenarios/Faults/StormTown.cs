using Remediator.Sandbox;
using Remediator.Scenarios.Stories;

namespace Remediator.Scenarios.Faults;

/// <summary>The Sandbox's own account with its table, where twenty events are handled at once.</summary>
public sealed class StormTown : Town
{
    protected override SandboxOptions Options => new() { Processes = 20 };
}
