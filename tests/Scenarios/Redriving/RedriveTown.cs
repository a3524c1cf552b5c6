using Remediator.Sandbox;
using Remediator.Scenarios.Stories;

namespace Remediator.Scenarios.Redriving;

/// <summary>An account whose ledger is a table, so that it can be out of reach.</summary>
public sealed class RedriveTown : Town
{
    protected override SandboxOptions Options => new() { LedgerInMemory = false };
}
