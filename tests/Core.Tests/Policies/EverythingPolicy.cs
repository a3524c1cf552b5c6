namespace Remediator.Core.Tests.Policies;

/// <summary>A policy that uses every key of the language at least once. Tags and names are capitalised or unlike any key, so that
/// what looks like a key is one.</summary>
internal static class EverythingPolicy
{
    public const string Text = """
        version: 1
        mode: enforce
        private: [198.51.100.0/24]
        organisation: ["111122223333", 444455556666]
        networks:
          office: [203.0.113.0/25, vpn-exit]
          vpn-exit: 203.0.113.200
          trusted: [office, "group:bastion", self, "prefix-list:pl-0a"]
        services:
          admin: [ssh, tcp/3389]
          tunnel: [esp, gre]
        groups:
          web: { name: "*-ec2-sg-*" }
          database: { tags: { Tier: [database, db-*], Owner: "*" } }
          bastion: { id: sg-0ba5*, vpc: [vpc-0a, vpc-0b], account: "1111*", region: "eu-*", except: default }
          ours: [web, database, sg-0f]
          spare: { attached: false, default: false }
        rules:
          - id: SG001
            name: admin-ports-from-internet
            deny: { direction: ingress, service: admin, peer: internet }
            unless: [{ peer: trusted }, { direction: ingress, service: ssh, peer: 198.18.0.0/15 }]
            groups: { except: spare }
            severity: critical
            action: trim
            undecided: revoke
            mode: observe
            when-ledger-down: act
            sweep: act
            review: 2027-01-31
            why: SSH and RDP are reached through the VPN.
            controls: [EC2.13, EC2.14]
          - id: WIDE1
            name: wide-in-sum
            deny: { service: [tcp, udp], peer: internet, max-addresses: { ipv4: 256, ipv6: 1 } }
            why: breadth
          - id: WIDE2
            name: wide-tunnels
            deny: { direction: egress, service: tunnel, peer: [internet, foreign-prefix-list, "group:sg-0e", "prefix-list:corp list"] }
            max-addresses: { ipv4: 16 }
            action: notify
            why: breadth
        baselines:
          - group: database
            id: DB-BASE
            ingress: [{ id: db_from_web, service: mysql, peer: "group:web", why: application queries, review: 2027-02-28 }]
            egress: none
            extra: revoke
            missing: restore
            severity: high
            mode: observe
            why: databases
          - groups: { name: app-* }
            ingress: none
        changes:
          - id: CH1
            groups: { tags: { ManagedBy: terraform } }
            allow: { roles: ["arn:aws:iam::*:role/terraform-*"], users: [], services: [cloudformation.amazonaws.com] }
            opened: revert
            closed: revert
            severity: low
            mode: observe
            why: pipelines alone
          - allow: { users: "arn:aws:iam::111122223333:root" }
        requirements:
          - id: DOC001
            name: rules-are-documented
            groups: ours
            group: { name: "*-sg", description: "?*", tags: { Environment: [dev, prod] }, attached: true }
            permission: { direction: ingress, description: "SG-???-*", tags: { Justification: "?*" }, review: "tag:ReviewDate" }
            severity: medium
            why: auditors ask
            controls: SOC2/CC6.6
          - { id: DOC002, name: dated, permission: { review: description } }
        threats:
          - { types: ["UnauthorizedAccess:EC2/*"], severity: 7.5, response: isolate, cut-connections: true, most-an-hour: 3 }
          - { response: close }
          - { types: "UnauthorizedAccess:EC2/SSHBruteForce", severity: 7, response: suspend, hours: 8 }
          - { types: ["*/SSHBruteForce"], severity: 4, response: block, hours: 12, acl-numbers: { from: 40, to: 59 }, most-in-acl: 6, most-an-hour: 20 }
          - { types: ["*/RDPBruteForce"], severity: 4, response: block, acl-numbers: 1-20 }
        public-services: [https, tcp/8443]
        sweep: act
        waivers: { max-hours: 720, emergency-hours: 24, approver-differs-from-actor: true, widest: { ipv4: /24, ipv6: /64 } }
        guardrails: { revocations-per-hour: { account: 50, group: 5, actor: 20, critical-account: 500 }, fight: { times: 3, minutes: 60 }, protected: bastion }
        notices: { digest: { after: 20, minutes: 10 }, at-least: low }
        tests:
          - name: ssh from half of the internet is closed
            given:
              group: { id: sg-01, name: web-1, vpc: vpc-0a, account: "444455556666", region: eu-west-1, tags: { Tier: web, Empty: "" }, attached: true, is: [web, ours] }
              direction: ingress
              service: ssh
              peer: 0.0.0.0/1
              also: [{ direction: egress, service: icmp/8, peer: self }, { service: all, peer: "2001:db8::/32" }]
              prefix-lists: { pl-0a: [203.0.113.0/24], pl-0b: { owner: AWS, name: cdn, entries: [1.0.0.0/8] } }
              actor: arn:aws:iam::111122223333:role/admin
            expect: { verdict: violation, rules: [SG001], action: revoke, severity: critical, remainder: ["tcp/0-21 from 0.0.0.0/0"] }
          - { name: a peer that is said to be, given: { service: esp, peer: "group:web" }, expect: { verdict: compliant } }
          - { name: a peer that is described, given: { service: icmp/8/0, peer: { group: { id: sg-02, account: "111122223333", is: web } } }, expect: { verdict: undecided } }
          - { name: a list, given: { service: udp, peer: pl-0a }, expect: { verdict: waived, rules: [] } }
        """;
}
