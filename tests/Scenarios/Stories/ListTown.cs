namespace Remediator.Scenarios.Stories;

/// <summary>An account where SSH is for the office, whose addresses may be kept in a prefix list.</summary>
public sealed class ListTown() : PolicyTown("""
    version: 1
    mode: enforce
    networks:
      office: [203.0.113.0/24]
    rules:
      - id: ST101
        name: ssh-for-the-office
        deny: { direction: ingress, service: ssh, peer: internet }
        unless: { peer: office }
        why: SSH is for the office.
    """);
