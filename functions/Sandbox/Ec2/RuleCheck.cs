using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Ec2;

/// <summary>
/// What EC2 refuses in a rule, whatever the group holds (API_IpPermission, API_SecurityGroupRuleRequest). Null: nothing. Descriptions are
/// held to EC2's rules only when the function writes them: what people send may be hostile in a way that EC2 itself would not take.
/// </summary>
internal static partial class RuleCheck
{
    public static AwsAnswer? Problem(AwsCall call, AskedRule asked) => Protocol(asked.Content) ?? Peer(asked.Content) ?? Description(call, asked.Description);

    /// <summary>Descriptions have at most 255 characters of a small set.</summary>
    public static AwsAnswer? Description(AwsCall call, string? text) => text is null || !call.Caller.IsRemediator || Allowed().IsMatch(text) ? null : Bad(
        "Invalid rule description. Valid descriptions are strings less than 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*");

    public static AwsAnswer? Tags(QueryNode tags) => tags.Items.Any(tag => tag["Key"].Text?.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) == true)
        ? Bad("Tag keys starting with 'aws:' are reserved for internal use") : null;

    public static AwsAnswer Bad(string message) => Ec2Xml.Error("InvalidParameterValue", message);

    private static AwsAnswer? Protocol(RuleContent content) => content.Protocol switch
    {
        "" => Bad("Invalid value 'null' for protocol. VPC security group rules must specify protocols explicitly."),
        "tcp" or "udp" => Ports(content.From, content.To),
        "icmp" or "icmpv6" => content.From is >= -1 and <= 255 && content.To is >= -1 and <= 255 ? null : Bad("Invalid value for ICMP type or code."),
        "-1" => null,
        var other => byte.TryParse(other, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? null : Bad($"Invalid value '{Plain.Text(other)}' for IP protocol. Unknown protocol."),
    };

    private static AwsAnswer? Ports(int from, int to) => (from, to) switch
    {
        (-1, _) or (_, -1) => Bad("Invalid value for portRange. Must specify both from and to ports with TCP/UDP."),
        ( < 0 or > 65535, _) or (_, < 0 or > 65535) => Bad($"Invalid value '{from}-{to}' for portRange. Ports must be between 0 and 65535."),
        _ => from <= to ? null : Bad($"Invalid TCP/UDP port range ({from}:{to})"),
    };

    private static AwsAnswer? Peer(RuleContent content) => content.Kind switch
    {
        PeerKind.Ipv4 or PeerKind.Ipv6 => IPNetwork.TryParse(content.Peer, out _) ? null : Malformed(content.Peer),
        PeerKind.Group when !content.Peer.StartsWith("sg-", StringComparison.Ordinal) => Malformed(content.Peer),
        _ => null,
    };

    private static AwsAnswer Malformed(string peer) => Bad($"CIDR block {Plain.Text(peer)} is malformed");

    [GeneratedRegex(@"\A[a-zA-Z0-9. _\-:/()#,@\[\]+=&;{}!$*]{0,255}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Allowed();
}
