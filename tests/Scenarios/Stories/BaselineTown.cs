namespace Remediator.Scenarios.Stories;

/// <summary>An account whose databases are what their baseline says, and where terraform manages what it tags.</summary>
public sealed class BaselineTown() : PolicyTown("""
    version: 1
    mode: enforce
    networks:
      office: [203.0.113.0/24]
    groups:
      app: { name: "app-*" }
      database: { tags: { Tier: database } }
    rules:
      - id: ST301
        name: nothing-while-frozen
        deny: { direction: ingress, service: ssh, peer: anywhere }
        groups: { tags: { Frozen: "yes" } }
        why: What is frozen is looked at by nobody.
    baselines:
      - group: database
        id: BASE-DB
        ingress:
          - { id: db_from_app, service: mysql, peer: "group:app", why: queries }
          - { id: db_from_office, service: ssh, peer: office, why: administration }
        extra: revoke
        missing: restore
    changes:
      - id: CHANGE-TF
        groups: { tags: { ManagedBy: terraform } }
        allow: { roles: ["arn:aws:iam::*:role/terraform-*"] }
        opened: revert
        closed: notify
        why: What terraform manages changes with a plan.
    """);
