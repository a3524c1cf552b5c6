using Remediator.Network;

namespace Remediator.Groups;

/// <summary>A managed prefix list as one read showed it.</summary>
/// <param name="Id"><c>pl-…</c>.</param>
/// <param name="Name">Such as <c>com.amazonaws.global.cloudfront.origin-facing</c>; hostile until escaped.</param>
/// <param name="OwnerId">The owner's account, or <c>AWS</c> for the lists of AWS's services
/// (https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ManagedPrefixList.html).</param>
/// <param name="Addresses">Every entry, as one set.</param>
public sealed record PrefixList(string Id, string? Name, string? OwnerId, AddressSet Addresses)
{
    public const string OwnedByAws = "AWS";
}
