using System.Xml.Linq;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Ec2;

/// <summary>Managed prefix lists as moto holds them.</summary>
internal sealed class ListRows(MotoLink moto)
{
    /// <summary>Rows of DescribeManagedPrefixLists by id, without those that are not there or deleted.</summary>
    public async Task<IReadOnlyDictionary<string, XElement>> AllAsync(AwsCall call, IEnumerable<string> ids, CancellationToken cancellation)
    {
        var query = QueryNode.Parse("Action=DescribeManagedPrefixLists").With("PrefixListId", QueryNode.List(ids));
        var answer = await moto.Ec2Async(call, query, cancellation);
        var rows = answer.Xml()?.Element("prefixListSet")?.Elements("item") ?? [];
        return rows.Where(row => row.Element("state")?.Value != "delete-complete").ToImmutableDictionary(row => row.Element("prefixListId")!.Value);
    }

    public async Task<XElement?> OneAsync(AwsCall call, string id, CancellationToken cancellation) =>
        (await AllAsync(call, [id], cancellation)).GetValueOrDefault(id);

    /// <summary>The entries of a version, or of the newest one.</summary>
    public async Task<ImmutableArray<(string Cidr, string? Description)>> EntriesAsync(AwsCall call, string id, string? version, CancellationToken cancellation)
    {
        var query = QueryNode.Parse("Action=GetManagedPrefixListEntries").With("PrefixListId", id);
        var answer = await moto.Ec2Async(call, version is null ? query : query.With("TargetVersion", version), cancellation);
        return [.. answer.Xml()?.Element("entrySet")?.Elements("item").Select(row => (row.Element("cidr")!.Value, row.Element("description")?.Value)) ?? []];
    }

    public static AwsAnswer Unknown(string id) => Ec2Xml.Error("InvalidPrefixListID.NotFound", $"The prefix list ID '{Plain.Text(id)}' does not exist");
}
