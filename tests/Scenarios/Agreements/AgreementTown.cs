using Remediator.Sandbox;
using Remediator.Scenarios.Stories;

namespace Remediator.Scenarios.Agreements;

/// <summary>An account whose ledger is a table, which the command line and both functions share.</summary>
public sealed class AgreementTown : Town
{
    protected override SandboxOptions Options => new() { LedgerInMemory = false };
}
