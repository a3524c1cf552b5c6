namespace Remediator.Scenarios.Stories;

/// <summary>An account where SSH is for the office, and what is wider is cut down to what may be.</summary>
public sealed class TrimTown() : PolicyTown("""
    version: 1
    mode: enforce
    networks:
      office: [203.0.113.0/24]
    rules:
      - id: ST001
        name: ssh-for-the-office
        deny: { direction: ingress, service: ssh, peer: internet }
        unless: { peer: office }
        action: trim
        why: SSH is for the office.
    """);
