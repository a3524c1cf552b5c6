using Remediator.Policies;
using Remediator.Threats;

namespace Remediator.Findings;

/// <summary>What a GuardDuty finding type means, as a person says it, and what its number of severity is called.</summary>
/// <remarks>Meanings: https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_finding-types-active.html. The first line that matches
/// counts; types that nobody has heard of yet are told by their purpose.</remarks>
internal static class ThreatWords
{
    private const int MostOfType = 128;

    /// <summary>Part of the type → what the attack is, completing "…": for what is done to the resource, and for what the resource does itself.</summary>
    private static readonly ImmutableArray<(string Part, string Said)> Meanings =
    [
        ("SSHBruteForce", "guessing of SSH passwords"),
        ("RDPBruteForce", "guessing of RDP passwords"),
        ("WinRMBruteForce", "guessing of WinRM passwords"),
        ("PortProbeEMR", "probing of an open port of an EMR cluster"),
        ("PortProbe", "probing of an open port"),
        ("Portscan", "a scan of many ports"),
        ("PortSweep", "a sweep of one port over many addresses"),
        ("DenialOfService", "a denial of service attack"),
        ("Spambot", "sending of spam"),
        ("C&CActivity", "talk with a command and control server"),
        ("BlackholeTraffic", "talk with an address that is known as a black hole"),
        ("DGADomainRequest", "look-up of names that malware makes up"),
        ("DNSDataExfiltration", "data carried out in DNS queries"),
        ("DriveBySourceTraffic", "talk with a source of drive-by downloads"),
        ("DropPoint", "talk with a drop point of stolen data"),
        ("PhishingDomain", "look-up of a phishing domain"),
        ("BitcoinTool", "mining of cryptocurrency"),
        ("BitcoinDomain", "look-up of a cryptocurrency domain"),
        ("AbusedDomain", "look-up of a domain that is known to be abused"),
        ("MaliciousDomain", "look-up of a malicious domain"),
        ("SuspiciousDomain", "look-up of a suspicious domain"),
        ("NetworkPortUnusual", "talk on an unusual port"),
        ("TrafficVolumeUnusual", "an unusual amount of traffic"),
        ("UnusualDNSResolver", "use of an unusual DNS resolver"),
        ("UnusualDoHActivity", "unusual DNS over HTTPS"),
        ("UnusualDoTActivity", "unusual DNS over TLS"),
        ("TorIPCaller", "contact with a Tor exit"),
        ("TorClient", "use of Tor"),
        ("TorRelay", "work as a Tor relay"),
        ("MaliciousIPCaller", "contact with an address that is known as malicious"),
        ("MetadataDNSRebind", "a try to read the instance's metadata by DNS rebinding"),
        ("MaliciousFile", "a malicious file"),
        ("SuspiciousFile", "a suspicious file"),
        ("SuccessfulBruteForce", "a login after guessing of passwords, which SUCCEEDED"),
        ("SuccessfulLogin", "an unusual login, which SUCCEEDED"),
        ("FailedLogin", "unusual logins that failed"),
        ("CompromisedInstanceGroup", "a sequence of attacks on instances, which are taken over"),
        ("CompromisedCluster", "a sequence of attacks on a cluster, which is taken over"),
        ("CompromisedCredentials", "a sequence of attacks with stolen credentials"),
        ("CompromisedData", "a sequence of attacks on data"),
    ];

    private static readonly ImmutableArray<(string Purpose, string Said)> Purposes =
    [
        ("AttackSequence", "a sequence of attacks"),
        ("Backdoor", "a sign of a backdoor"),
        ("Behavior", "unusual behaviour"),
        ("CredentialAccess", "a try to get credentials"),
        ("CryptoCurrency", "mining of cryptocurrency"),
        ("DefenseEvasion", "a try to stay unseen"),
        ("Discovery", "a look around for what can be attacked"),
        ("Execution", "a run of malicious code"),
        ("Exfiltration", "data carried out"),
        ("Impact", "a try to do damage"),
        ("InitialAccess", "a try to get in"),
        ("PenTest", "use of a tool for penetration tests"),
        ("Persistence", "a try to stay in"),
        ("PrivilegeEscalation", "a try to get more rights"),
        ("Recon", "a look around for a way in"),
        ("Stealth", "a try to stay unseen"),
        ("Trojan", "a sign of a trojan"),
        ("UnauthorizedAccess", "access that nobody should have"),
    ];

    /// <summary>A noun and what belongs to it, lower case: <c>guessing of SSH passwords</c>.</summary>
    public static string Plain(ThreatType type)
    {
        var subject = type.Text[(type.Text.IndexOf('/', StringComparison.Ordinal) + 1)..];
        foreach (var (part, said) in Meanings)
            if (subject.Contains(part, StringComparison.OrdinalIgnoreCase)) return said;
        foreach (var (purpose, said) in Purposes)
            if (string.Equals(purpose, type.Purpose, StringComparison.OrdinalIgnoreCase)) return said;
        return "suspicious activity";
    }

    /// <summary>The type's id, as GuardDuty writes it.</summary>
    public static string Id(string type) => SafeText.Ascii(type, MostOfType) is { Length: > 0 } id ? id : "unknown";

    /// <summary>The last part of the type, for where room is short: <c>SSHBruteForce</c>.</summary>
    public static string Short(string type) => SafeText.Ascii(type[(type.LastIndexOf('/') + 1)..], 32) is { Length: > 0 } family ? family : "a threat";

    /// <summary>GuardDuty's number in our words.
    /// https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-severity.html</summary>
    public static Severity Weight(double severity) => severity switch
    {
        >= 9 => Severity.Critical,
        >= 7 => Severity.High,
        >= 4 => Severity.Medium,
        _ => Severity.Low,
    };
}
