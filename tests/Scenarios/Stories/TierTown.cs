namespace Remediator.Scenarios.Stories;

/// <summary>An account where tags decide what a group may do.</summary>
public sealed class TierTown() : PolicyTown("""
    version: 1
    mode: enforce
    groups:
      database: { tags: { Tier: database } }
      public: { tags: { Public: "yes" } }
    rules:
      - id: ST201
        name: databases-from-internet
        deny: { direction: ingress, service: mysql, peer: internet }
        groups: database
        severity: critical
        why: Databases are reached from their applications only.
      - id: ST202
        name: databases-open-nothing
        deny: { direction: egress, peer: anywhere }
        groups: database
        why: A database answers and never calls.
      - id: ST203
        name: https-of-what-is-public
        deny: { direction: ingress, service: tcp/8443, peer: internet }
        groups: { except: public }
        why: Only what says that it is public is public.
    """);
