using Remediator.Incoming;

namespace Remediator.Changes.Calls;

/// <summary>Reads ModifyManagedPrefixList and RestoreManagedPrefixListVersion.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyManagedPrefixList.html and
/// https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RestoreManagedPrefixListVersion.html</remarks>
internal static class PrefixListCall
{
    public static ChangeReading Read(Call call)
    {
        var (ids, unclear) = (new List<JsonCursor>(), new Gaps());
        var changesEntries = call.Name == CallNames.RestorePrefixList;
        foreach (var fields in RecordPart.Of(call.Request, call.Name + "Request", unclear)) changesEntries |= ReadRequest(fields, ids, unclear);
        if (unclear.Unread > 0) call.Problems.Add(unclear.Why);
        if (!changesEntries && !unclear.Any && ids.Count > 0) return new Ignored("the prefix list's entries stay what they were: the call names none");
        foreach (var fields in RecordPart.Of(call.Answer, call.Name + "Response", new Gaps())) ReadAnswer(fields, ids);
        return (ChangeReading?)call.ChangeOf(One(call, ids)) ?? call.Unreadable;
    }

    /// <summary>Whether the call names entries that it adds or removes.</summary>
    private static bool ReadRequest(Fields fields, List<JsonCursor> ids, Gaps unclear)
    {
        var namesEntries = false;
        if (fields.Value("prefixListId") is { } id) ids.Add(id);
        foreach (var name in new[] { "addEntry", "addEntries", "removeEntry", "removeEntries" }) namesEntries |= fields.Take(name) is not null;
        fields.Skip("prefixListName", "maxEntries", "currentVersion", "previousVersion", "dryRun", "tag", "xmlns");
        fields.Leave(unclear);
        return namesEntries;
    }

    private static void ReadAnswer(Fields fields, List<JsonCursor> ids)
    {
        foreach (var list in JsonList.Of(fields.Take("prefixList"), new Gaps()))
            if (new Fields(list).Value("prefixListId") is { } id) ids.Add(id);
    }

    /// <summary>The one list that request and answer name.</summary>
    private static string? One(Call call, List<JsonCursor> ids)
    {
        var distinct = ids.DistinctBy(id => id.Text()).ToList();
        foreach (var wrong in distinct.Where(id => !PeerReader.IsId(id.Text(), "pl-")))
            call.Problems.Add(wrong.Not("a prefix list's id such as `pl-0123456789abcdef0`"));
        if (distinct.Count > 1) call.Problems.Add(string.Join(", but ", distinct.Take(2).Select(id => $"`{id.Path}` is {id.Seen}")) + ": expected one prefix list");
        if (distinct.Count == 0) call.Problems.Add(call.Detail.Lacks("requestParameters.prefixListId", "the prefix list's id, here or in the answer"));
        return call.Problems.Count > 0 ? null : distinct[0].Text();
    }
}
