using Amazon.Runtime.Internal;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>Asks for the entries of a prefix list, of its newest version unless another is named, a page at a time.</summary>
public partial class GetManagedPrefixListEntriesRequest : AmazonEC2Request
{
    public bool? DryRun { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    public string PrefixListId { get; set; }

    public long? TargetVersion { get; set; }

    internal static readonly InvokeOptions Operation = Ec2Operation.Of<GetManagedPrefixListEntriesRequest, GetManagedPrefixListEntriesResponse>(
        "GetManagedPrefixListEntries", static (request, to) => request.Write(to), GetManagedPrefixListEntriesResponse.ReadMember);

    private void Write(QueryWriter to)
    {
        to.Add("DryRun", DryRun);
        to.Add("MaxResults", MaxResults);
        to.Add("NextToken", NextToken);
        to.Add("PrefixListId", PrefixListId);
        to.Add("TargetVersion", TargetVersion);
    }
}
