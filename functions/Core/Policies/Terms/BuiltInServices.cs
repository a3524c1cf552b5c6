namespace Remediator.Policies.Terms;

/// <summary>The services that every policy knows by name: the ports on which they listen when nobody moved them.</summary>
/// <remarks>From the IANA service name and port number registry
/// (https://www.iana.org/assignments/service-names-port-numbers), the ports that the EC2 console offers by name, those that Security
/// Hub's EC2.19 calls high risk (https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html), and, where IANA has
/// none, the vendor's default. TLS ports of the same server stand with it where the server listens on both.</remarks>
internal static class BuiltInServices
{
    private static readonly (string Name, string[] Terms)[] Table =
    [
        // Administration.
        ("ssh", ["tcp/22"]), ("telnet", ["tcp/23"]), ("rdp", ["tcp/3389", "udp/3389"]), ("winrm", ["tcp/5985-5986"]),
        ("vnc", ["tcp/5900-5909"]), // displays 0 to 9
        ("x11", ["tcp/6000-6063"]), ("rlogin", ["tcp/513"]), ("rsh", ["tcp/514"]), ("rpc", ["tcp/135"]), ("snmp", ["udp/161-162"]), ("ipmi", ["udp/623"]),

        // Web, names, time, mail.
        ("http", ["tcp/80"]), ("https", ["tcp/443"]), ("http3", ["udp/443"]), ("dns", ["tcp/53", "udp/53"]), ("ntp", ["udp/123"]),
        ("smtp", ["tcp/25"]), ("smtps", ["tcp/465"]), ("submission", ["tcp/587"]), ("pop3", ["tcp/110"]), ("pop3s", ["tcp/995"]),
        ("imap", ["tcp/143"]), ("imaps", ["tcp/993"]),

        // Files and directories.
        ("ftp", ["tcp/20-21"]), ("tftp", ["udp/69"]), ("smb", ["tcp/445", "tcp/139"]), ("netbios", ["udp/137-138", "tcp/139"]),
        ("nfs", ["tcp/2049", "udp/2049"]), ("rsync", ["tcp/873"]), ("ldap", ["tcp/389", "udp/389"]), ("ldaps", ["tcp/636"]),
        ("kerberos", ["tcp/88", "udp/88"]), ("syslog", ["udp/514"]),

        // Databases and caches.
        ("mysql", ["tcp/3306"]), ("postgres", ["tcp/5432"]), ("postgresql", ["tcp/5432"]), ("redshift", ["tcp/5439"]),
        ("mssql", ["tcp/1433-1434", "udp/1434"]), ("oracle", ["tcp/1521", "tcp/2484"]), ("mongodb", ["tcp/27017-27019"]),
        ("redis", ["tcp/6379"]), ("memcached", ["tcp/11211", "udp/11211"]), ("cassandra", ["tcp/7000-7001", "tcp/9042", "tcp/9142"]),
        ("couchdb", ["tcp/5984", "tcp/6984"]), ("neo4j", ["tcp/7473-7474", "tcp/7687"]), ("influxdb", ["tcp/8086"]),
        ("elasticsearch", ["tcp/9200", "tcp/9300"]), ("opensearch", ["tcp/9200", "tcp/9300"]), ("kibana", ["tcp/5601"]),

        // Queues, clusters, containers.
        ("kafka", ["tcp/9092-9098"]), // 9092 plain, 9094 TLS, 9096 SASL, 9098 IAM on Amazon MSK
        ("zookeeper", ["tcp/2181-2182"]), ("amqp", ["tcp/5671-5672"]), ("rabbitmq", ["tcp/5671-5672", "tcp/15671-15672", "tcp/25672"]),
        ("mqtt", ["tcp/1883", "tcp/8883"]), ("docker", ["tcp/2375-2376"]), ("kubernetes-api", ["tcp/6443"]), ("kubelet", ["tcp/10250", "tcp/10255"]),
        ("etcd", ["tcp/2379-2380"]), ("consul", ["tcp/8500-8501"]),

        // Tunnels and echo.
        ("openvpn", ["udp/1194", "tcp/1194"]), ("wireguard", ["udp/51820"]), ("ipsec", ["udp/500", "udp/4500", "50", "51"]), ("ping", ["icmp/8", "icmpv6/128"]),
    ];

    public static ImmutableArray<string> Names { get; } = ["all", .. Table.Select(row => row.Name), .. Protocols.Names];

    /// <summary>The terms that a name stands for, each written as an author would; null when it is not built in.</summary>
    public static string[]? Find(string name)
    {
        foreach (var row in Table)
        {
            if (row.Name == name) return row.Terms;
        }

        return null;
    }
}
