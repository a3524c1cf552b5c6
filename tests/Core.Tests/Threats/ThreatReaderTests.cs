using System.Net;
using Remediator.Threats;

namespace Remediator.Core.Tests.Threats;

/// <summary>Every shape of a finding, and what reading it gives.</summary>
public sealed class ThreatReaderTests
{
    private const string Ssh = """
        UnauthorizedAccess:EC2/SSHBruteForce 8 Target Inbound
        instances: i-0a..8
        interfaces: eni-00..1 of i-0a..8 in subnet-01..0 [10.0.0.23 10.0.0.24 198.51.100.23 2001:db8:1::23] [sg-0a..8 sg-0b..8]; eni-00..2 of i-0a..8 in subnet-01..0 [10.0.1.23] [sg-0a..8]
        contacts: 203.0.113.9 Inbound tcp/22 at 10.0.0.23 eni-00..1 AS64496
        """;

    private const string OneInterface = "interfaces: eni-00..1 of i-0a..8 in subnet-01..0 [10.0.0.23 10.0.0.24 198.51.100.23 2001:db8:1::23] [sg-0a..8 sg-0b..8]";

    public static readonly TheoryData<string, string> Shapes = new()
    {
        { "ssh-brute-force", Ssh },
        { "get-findings", Ssh },
        { "bare-finding", Ssh },
        { "pascal-in-envelope", Ssh },
        { "port-probe", $"Recon:EC2/PortProbeUnprotectedPort 2 Target Inbound probe\ninstances: i-0a..8\n{OneInterface}\n" +
            "contacts: 203.0.113.9 Inbound ?/80 at 10.0.0.23 AS64496; 203.0.113.77 Inbound ?/443 at 10.0.0.23 AS64500; 2001:db8::bad Inbound ?/8080 at 2001:db8:1::23 AS64496" },
        { "outbound", $"Backdoor:EC2/C&CActivity.B 8.5 Actor Outbound\ninstances: i-0a..8\n{OneInterface}\ncontacts: 198.51.100.200 Outbound tcp/? at 10.0.0.23 AS64496" },
        { "dns", $"Backdoor:EC2/C&CActivity.B!DNS 8 Target Unknown blocked\ninstances: i-0a..8\n{OneInterface}\nothers: domain evil.example" },
        { "api-call", $"UnauthorizedAccess:IAMUser/InstanceCredentialExfiltration.OutsideAWS 8 Target Unknown\ninstances: i-0a..8\n{OneInterface}\n" +
            "others: principal web-role; API caller 203.0.113.50 of ec2.amazonaws.com DescribeInstances" },
        { "rds-login", "CredentialAccess:RDS/AnomalousBehavior.SuccessfulLogin 7.9 Target Inbound\ncontacts: 203.0.113.60 Inbound ?/? AS64496\nothers: RDS instance orders; database user admin" },
        { "lambda", "Trojan:Lambda/DropPoint 5 Actor Outbound\ninterfaces: ? of ? in subnet-01..0 [] [sg-0c..8]\ncontacts: 198.51.100.201 Outbound tcp/? at 10.0.0.23 AS64496\nothers: Lambda function thumbs" },
        { "kubernetes", "Discovery:Kubernetes/SuccessfulAnonymousAccess 5 Target Unknown\nothers: EKS cluster shop; Kubernetes workload pods; API caller 203.0.113.70 of list /api/v1/pods" },
        { "ipv6", $"UnauthorizedAccess:EC2/MaliciousIPCaller.Custom 5 Target Inbound\ninstances: i-0a..8\n{OneInterface}\ncontacts: 2001:db8::77 Inbound tcp/8443 at 2001:db8:1::23 AS64496" },
        { "instance-only", "UnauthorizedAccess:EC2/RDPBruteForce 5 Unknown Unknown\ninstances: i-0a..8" },
        { "attack-sequence", "AttackSequence:EC2/CompromisedInstanceGroup 9 Unknown Inbound\ninstances: i-00..1; i-00..2; i-00..3\n" +
            "interfaces: eni-00..1 of i-00..1 in subnet-01..0 [10.0.2.1 198.51.100.1 2001:db8:1::1] [sg-0a..8]; eni-00..2 of i-00..2 in subnet-01..0 [10.0.2.2 198.51.100.2 2001:db8:1::2] [sg-0a..8]; " +
            "eni-00..3 of i-00..3 in subnet-01..0 [10.0.2.3 198.51.100.3 2001:db8:1::3] [sg-0a..8]\n" +
            "contacts: 203.0.113.9 Inbound ?/? AS64496; 2001:db8::bad Inbound ?/?; 198.51.100.200 Outbound ?/? AS64501\n" +
            "others: access key of web-role; iam instance profile web; ec2 instance i-00000000000000009 of account 444455556666; domain evil.example" },
        { "sample", "ignored, because it is a sample finding" },
        { "archived", "ignored, because it is archived: a person or a suppression rule of GuardDuty put it away" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_finding_is_read_as_what_it_says(string name, string expected) => Assert.Equal(expected.ReplaceLineEndings("\n"), Findings.Shown(Findings.Read(name)));

    [Fact]
    public void Every_written_event_stands_in_the_table() => Assert.Equal(Findings.Folder.Names, Shapes.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));

    [Fact]
    public void The_header_is_read_whole()
    {
        var threat = Findings.Threat("ssh-brute-force");

        Assert.Equal("c0ffee00000000000000000000000001", threat.Id);
        Assert.Equal(("111122223333", "eu-west-1"), (threat.Account, threat.Region));
        Assert.Equal("arn:aws:guardduty:eu-west-1:111122223333:detector/0123456789abcdef0123456789abcdef/finding/c0ffee00000000000000000000000001", threat.Arn);
        Assert.Equal("203.0.113.9 is performing SSH brute force attacks against i-0a1b2c3d4e5f60718.", threat.Title);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 10, 10, 4, 120, TimeSpan.Zero), threat.UpdatedAt);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 9, 45, 0, TimeSpan.Zero), threat.FirstSeen);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 10, 8, 0, TimeSpan.Zero), threat.LastSeen);
        Assert.Equal(3, threat.Count);
        Assert.False(threat.WasBlocked);
        Assert.Equal(new ThreatType("UnauthorizedAccess:EC2/SSHBruteForce", "UnauthorizedAccess", "EC2", "SSHBruteForce"), threat.Type);
        Assert.Equal(new Owner("64496", "Example Transit", "Example Transit Ltd", "Example Transit ISP") { Country = "Exampleland" }, threat.Contacts[0].Owner);
    }

    [Theory]
    [InlineData("Backdoor:EC2/C&CActivity.B!DNS", "Backdoor", "EC2", "C&CActivity")]
    [InlineData("Trojan:EC2/DropPoint!DNS", "Trojan", "EC2", "DropPoint")]
    [InlineData("AttackSequence:EKS/CompromisedCluster", "AttackSequence", "EKS", "CompromisedCluster")]
    [InlineData("PrivilegeEscalation:Kubernetes/AnomalousBehavior.WorkloadDeployed!PrivilegedContainer", "PrivilegeEscalation", "Kubernetes", "AnomalousBehavior")]
    [InlineData("Invented:Tomorrow/Thing", "Invented", "Tomorrow", "Thing")]
    public void A_type_is_taken_apart_by_its_pattern(string text, string purpose, string resource, string family)
    {
        var threat = Assert.IsType<Threat>(Findings.With("instance-only", "detail.type", $"\"{text}\""));

        Assert.Equal(new ThreatType(text, purpose, resource, family), threat.Type);
    }

    [Theory]
    [InlineData("\"INBOUND\"", ThreatDirection.Inbound, 22)]
    [InlineData("\"OUTBOUND\"", ThreatDirection.Outbound, null)]
    [InlineData("\"UNKNOWN\"", ThreatDirection.Unknown, 22)]
    [InlineData(null, ThreatDirection.Unknown, 22)]
    public void The_local_port_of_a_connection_that_went_out_is_nobodys_port(string? direction, ThreatDirection expected, int? port)
    {
        var threat = Assert.IsType<Threat>(Findings.With("ssh-brute-force", "detail.service.action.networkConnectionAction.connectionDirection", direction));

        Assert.Equal((expected, expected, port), (threat.Direction, threat.Contacts[0].Direction, threat.Contacts[0].LocalPort));
    }

    [Theory]
    [InlineData("ssh-brute-force", "\"tcp\"", "tcp", 22)]
    [InlineData("ssh-brute-force", "\"UDP\"", "udp", 22)]
    [InlineData("ssh-brute-force", "17", "udp", 22)]
    [InlineData("ssh-brute-force", "\"ICMP\"", "icmp", null)]
    [InlineData("ssh-brute-force", "50", "50", null)]
    [InlineData("ssh-brute-force", "\"Unknown\"", null, 22)]
    [InlineData("ssh-brute-force", "\"\"", null, 22)]
    [InlineData("ipv6", "\"ICMP\"", "icmpv6", null)]
    public void A_protocol_is_a_name_or_a_number_and_only_some_have_ports(string name, string protocol, string? expected, int? port)
    {
        var contact = Assert.IsType<Threat>(Findings.With(name, "detail.service.action.networkConnectionAction.protocol", protocol)).Contacts[0];

        Assert.Equal((expected, port), (contact.Protocol?.ToString(), contact.LocalPort));
    }

    [Fact]
    public void Both_addresses_of_a_remote_side_are_contacts_each_with_the_own_address_of_its_family()
    {
        var threat = Assert.IsType<Threat>(Findings.With("ipv6", "detail.service.action.networkConnectionAction.remoteIpDetails", """{"ipAddressV4":"203.0.113.9","ipAddressV6":"2001:db8::77"}"""));

        Assert.Equal(["203.0.113.9 10.0.0.23", "2001:db8::77 2001:db8:1::23"], threat.Contacts.Select(c => $"{c.Remote} {c.Local}"));
    }

    [Theory]
    [InlineData("\"16509\"", "16509")]
    [InlineData("16509", "16509")]
    [InlineData("\"-1\"", null)]
    [InlineData("\"0\"", null)]
    public void The_number_of_an_unknown_system_is_no_number(string json, string? expected)
    {
        var threat = Assert.IsType<Threat>(Findings.With("ssh-brute-force", "detail.service.action.networkConnectionAction.remoteIpDetails.organization.asn", json));

        Assert.Equal(expected, threat.Contacts[0].Owner!.Asn);
    }

    [Fact]
    public void An_IPv4_address_in_IPv6_clothes_is_IPv4()
    {
        var threat = Assert.IsType<Threat>(Findings.With("ipv6", "detail.service.action.networkConnectionAction.remoteIpDetails", """{"ipAddressV6":"::ffff:203.0.113.9"}"""));

        Assert.Equal(IPAddress.Parse("203.0.113.9"), Assert.Single(threat.Contacts).Remote);
    }

    [Fact]
    public void The_interface_of_a_connection_is_known_even_where_the_instance_is_not_shown()
    {
        var threat = Assert.IsType<Threat>(Findings.With("ssh-brute-force", "detail.resource.instanceDetails", null));

        Assert.Equal("eni-00000000000000001", Assert.Single(threat.Interfaces).Id);
    }

    [Theory]
    [InlineData("detail.updatedAt", "2026-03-01T10:08:00Z")]
    [InlineData("detail.service", "2026-03-01T10:10:04.12Z")]
    public void A_finding_without_a_time_of_its_own_has_that_of_its_last_activity(string taken, string expected)
    {
        var threat = Assert.IsType<Threat>(Findings.With("ssh-brute-force", taken, null));

        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), threat.UpdatedAt);
    }

    [Fact]
    public void A_finding_without_any_time_has_the_events() =>
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 10, 15, 2, TimeSpan.Zero), Findings.Threat("instance-only").UpdatedAt);

    [Fact]
    public void An_access_key_is_not_named() => Assert.All(["api-call", "attack-sequence"], name =>
        Assert.DoesNotContain(Findings.Threat(name).OtherResources, text => text.Contains("ASIA", StringComparison.Ordinal)));
}
