using System.Globalization;
using Remediator.Changes;
using Remediator.Cli.Explanations;
using Remediator.Findings;

namespace Remediator.Cli.Screens;

/// <summary>Who did what, where, when and how.</summary>
internal static class EventText
{
    /// <summary><c>arn:… opened 2 permissions in sg-0a (web), account 111122223333, eu-west-1</c>.</summary>
    public static Line Headline(Explanation explanation)
    {
        var (change, key) = (explanation.Change, explanation.Key);
        var id = key.GroupId.Length > 0 ? SafeText.Line(key.GroupId, 64) : "";
        var name = SafeText.Line(explanation.Situation.Group.Name, 100);
        var group = id.Length == 0 ? $"group {name}" : name.Length == 0 ? id : $"{id} ({name})";
        return new Line().Add(ActorText.Name(change.Actor), Tone.Strong).Add($" {Did(change)} ").Add(group, Tone.Strong).Add($", account {key.Account}, {key.Region}");
    }

    /// <summary><c>AuthorizeSecurityGroupIngress, from 203.0.113.7, with the AWS CLI, with MFA, 2026-03-01 08:15:30 UTC</c>.</summary>
    public static string Circumstances(Change change)
    {
        var time = change.Time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        return $"{SafeText.Line(change.EventName, 64)}, from {ActorText.Source(change.Actor)}, {ActorText.How(change.Actor)}{ActorText.Factor(change.Actor)}, {time}";
    }

    /// <summary>What is known of the group; null when it is nothing.</summary>
    public static string? Group(Explanation explanation)
    {
        var parts = new List<string>(3);
        if (explanation.Group?.VpcId is { } vpc) parts.Add(SafeText.Line(vpc, 40));
        if (explanation.Exposure is { } exposure) parts.Add(ExposureText.Of(exposure));
        return parts.Count == 0 ? null : string.Join(", ", parts);
    }

    private static string Did(Change change) => change.Kind switch
    {
        ChangeKind.Closed => $"closed {Counted.Of(change.Closed.Length, "permission")} in",
        ChangeKind.Created => "created",
        ChangeKind.Retagged => "changed the tags of",
        ChangeKind.PeerChanged => $"changed prefix list {SafeText.Line(change.PrefixListId, 64)}, to which a rule refers in",
        _ => change.Permissions.IsEmpty ? "opened something in" : $"opened {Counted.Of(change.Permissions.Length, "permission")} in",
    };
}
