using System.Collections.Concurrent;
using System.Globalization;
using System.Xml.Linq;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Ec2;

/// <summary>
/// Network ACLs where moto does otherwise than AWS: an ACL takes so many entries and no more, an entry that is not there cannot be deleted,
/// and an unknown ACL is called that
/// (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html).
/// </summary>
internal sealed class NetworkAcls(MotoLink moto)
{
    /// <summary>For each direction and address family, the default deny among them
    /// (https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-nacls).</summary>
    public const int Most = 20;

    private const int LastOfCustomers = 32_766;

    /// <summary>The entries of each ACL before its last change.</summary>
    private readonly ConcurrentDictionary<string, XElement> _before = new(StringComparer.Ordinal);

    public async Task<AwsAnswer> DescribeAsync(AwsCall call, CancellationToken cancellation)
    {
        var answer = await moto.ForwardAsync(call, cancellation);
        if (answer.Error == "InvalidRouteTableID.NotFound")
            return NoAcl(call.Query["NetworkAclId"].Items.FirstOrDefault()?.Text);
        if (!call.IsStale || answer.Xml() is not { } xml)
            return answer;
        foreach (var row in xml.Elements("networkAclSet").Elements("item"))
        {
            if (_before.TryGetValue(row.Element("networkAclId")!.Value, out var entries))
                row.Element("entrySet")!.ReplaceWith(new XElement(entries));
        }
        return AwsAnswer.OfXml(200, Ec2Xml.WithNamespace(xml));
    }

    /// <summary>CreateNetworkAclEntry. A number that is taken is refused by moto itself.</summary>
    public async Task<AwsAnswer> CreateAsync(AwsCall call, CancellationToken cancellation)
    {
        if (call.Query["RuleNumber"].Number is not (>= 1 and <= LastOfCustomers))
            return RuleCheck.Bad($"Value ({Plain.Text(call.Query["RuleNumber"].Text)}) for parameter ruleNumber is invalid. Expecting a value between 1 and {LastOfCustomers}.");
        if (call.Query["CidrBlock"].Text is null == call.Query["Ipv6CidrBlock"].Text is null)
            return Ec2Xml.Error("MissingParameter", "Either 'cidrBlock' or 'ipv6CidrBlock' should be provided.");
        var family = call.Query["CidrBlock"].Text is null ? "ipv6CidrBlock" : "cidrBlock";
        var acl = await FindAsync(call, cancellation);
        var entries = Entries(acl, call);
        var taken = entries.Any(entry => entry.Element("ruleNumber")?.Value == call.Query["RuleNumber"].Text);
        var custom = entries.Count(entry => entry.Element(family) is { Value.Length: > 0 } && int.Parse(entry.Element("ruleNumber")!.Value, CultureInfo.InvariantCulture) <= LastOfCustomers);
        return !taken && custom + 1 >= Most
            ? Ec2Xml.Error("NetworkAclEntryLimitExceeded", $"The network acl '{Plain.Text(call.Query["NetworkAclId"].Text)}' has reached its limit of entries.")
            : await ChangeAsync(acl, call, cancellation);
    }

    /// <summary>DeleteNetworkAclEntry.</summary>
    public async Task<AwsAnswer> DeleteAsync(AwsCall call, CancellationToken cancellation)
    {
        if (await FindAsync(call, cancellation) is not { } acl)
            return NoAcl(call.Query["NetworkAclId"].Text);
        return Entries(acl, call).All(entry => entry.Element("ruleNumber")?.Value != call.Query["RuleNumber"].Text)
            ? Ec2Xml.Error("InvalidNetworkAclEntry.NotFound", $"The network acl entry identified by {Plain.Text(call.Query["RuleNumber"].Text)} does not exist")
            : await ChangeAsync(acl, call, cancellation);
    }

    private async Task<AwsAnswer> ChangeAsync(XElement? acl, AwsCall call, CancellationToken cancellation)
    {
        var answer = await moto.ForwardAsync(call, cancellation);
        if (answer.Succeeded && acl is not null)
            _before[acl.Element("networkAclId")!.Value] = acl.Element("entrySet")!;
        return answer;
    }

    private static AwsAnswer NoAcl(string? id) => Ec2Xml.Error("InvalidNetworkAclID.NotFound", $"The networkAcl ID '{Plain.Text(id)}' does not exist");

    /// <summary>Those of the direction that the call is about; none when there is no such ACL.</summary>
    private static ImmutableArray<XElement> Entries(XElement? acl, AwsCall call) =>
        [.. acl?.Element("entrySet")?.Elements("item").Where(entry => entry.Element("egress")?.Value == call.Query["Egress"].Text) ?? []];

    private async Task<XElement?> FindAsync(AwsCall call, CancellationToken cancellation)
    {
        var query = QueryNode.Parse("Action=DescribeNetworkAcls").With("NetworkAclId", QueryNode.List([call.Query["NetworkAclId"].Text ?? ""]));
        var answer = await moto.Ec2Async(call, query, cancellation);
        return answer.Succeeded ? answer.Xml()?.Element("networkAclSet")?.Element("item") : null;
    }
}
