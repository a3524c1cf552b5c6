using Remediator.Sandbox;
using Remediator.Scenarios.Stories;

namespace Remediator.Scenarios.Faults;

/// <summary>An account with a policy for each of the other scenarios, each about groups of its own.</summary>
public sealed class OtherTown() : PolicyTown("""
    version: 1
    mode: enforce
    networks:
      office: [203.0.113.0/24]
    groups:
      trimmed: { name: "trim-*" }
      database: { tags: { Tier: database } }
      silent: { name: "egress-*" }
      base: { name: "base-*" }
    rules:
      - id: SF001
        name: ssh-for-the-office
        deny: { direction: ingress, service: ssh, peer: internet }
        unless: { peer: office }
        groups: trimmed
        action: trim
        why: SSH is for the office.
      - id: SF002
        name: databases-from-internet
        deny: { direction: ingress, service: mysql, peer: internet }
        groups: database
        why: Databases are reached from their applications only.
      - id: SF003
        name: mail-to-internet
        deny: { direction: egress, service: tcp/25, peer: internet }
        groups: silent
        why: Mail goes through the relay.
      - id: SF004
        name: consoles-from-internet
        deny: { direction: ingress, service: tcp/8081, peer: internet }
        unless: { peer: office }
        groups: { name: "web-*" }
        why: Consoles are for the office.
    baselines:
      - group: base
        id: BASE-F
        ingress:
          - { id: base_from_office, service: ssh, peer: office, why: administration }
        extra: notify
        missing: restore
    """)
{
    protected override SandboxOptions Options => base.Options with { LedgerInMemory = false, Processes = 12 };
}
