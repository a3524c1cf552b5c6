using Remediator.Changes;
using Remediator.Groups;

namespace Remediator.Core.Tests.Changes.Fuzz;

/// <summary>Whether the first reader's ending stands up to what the second one sees.</summary>
internal static class Comparison
{
    /// <summary>A complaint, or null.</summary>
    public static string? Complaint(ChangeReading first, SecondReading second) => first switch
    {
        Ignored => second.Dismissals.Count > 0 ? null : "ignored without a reason",
        Unreadable { Problems.Length: 0 } => "unreadable without a problem",
        Unreadable => second.Objections.Count > 0 ? null : "unreadable without a reason",
        Change { WholeGroupBecause: { } why } => why.Length > 0 && (second.Doubts.Count > 0) ? null : "the whole group is read without a reason",
        Change change => second.CannotBeComplete ? "complete, though not all can be told" : Missing(change, second),
        _ => "an ending that nobody knows",
    };

    private static string? Missing(Change change, SecondReading second)
    {
        var read = change.Permissions.Select(p => Of(p, change.DirectionKnown)).ToList();
        var missing = second.Asked.Plain.Concat(second.Answered.Plain).FirstOrDefault(opening => !read.Any(r => r.Covers(opening)));
        return missing is null ? null : $"narrower: {missing} is not in [{string.Join("; ", read)}]";
    }

    private static Opening Of(Permission permission, bool directionKnown)
    {
        var peer = permission.Peer is Peer.Group group ? group.GroupId : permission.Peer.Text;
        bool? egress = directionKnown ? permission.Direction == Direction.Egress : null;
        return new(egress, new Services(Node.Of(permission.Protocol), null, null).Number!.Value, permission.FromPort, permission.ToPort, peer);
    }
}
