using System.Net;
using Remediator.Core.Tests.Changes.Fuzz;
using Remediator.Threats;

namespace Remediator.Core.Tests.Threats;

/// <summary>What holds of every threat, whatever it was read from: checked against the values that stand in the event, by another parser.</summary>
internal static class ThreatInvariants
{
    public static string? Complaint(Threat threat, byte[] bytes)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        var root = NodeParser.Parse(bytes).Root!;
        if (IsSample(root)) return "a sample became a threat";
        Collect(root, values);
        var addresses = values.Select(Address).OfType<IPAddress>().ToHashSet();
        return Header(threat, values) ?? threat.Contacts.Select(c => Contact(c, values, addresses)).FirstOrDefault(c => c is not null)
            ?? Ids(threat, values) ?? Direction(threat);
    }

    private static string? Header(Threat threat, HashSet<string> values)
    {
        if (!values.Contains(threat.Id)) return "the id is not in the event";
        if (threat.Account.Length != 12 || !values.Contains($"account!{threat.Account}")) return "the account is not the event's";
        if (!values.Contains(threat.Region)) return "the region is not the event's";
        if (threat.Severity is not (>= 0 and <= 10) || threat.Count < 1) return "the severity or the count is out of range";
        return threat.Type.Text.StartsWith($"{threat.Type.Purpose}:{threat.Type.Resource}/{threat.Type.Family}", StringComparison.Ordinal) ? null : "the type's parts are not its own";
    }

    private static string? Contact(Contact contact, HashSet<string> values, HashSet<IPAddress> addresses)
    {
        if (contact.Remote.IsIPv4MappedToIPv6 || contact.Local?.IsIPv4MappedToIPv6 == true) return "an address is mapped";
        if (!addresses.Contains(contact.Remote)) return $"{contact.Remote} is not in the event";
        if (contact.Local is { } local && !addresses.Contains(local)) return $"{local} is not in the event";
        if (contact.LocalPort is { } port && (port is < 0 or > 65535 || !values.Contains($"port!{port}"))) return $"no port {port} in the event";
        if (contact.LocalPort is not null && (contact.Direction == ThreatDirection.Outbound || contact.Protocol is { HasPorts: false })) return "a port that says nothing";
        return contact.InterfaceId is { } id && !values.Contains(id) ? $"{id} is not in the event" : null;
    }

    private static string? Ids(Threat threat, HashSet<string> values)
    {
        var ids = threat.InstanceIds.Concat(threat.Interfaces.SelectMany(i => new[] { i.Id, i.InstanceId, i.VpcId, i.SubnetId }.OfType<string>().Concat(i.GroupIds)));
        if (ids.FirstOrDefault(id => !values.Any(v => v.EndsWith(id, StringComparison.Ordinal))) is { } invented) return $"{invented} is not in the event";
        if (threat.Interfaces.Any(i => i.InstanceId is { } owner && !threat.InstanceIds.Contains(owner))) return "an interface's instance is not one of the instances";
        var known = threat.Interfaces.Select(i => i.Id).OfType<string>().ToList();
        if (known.Distinct().Count() != known.Count || threat.InstanceIds.Distinct().Count() != threat.InstanceIds.Length) return "an interface or an instance is there twice";
        var contacts = threat.Contacts.Select(c => c with { Owner = null }).ToList();
        return contacts.Distinct().Count() != contacts.Count ? "a contact is there twice" : null;
    }

    private static string? Direction(Threat threat)
    {
        if (threat.Contacts.Any(c => c.Direction == ThreatDirection.Inbound) && threat.Direction != ThreatDirection.Inbound) return "something came in, and the threat does not say so";
        return threat.Direction == ThreatDirection.Unknown && threat.Contacts.Any(c => c.Direction != ThreatDirection.Unknown) ? "a contact knows more than the threat" : null;
    }

    private static bool IsSample(Node root)
    {
        var info = root.Get("detail")?.Get("service")?.Get("additionalInfo");
        return info?.Get("sample") is { Kind: NodeKind.Word, Raw: "true" } || info?.Get("value")?.Raw is "{\"sample\":true}";
    }

    /// <summary>Every value as text; ports and accounts besides with a mark, as values under those names.</summary>
    private static void Collect(Node node, HashSet<string> values)
    {
        foreach (var (name, value) in node.Members)
        {
            if (name.Equals("port", StringComparison.OrdinalIgnoreCase)) values.Add($"port!{value.Raw}");
            if (name.ToLowerInvariant() is "account" or "accountid") values.Add($"account!{value.Raw}");
            Collect(value, values);
        }

        foreach (var item in node.Items) Collect(item, values);
        if (node.Raw is { Length: > 0 } raw) values.Add(raw);
    }

    private static IPAddress? Address(string text)
    {
        if (!text.Contains('.', StringComparison.Ordinal) && !text.Contains(':', StringComparison.Ordinal)) return null;
        if (!IPAddress.TryParse(text, out var address)) return null;
        return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
    }
}
