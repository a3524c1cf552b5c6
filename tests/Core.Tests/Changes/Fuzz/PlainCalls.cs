namespace Remediator.Core.Tests.Changes.Fuzz;

/// <summary>The second reader's look at calls that name no permission: new groups, tags, prefix lists. Of each it knows the one shape
/// that is written most; in any other it may be called unreadable or unclear, yet every id still counts.</summary>
internal static class PlainCalls
{
    private static readonly HashSet<string> Resources = FamiliarShape.Names("resourcesSet resourceSet resources resourceId");
    private static readonly HashSet<string> TagSets = FamiliarShape.Names("tagSet tags tag");
    private static readonly HashSet<string> Beside = FamiliarShape.Names("dryRun xmlns omitted originalSize reason");
    private static readonly HashSet<string> NewGroup = FamiliarShape.Names("groupName groupDescription description vpcId");
    private static readonly HashSet<string> NewGroupAnswer = FamiliarShape.Names("_return return requestId xmlns groupId securityGroupArn");
    private static readonly HashSet<string> NoEntries = FamiliarShape.Names("prefixListId prefixListName maxEntries currentVersion previousVersion dryRun tag xmlns");

    public static void ReadCreation(Node? request, Node? answer, SecondReading reading)
    {
        if (!IsPlain(request, NewGroup, ["tagSpecificationSet"]) || !IsPlain(answer, NewGroupAnswer, ["tagSet"])) reading.Doubts.Add("an odd shape");
        foreach (var (name, part) in new[] { ("CreateSecurityGroupRequest", request), ("CreateSecurityGroupResponse", answer) })
        {
            var unheard = GroupFinder.Fields(part, name).Where(m => !NewGroupAnswer.Contains(m.Name) && !NewGroup.Contains(m.Name) && !Is(m.Name, name) && !Is(m.Name, "tag"));
            foreach (var (_, value) in unheard.Where(m => PartReader.FindsAny(Node.Object(m)))) reading.Asked.AddVague(value.Raw);
        }

        if (reading.Asked.Count == 0) reading.Asked.Add(new(true, -1, null, null, "0.0.0.0/0"));
    }

    public static void ReadTags(Node? request, string name, SecondReading reading)
    {
        var fields = GroupFinder.Fields(request, name + "Request");
        foreach (var (field, value) in fields.Where(m => !TagSets.Contains(m.Name) && !Beside.Contains(m.Name) && !Is(m.Name, name + "Request")))
            foreach (var id in Texts(value).Where(text => text.StartsWith("sg-", StringComparison.Ordinal)))
                TakeGroup(id, Resources.Contains(field), reading);
        foreach (var (_, value) in fields.Where(m => TagSets.Contains(m.Name))) TakeTags(value, reading.Tags);
        if (!IsPlainTagging(request) || GroupFinder.HasTwins(request)) AddTo(reading, "an odd shape");
        if (reading.Tags.Count == 0) reading.Doubts.Add("no tags");
        if (reading.Ids.Count == 0 && fields.Any(m => Resources.Contains(m.Name) && Texts(m.Value).Any())) reading.Dismissals.Add("no group");
    }

    public static void ReadPrefixList(Node? request, Node? answer, string name, SecondReading reading)
    {
        var fields = GroupFinder.Fields(request, name + "Request");
        var lists = GroupFinder.Fields(answer, name + "Response").Where(m => Is(m.Name, "prefixList")).SelectMany(m => GroupFinder.Objects(m.Value)).SelectMany(o => o.Members);
        var ids = fields.Concat(lists).Where(m => Is(m.Name, "prefixListId") && !m.Value.IsNothing).Select(m => m.Value).ToList();
        foreach (var id in ids) reading.Ids.Add(id.Text ?? "");
        if (ids.Any(id => !IsId(id.Text, "pl-")) || reading.Ids.Count != 1 || GroupFinder.HasTwins(request) || GroupFinder.HasTwins(answer)) reading.Objections.Add("not one list");
        var isPlain = request is { Kind: NodeKind.Object } && request.Members.TrueForAll(m => !Is(m.Name, "items") && !Is(m.Name, "item") && (!Is(m.Name, name + "Request") || (m.Value.Kind == NodeKind.Object && m.Value.Members.TrueForAll(inner => !Is(inner.Name, "items") && !Is(inner.Name, "item")))));
        if (!isPlain) reading.Objections.Add("an odd shape");
        var isSilent = fields.TrueForAll(m => Is(m.Name, name + "Request") || m.Value.IsNothing || (NoEntries.Contains(m.Name) && IsScalar(m.Value)));
        if (isSilent && name == "ModifyManagedPrefixList" && ids.Count > 0) reading.Dismissals.Add("no entries");
    }

    private static void TakeGroup(string id, bool isExpected, SecondReading reading)
    {
        if (IsId(id, "sg-")) reading.Ids.Add(id);
        if (!isExpected || !IsId(id, "sg-")) reading.Objections.Add("an odd group");
    }

    /// <summary>Every key below here, and what stands beside it.</summary>
    private static void TakeTags(Node node, List<(string, string?)> tags)
    {
        foreach (var item in node.Items) TakeTags(item, tags);
        foreach (var (name, value) in node.Members)
        {
            if (Is(name, "items") || Is(name, "item")) TakeTags(value, tags);
            else if (Is(name, "key") && value.Text is { } key) tags.Add((key, Value(Services.Member(node, "value"))));
        }
    }

    private static string? Value(Node? value) => value is null or { IsNothing: true } ? "" : value.Kind == NodeKind.Text && value.Raw.Length == 0 ? "" : value.Text;

    private static bool IsPlainTagging(Node? request) => request is { Kind: NodeKind.Object } && request.Members.TrueForAll(m => m.Name switch
    {
        "resourcesSet" => IsPlainList(m.Value, FamiliarShape.Names("resourceId"), "resourceId"),
        "tagSet" => IsPlainList(m.Value, FamiliarShape.Names("key value"), "key"),
        _ => false,
    }) && request.Get("resourcesSet") is not null;

    private static bool IsPlainList(Node node, HashSet<string> names, string needed) =>
        node is { Kind: NodeKind.Object, Members: [("items", { Kind: NodeKind.List, Items.Count: > 0 } items)] }
        && items.Items.TrueForAll(item => IsPlain(item, names, []) && item.Get(needed)?.Text is not null);

    /// <summary>An object of these names only, once each: texts and truths, and some that nest.</summary>
    private static bool IsPlain(Node? node, HashSet<string> names, HashSet<string> nests) => node is { Kind: NodeKind.Object } && !GroupFinder.HasTwins(node)
        && node.Members.TrueForAll(m => (names.Contains(m.Name) && m.Value.Kind is NodeKind.Text or NodeKind.Word) || nests.Contains(m.Name));

    private static bool IsScalar(Node node) => node.Kind is not (NodeKind.Object or NodeKind.List);

    private static void AddTo(SecondReading reading, string why)
    {
        reading.Objections.Add(why);
        reading.Doubts.Add(why);
    }

    private static IEnumerable<string> Texts(Node node) => node.Kind == NodeKind.Text
        ? node.Text is null ? [] : [node.Raw]
        : node.Items.SelectMany(Texts).Concat(node.Members.Where(m => !Is(m.Name, "tag")).SelectMany(m => Texts(m.Value)));

    private static bool IsId(string? text, string kind) =>
        text is { Length: > 3 and <= 64 } && text.StartsWith(kind, StringComparison.Ordinal) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static bool Is(string name, string expected) => name.Equals(expected, StringComparison.OrdinalIgnoreCase);
}
