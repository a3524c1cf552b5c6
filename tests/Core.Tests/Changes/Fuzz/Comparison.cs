using Remediator.Changes;
using Remediator.Groups;

namespace Remediator.Core.Tests.Changes.Fuzz;

/// <summary>Whether the first reader's ending stands up to what the second one sees.</summary>
internal static class Comparison
{
    private static readonly Opening EveryIPv4 = new(true, -1, null, null, "0.0.0.0/0");
    private static readonly Opening EveryIPv6 = new(true, -1, null, null, "::/0");

    /// <summary>A complaint, or null.</summary>
    public static string? Complaint(ChangeReading first, SecondReading second) => first switch
    {
        Ignored => second.Dismissals.Count > 0 ? null : "ignored without a reason",
        Unreadable { Problems.Length: 0 } => "unreadable without a problem",
        Unreadable => second.Objections.Count > 0 ? null : "unreadable without a reason",
        Several { Changes.Length: < 2 } => "several that are not",
        Several several => OfTags([.. several.Changes], second),
        PrefixListChange list => OfPrefixList(list, second),
        Change change when change.Kind != Kind(second.Name) => $"{second.Name} is not {change.Kind}",
        Change { Kind: ChangeKind.Retagged } change => OfTags([change], second),
        Change { WholeGroupBecause: { } why } when why.Length == 0 => "a reason that says nothing",
        Change { Kind: ChangeKind.Created } change => OfCreation(change, second),
        Change { Kind: ChangeKind.Closed } change => OfClosing(change, second),
        Change { WholeGroupBecause: not null } => second.Doubts.Count > 0 ? null : "the whole group is read without a reason",
        Change change => second.CannotBeComplete ? "complete, though not all can be told" : Missing(change, second),
        _ => "an ending that nobody knows",
    };

    private static ChangeKind Kind(string name) => name switch
    {
        "CreateSecurityGroup" => ChangeKind.Created,
        "CreateTags" or "DeleteTags" => ChangeKind.Retagged,
        _ => name.StartsWith("Revoke", StringComparison.Ordinal) ? ChangeKind.Closed : ChangeKind.Opened,
    };

    private static string? Missing(Change change, SecondReading second)
    {
        var read = change.Permissions.Select(p => Of(p, change.DirectionKnown)).ToList();
        var missing = second.Asked.Plain.Concat(second.Answered.Plain).FirstOrDefault(opening => !read.Any(r => r.Covers(opening)));
        return missing is null ? null : $"narrower: {missing} is not in [{string.Join("; ", read)}]";
    }

    /// <summary>Never more than was surely closed, and, where it claims to be all, all of it.</summary>
    private static string? OfClosing(Change change, SecondReading second)
    {
        var closed = change.Closed.Select(p => Of(p, true)).ToList();
        var stated = second.Asked.Plain.Concat(second.Answered.Plain).ToList();
        if (change.Permissions.Length > 0) return "a revoke that opens";
        if (closed.Find(c => !stated.Any(s => s.Covers(c))) is { } invented) return $"closed though nobody said so: {invented}";
        if (closed.Find(c => second.IsUnknown(c) && !second.Answered.Plain.Any(a => a.Covers(c))) is { } unknown) return $"closed though EC2 did not know it: {unknown}";
        if (change.WholeGroupBecause is not null) return second.Doubts.Count > 0 ? null : "the whole group is read without a reason";
        if (second.CannotBeComplete) return "complete, though not all can be told";
        var due = second.Answered.Plain.Concat(second.Asked.Plain.Where(o => !second.IsUnknown(o)));
        return due.FirstOrDefault(o => !closed.Any(c => c.Covers(o))) is { } missing ? $"not closed: {missing}" : null;
    }

    private static string? OfCreation(Change change, SecondReading second)
    {
        bool Has(IEnumerable<Permission> permissions, Opening opening) => permissions.Any(p => Of(p, true).Covers(opening));
        if (!Has(change.Permissions, EveryIPv4)) return "a new group that does not let out";
        if (change.WholeGroupBecause is null) return "a new group that is told in full";
        if (change.AtMost is not { } most) return second.Doubts.Count > 0 ? null : "at most anything without a reason";
        if (!Has(most, EveryIPv4) || !Has(most, EveryIPv6)) return "at most too little";
        return second.CannotBeComplete ? "at most that, though not all can be told" : null;
    }

    private static string? OfTags(IReadOnlyList<Change> changes, SecondReading second)
    {
        var groups = changes.Select(c => c.Group.Id!).ToHashSet();
        if (changes.Any(c => c.Kind != Kind(second.Name) || c.WholeGroupBecause is null)) return "a retag that is none";
        if (groups.Count != changes.Count || !groups.SetEquals(second.Ids)) return $"groups {string.Join(",", groups)}, not {string.Join(",", second.Ids)}";
        return changes.Select(c => OfTags(c, second)).FirstOrDefault(complaint => complaint is not null);
    }

    private static string? OfTags(Change change, SecondReading second)
    {
        if (change.AnyTagRetagged) return second.Doubts.Count > 0 ? null : "any tag without a reason";
        foreach (var (key, value) in second.Tags)
        {
            if (!change.Retagged.Any(tag => tag.Key == key)) return $"tag {key} is not told";
            if (second.Name == "CreateTags" && !change.Retagged.Any(tag => tag.Key == key && tag.Value == value)) return $"tag {key} has another value";
            if (second.Name == "DeleteTags" && change.Retagged.Any(tag => tag.Value is not null)) return "a tag that was taken has a value";
        }

        return null;
    }

    private static string? OfPrefixList(PrefixListChange list, SecondReading second)
    {
        if (!second.Name.EndsWith("PrefixList", StringComparison.Ordinal) && !second.Name.EndsWith("PrefixListVersion", StringComparison.Ordinal)) return "no call on a prefix list";
        return second.Ids.Contains(list.PrefixListId) ? null : $"{list.PrefixListId}, not {string.Join(",", second.Ids)}";
    }

    private static Opening Of(Permission permission, bool directionKnown)
    {
        var peer = permission.Peer is Peer.Group group ? group.GroupId : permission.Peer.Text;
        bool? egress = directionKnown ? permission.Direction == Direction.Egress : null;
        return new(egress, new Services(Node.Of(permission.Protocol), null, null).Number!.Value, permission.FromPort, permission.ToPort, peer);
    }
}
