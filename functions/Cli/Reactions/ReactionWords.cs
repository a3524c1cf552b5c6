using System.Globalization;
using Remediator.Findings;
using Remediator.Policies;
using Remediator.Threats;

namespace Remediator.Cli.Reactions;

/// <summary>A finding and the answers to it, in words.</summary>
internal static class ReactionWords
{
    public const string Doors = "which permissions let it in is looked up when the finding comes: what the interfaces carry then, no file tells";

    public static string Of(ThreatAnswer answer) => answer switch
    {
        ThreatAnswer.Notify => "notify",
        ThreatAnswer.Close => "close",
        ThreatAnswer.Suspend => "suspend",
        ThreatAnswer.Isolate => "isolate",
        _ => "block",
    };

    public static string Of(ThreatDirection direction) => direction switch
    {
        ThreatDirection.Inbound => "inbound",
        ThreatDirection.Outbound => "outbound",
        _ => "unknown",
    };

    public static string Of(ThreatRole role) => role switch
    {
        ThreatRole.Target => "target",
        ThreatRole.Actor => "actor",
        _ => "unknown",
    };

    public static string Of(double severity) => severity.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>What would be done, completing the response's word.</summary>
    public static string Done(ThreatResponse response) => response.Answer switch
    {
        ThreatAnswer.Notify => "people are told, and nothing is changed",
        ThreatAnswer.Close => Closed,
        ThreatAnswer.Suspend => $"what lets it in is closed for {Hours(response)}, also what the rules allow",
        ThreatAnswer.Isolate => $"its interfaces are moved to a group that lets nothing in or out{(response.CutsConnections ? ", and connections that stand are cut" : "")}",
        _ => $"its remote addresses are denied in the network ACL for {Hours(response)}",
    };

    public static string Closed => "what the rules forbid of the permissions that let it in is revoked or trimmed";

    /// <summary><c>203.0.113.9 came in to tcp/22</c>.</summary>
    public static string Of(Contact contact, Threat threat)
    {
        var direction = contact.Direction == ThreatDirection.Unknown ? threat.Direction : contact.Direction;
        var service = (contact.Protocol?.ToString(), contact.LocalPort) switch
        {
            ({ } protocol, { } port) => FormattableString.Invariant($"{protocol}/{port}"),
            ({ } protocol, null) => protocol,
            (null, { } port) => FormattableString.Invariant($"port {port}"),
            _ => "a port that the finding does not name",
        };
        var place = contact.InterfaceId is { } id ? $" of {SafeText.Line(id, 40)}" : "";
        return direction switch
        {
            ThreatDirection.Outbound => $"{contact.Remote} was reached from inside",
            ThreatDirection.Inbound => $"{contact.Remote} came in to {service}{place}",
            _ => $"{contact.Remote}, on {service}{place}",
        };
    }

    /// <summary>What was attacked, or attacked; null where the finding names nothing.</summary>
    public static string? About(Threat threat)
    {
        var names = threat.InstanceIds.Concat(threat.OtherResources).Select(n => SafeText.Line(n, 80)).ToList();
        if (names.Count == 0) return null;
        return names.Count == 1 ? names[0] : FormattableString.Invariant($"{names[0]} and {names.Count - 1} more");
    }

    private static string Hours(ThreatResponse response) => response.Hours == 1 ? "an hour" : FormattableString.Invariant($"{response.Hours} hours");
}
