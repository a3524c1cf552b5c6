using System.Globalization;
using System.Xml.Linq;

namespace Remediator.Sandbox.Ec2;

/// <summary>
/// The most rules of a group: 60 for each direction, IPv4 and IPv6 each for itself. A reference to a group counts in both; a prefix list
/// counts with the entries that it may have, a list of AWS with its weight
/// (https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html,
/// https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html).
/// </summary>
internal static class RuleQuota
{
    private const int Most = 60;

    /// <param name="rules">All rules of one direction.</param>
    /// <param name="lists">The prefix lists that they name, by id.</param>
    public static bool IsExceeded(IReadOnlyCollection<RuleContent> rules, IReadOnlyDictionary<string, XElement> lists) =>
        rules.Sum(rule => Weight(rule, "IPv4", lists)) > Most || rules.Sum(rule => Weight(rule, "IPv6", lists)) > Most;

    private static int Weight(RuleContent rule, string family, IReadOnlyDictionary<string, XElement> lists) => rule.Kind switch
    {
        PeerKind.Ipv4 => family == "IPv4" ? 1 : 0,
        PeerKind.Ipv6 => family == "IPv6" ? 1 : 0,
        PeerKind.PrefixList => lists.TryGetValue(rule.Peer, out var list) && list.Element("addressFamily")?.Value == family ? Entries(list) : 0,
        _ => 1,
    };

    private static int Entries(XElement list) => int.TryParse(list.Element("maxEntries")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var most)
        ? most
        : list.Element("prefixListName")?.Value switch
        {
            "com.amazonaws.global.cloudfront.origin-facing" => 55,
            "com.amazonaws.global.groundstation" => 5,
            { } lattice when lattice.EndsWith("vpc-lattice", StringComparison.Ordinal) => 10,
            _ => 1,
        };
}
