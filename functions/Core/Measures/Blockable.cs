using Remediator.Network;
using Remediator.Policies;
using Remediator.Threats;

namespace Remediator.Measures;

/// <summary>Whether a remote address may be blocked at all. What is shared by many, or is our own, is not.</summary>
internal static class Blockable
{
    /// <summary>The numbers under which Amazon announces its addresses: a block there hits whoever shares them, ourselves and AWS's own
    /// services among them.</summary>
    private static readonly ImmutableHashSet<string> AmazonNumbers = ["16509", "14618", "8987", "7224", "19047", "62785", "9059", "10124", "38895", "135630"];

    private static readonly string[] AmazonNames = ["amazon", "aws"];

    /// <summary>Null when it may.</summary>
    /// <param name="vpcs">The address blocks of the VPCs that the finding is about.</param>
    public static string? WhyNot(Cidr address, Owner? owner, Policy policy, ImmutableArray<Cidr> vpcs)
    {
        if (policy.Private.Overlaps(address)) return "it is private";
        if (policy.Networks.Overlaps(address)) return "the policy names it under `networks`";
        if (AddressSet.From(vpcs).Overlaps(address)) return "it is of the VPC itself";
        if (owner is null || (owner.Asn is null && owner.AsnOrganisation is null && owner.Organisation is null)) return "the finding does not say whose it is";
        return IsAmazons(owner) ? "it is one of AWS's own, which many share" : null;
    }

    private static bool IsAmazons(Owner owner)
    {
        if (owner.Asn is { } number && AmazonNumbers.Contains(number.StartsWith("AS", StringComparison.OrdinalIgnoreCase) ? number[2..] : number)) return true;
        return new[] { owner.AsnOrganisation, owner.Organisation, owner.Provider }.OfType<string>().SelectMany(Words).Any(w => AmazonNames.Contains(w, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary><c>AMAZON-02</c>, <c>Amazon Technologies Inc.</c>, <c>AWS EC2 (eu-west-1)</c>.</summary>
    private static string[] Words(string name) => name.Split([' ', '-', '_', '.', ',', '(', ')', '/'], StringSplitOptions.RemoveEmptyEntries);
}
