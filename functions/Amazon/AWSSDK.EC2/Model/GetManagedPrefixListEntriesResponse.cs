using System.Xml;
using Amazon.Runtime;
using Amazon.Shared.Xml;

namespace Amazon.EC2.Model;

/// <summary>The answer to GetManagedPrefixListEntries.</summary>
public partial class GetManagedPrefixListEntriesResponse : AmazonWebServiceResponse
{
    public List<PrefixListEntry> Entries { get; set; }

    public string NextToken { get; set; }

    internal static void ReadMember(GetManagedPrefixListEntriesResponse response, string name, XmlReader xml)
    {
        switch (name)
        {
            case "entrySet": response.Entries = xml.List(response.Entries, "item", PrefixListEntry.Read); break;
            case "nextToken": response.NextToken = xml.Text(); break;
            default: xml.Skip(); break;
        }
    }
}
