using System.Globalization;
using System.Net;
using Remediator.Threats;

namespace Remediator.Findings;

/// <summary>The attack that GuardDuty saw, for a phone: what, how bad, from where, against what, how often. Titles and the names of
/// owners were written by somebody else and are made safe here.</summary>
internal static class AttackLines
{
    /// <summary>A port probe has hundreds of addresses: a few tell enough.</summary>
    private const int MostRemotes = 5;

    private const int MostPorts = 8;

    public static IEnumerable<string> Of(Threat threat)
    {
        yield return $"{RuleText.Capital(ThreatWords.Plain(threat.Type))} ({ThreatWords.Id(threat.Type.Text)})";
        if (!string.IsNullOrWhiteSpace(threat.Title)) yield return $"GuardDuty: {SafeText.Quote(threat.Title, 200)}";
        yield return $"severity {Number(threat)} of 10 ({ThreatWords.Weight(threat.Severity).ToString().ToLowerInvariant()})";
        foreach (var line in Remotes(threat)) yield return line;
        foreach (var line in Against(threat)) yield return line;
        yield return Often(threat);
        if (threat.WasBlocked == true) yield return "GuardDuty says that the traffic was blocked.";
    }

    /// <summary>The attack in one line: <c>guessing of SSH passwords against i-0a from 203.0.113.9</c>.</summary>
    public static string Line(Threat threat)
    {
        var target = Target(threat) is { } named ? $" {(threat.Role == ThreatRole.Actor ? "by" : "against")} {named}" : "";
        return $"{ThreatWords.Plain(threat.Type)}{target}{(Who(threat) is { } who ? $" {Preposition(threat, Direction(threat, threat.Contacts))} {who}" : "")}";
    }

    /// <summary>Who, in a few words: <c>203.0.113.9 and 4 more addresses</c>; null where the finding names nobody.</summary>
    public static string? Who(Threat threat)
    {
        var remotes = threat.Contacts.Select(c => c.Remote).Distinct().ToList();
        return remotes.Count switch
        {
            0 => null,
            1 => remotes[0].ToString(),
            2 => $"{remotes[0]} and {remotes[1]}",
            var count => string.Create(CultureInfo.InvariantCulture, $"{remotes[0]} and {count - 1} more addresses"),
        };
    }

    /// <summary>What it is about, in a few words: the first instance, interface or other resource, and how many more.</summary>
    public static string? Target(Threat threat)
    {
        var all = threat.InstanceIds.Select(i => SafeText.Ascii(i, 24)).Distinct(StringComparer.Ordinal).ToList();
        if (all.Count == 0) all = [.. threat.Interfaces.Select(i => i.Id).OfType<string>().Select(i => SafeText.Ascii(i, 24)).Distinct(StringComparer.Ordinal)];
        if (all.Count == 0) all = [.. threat.OtherResources.Select(r => SafeText.Ascii(r, 40))];
        return all.Count switch
        {
            0 => null,
            1 => all[0],
            var count => string.Create(CultureInfo.InvariantCulture, $"{all[0]} and {count - 1} more"),
        };
    }

    /// <summary>Of GuardDuty, with one decimal at most.</summary>
    public static string Number(Threat threat) => Number(threat.Severity);

