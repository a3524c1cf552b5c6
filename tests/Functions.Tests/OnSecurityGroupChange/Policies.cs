namespace Remediator.Functions.Tests.OnSecurityGroupChange;

internal static class Policies
{
    public const string ClosesSsh = """
        version: 1
        mode: enforce
        rules:
          - id: SG001
            name: ssh-from-internet
            deny: { direction: ingress, service: ssh, peer: internet }
            severity: critical
            action: revoke
            why: SSH is reached through the VPN.
        """;
}
