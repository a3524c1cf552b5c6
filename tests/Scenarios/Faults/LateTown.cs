using Remediator.Sandbox;
using Remediator.Scenarios.Stories;

namespace Remediator.Scenarios.Faults;

/// <summary>An account with its table, where SSH is for nobody outside, and terraform manages what it tags.</summary>
public sealed class LateTown() : PolicyTown("""
    version: 1
    mode: enforce
    rules:
      - id: SL001
        name: admin-ports-from-internet
        deny: { direction: ingress, service: [tcp/22, tcp/3389], peer: internet }
        why: Administration goes through Session Manager.
    changes:
      - id: CHANGE-TF
        groups: { name: "managed-*" }
        allow: { roles: ["arn:aws:iam::*:role/terraform-*"] }
        opened: revert
        closed: notify
        why: What terraform manages changes with a plan.
    """)
{
    protected override SandboxOptions Options => base.Options with { LedgerInMemory = false };
}