    public static string Number(double severity) => severity.ToString("0.#", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Remotes(Threat threat)
    {
        var remotes = threat.Contacts.GroupBy(c => c.Remote).ToList();
        foreach (var same in remotes.Take(MostRemotes)) yield return Remote(threat, same.Key, [.. same]);
        if (remotes.Count > MostRemotes) yield return string.Create(CultureInfo.InvariantCulture, $"and {remotes.Count - MostRemotes:N0} more address{(remotes.Count == MostRemotes + 1 ? "" : "es")}");
        if (remotes.Count == 0) yield return "The finding names no remote address.";
    }

    private static string Preposition(Threat threat, ThreatDirection direction) => (direction, threat.Role) switch
    {
        (ThreatDirection.Inbound, _) or (ThreatDirection.Unknown, ThreatRole.Target) => "from",
        (ThreatDirection.Outbound, _) => "to",
        _ => "with",
    };

    private static string Remote(Threat threat, IPAddress remote, ImmutableArray<Contact> contacts)
    {
        var direction = Direction(threat, contacts);
        var ports = contacts.Select(c => Port(c)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var more = ports.Count > MostPorts ? string.Create(CultureInfo.InvariantCulture, $" and {ports.Count - MostPorts} more") : "";
        var local = direction == ThreatDirection.Outbound ? "from own" : "to";
        return $"{Preposition(threat, direction)} {remote}{(ports.Count == 0 ? "" : $" {local} {string.Join(", ", ports.Take(MostPorts))}{more}")}{Owned(contacts.Select(c => c.Owner).FirstOrDefault(o => o is not null))}";
    }

    /// <summary>Where all contacts went one way, or do not say; else unknown.</summary>
    private static ThreatDirection Direction(Threat threat, ImmutableArray<Contact> contacts) =>
        contacts.Select(c => c.Direction == ThreatDirection.Unknown ? threat.Direction : c.Direction).Distinct().ToList() is [var only] ? only : ThreatDirection.Unknown;

    private static string? Port(Contact contact) => (contact.Protocol, contact.LocalPort) switch
    {
        ({ } protocol, { } port) => string.Create(CultureInfo.InvariantCulture, $"{protocol}/{port}"),
        (null, { } port) => string.Create(CultureInfo.InvariantCulture, $"port {port}"),
        ({ HasName: true } protocol, null) => protocol.ToString(),
        ({ } protocol, null) => $"protocol {protocol}",
        _ => null,
    };

    private static string Owned(Owner? owner)
    {
        if (owner is null) return "";
        var name = new[] { owner.Organisation, owner.AsnOrganisation, owner.Provider }.FirstOrDefault(n => !string.IsNullOrWhiteSpace(n));
        var parts = new List<string>(3);
        if (name is not null) parts.Add($"of {SafeText.Quote(name, 80)}");
        if (!string.IsNullOrWhiteSpace(owner.Asn)) parts.Add($"AS {SafeText.Ascii(owner.Asn, 16)}");
        if (!string.IsNullOrWhiteSpace(owner.Country)) parts.Add($"in {SafeText.Quote(owner.Country, 60)}");
        return parts.Count == 0 ? "" : $", {string.Join(", ", parts)}";
    }

    private static IEnumerable<string> Against(Threat threat)
    {
        var word = threat.Role == ThreatRole.Actor ? "by" : "against";
        if (Listed(threat.InstanceIds, "instance") is { } instances) yield return $"{word} {instances}";
        if (Listed([.. threat.Interfaces.Select(i => i.Id).OfType<string>()], "interface") is { } interfaces) yield return $"through {interfaces}";
        if (Listed(threat.OtherResources, "") is { } others) yield return $"{word} {others}";
        if (threat.InstanceIds.IsEmpty && threat.Interfaces.IsEmpty && threat.OtherResources.IsEmpty) yield return "The finding names no resource.";
    }

    private static string? Listed(ImmutableArray<string> all, string noun)
    {
        var shown = all.Distinct(StringComparer.Ordinal).ToList();
        if (shown.Count == 0) return null;
        var more = shown.Count > MostRemotes ? string.Create(CultureInfo.InvariantCulture, $" and {shown.Count - MostRemotes} more") : "";
        return $"{noun}{(noun.Length == 0 ? "" : shown.Count == 1 ? " " : "s ")}{string.Join(", ", shown.Take(MostRemotes).Select(i => SafeText.Words(i, 64)))}{more}";
    }

    private static string Often(Threat threat)
    {
        var last = TimeText.Of(threat.LastSeen ?? threat.UpdatedAt);
        if (threat.Count <= 1) return $"seen once, {(threat.LastSeen is null && threat.FirstSeen is null ? "told" : "at")} {(threat.FirstSeen is { } at ? TimeText.Of(at) : last)}";
        var since = threat.FirstSeen is { } first ? $", since {TimeText.Of(first)}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"seen {threat.Count:N0} times{since}, last at {last}");
    }
}
