using System.Globalization;
using System.Xml.Linq;
using Remediator.Sandbox.Proxy;

namespace Remediator.Sandbox.Ec2;

/// <summary>
/// Managed prefix lists as AWS documents them (https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html). moto keeps them,
/// but says nothing of ids that it does not know, of versions that are not the newest, or of too many entries; forgets the name with
/// each change; and cannot restore a version.
/// </summary>
internal sealed class PrefixLists(MotoLink moto, ListRows lists)
{
    /// <summary>Null: moto's answer is AWS's.</summary>
    public async Task<AwsAnswer?> AnswerAsync(AwsCall call, CancellationToken cancellation)
    {
        if (call.Action == "CreateManagedPrefixList")
            return TooMany(call.Query["Entry"].Items.Count(), call.Query["MaxEntries"].Number);
        var ids = call.Action == "DescribeManagedPrefixLists" ? [.. call.Query["PrefixListId"].Items.Select(id => id.Text ?? "")] : ImmutableArray.Create(call.Query["PrefixListId"].Text ?? "");
        var known = ids.IsEmpty ? ImmutableDictionary<string, XElement>.Empty : await lists.AllAsync(call, ids, cancellation);
        if (ids.FirstOrDefault(id => !known.ContainsKey(id)) is { } unknown)
            return ListRows.Unknown(unknown);
        return call.Action switch
        {
            "ModifyManagedPrefixList" => await ModifyAsync(call, known[ids[0]], cancellation),
            "RestoreManagedPrefixListVersion" => await RestoreAsync(call, known[ids[0]], cancellation),
            _ => null,
        };
    }

    private async Task<AwsAnswer> ModifyAsync(AwsCall call, XElement list, CancellationToken cancellation)
    {
        if (Refused(call, list) is { } refused)
            return refused;
        if (call.Query["MaxEntries"].Text is not null)
            return Ec2Xml.Error("UnsupportedOperation", "The local AWS (moto) cannot resize a prefix list: create it with enough MaxEntries.");
        var removed = call.Query["RemoveEntry"].Items.Select(entry => entry["Cidr"].Text).ToHashSet();
        var added = call.Query["AddEntry"].Items.Select(entry => (Cidr: entry["Cidr"].Text ?? "", Description: entry["Description"].Text)).ToImmutableArray();
        var before = await lists.EntriesAsync(call, list.Element("prefixListId")!.Value, null, cancellation);
        ImmutableArray<(string Cidr, string? Description)> after = [.. before.Where(entry => !removed.Contains(entry.Cidr) && added.All(one => one.Cidr != entry.Cidr)), .. added];
        return TooMany(after.Length, Number(list, "maxEntries")) ?? await SetAsync(call, "ModifyManagedPrefixList", list, before, after, cancellation);
    }

    private async Task<AwsAnswer> RestoreAsync(AwsCall call, XElement list, CancellationToken cancellation)
    {
        if (Refused(call, list) is { } refused)
            return refused;
        var version = call.Query["PreviousVersion"];
        if (version.Number is not >= 1 || version.Number >= Number(list, "version"))
            return RuleCheck.Bad($"The version '{Plain.Text(version.Text ?? "")}' of the prefix list does not exist");
        var id = list.Element("prefixListId")!.Value;
        var before = await lists.EntriesAsync(call, id, null, cancellation);
        return await SetAsync(call, "RestoreManagedPrefixListVersion", list, before, await lists.EntriesAsync(call, id, version.Text, cancellation), cancellation);
    }

    /// <summary>The next version with exactly these entries. What stays unchanged is sent too: moto makes no version of nothing.</summary>
    private async Task<AwsAnswer> SetAsync(AwsCall call, string action, XElement list,
        ImmutableArray<(string Cidr, string? Description)> before, ImmutableArray<(string Cidr, string? Description)> after, CancellationToken cancellation)
    {
        var query = QueryNode.Parse("Action=ModifyManagedPrefixList")
            .With("PrefixListId", list.Element("prefixListId")!.Value)
            .With("PrefixListName", call.Query["PrefixListName"].Text ?? list.Element("prefixListName")!.Value);
        var onlyRenamed = action == "ModifyManagedPrefixList" && call.Query["AddEntry"].IsEmpty && call.Query["RemoveEntry"].IsEmpty;
        if (!onlyRenamed)
            query = query.With("RemoveEntry", List(before.Select(entry => (entry.Cidr, (string?)null)))).With("AddEntry", List(after));
        var answer = await moto.Ec2Async(call, query, cancellation);
        if (!answer.Succeeded || answer.Xml()?.Element("prefixList") is not { } row)
            return answer;
        row.Element("state")!.Value = action == "ModifyManagedPrefixList" ? "modify-in-progress" : "restore-in-progress";
        return Ec2Xml.Of(action, row);
    }

    private static AwsAnswer? Refused(AwsCall call, XElement list)
    {
        if (list.Element("ownerId")?.Value == "AWS")
            return Ec2Xml.Error("OperationNotPermitted", "You cannot change a prefix list that is managed by AWS.");
        return call.Query["CurrentVersion"].Number is { } asked && asked != Number(list, "version")
            ? Ec2Xml.Error("PrefixListVersionMismatch", "The prefix list has the incorrect version number.") : null;
    }

    private static AwsAnswer? TooMany(int entries, int? most) => entries > most
        ? Ec2Xml.Error("PrefixListMaxEntriesExceeded", "You've reached the maximum number of entries for the prefix list.") : null;

    private static QueryNode List(IEnumerable<(string Cidr, string? Description)> entries) => new(null, [.. entries.Select((entry, index) =>
    {
        var node = QueryNode.Parse("").With("Cidr", entry.Cidr);
        return KeyValuePair.Create($"{index + 1}", entry.Description is { } text ? node.With("Description", text) : node);
    })]);

    private static int? Number(XElement list, string name) =>
        int.TryParse(list.Element(name)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
