using System.Text.Json;
using Remediator.Network;
using Remediator.Threats;

namespace Remediator.Aws.Ledger.Json;

/// <summary>An address of a finding, with its owner.</summary>
internal static class ContactJson
{
    public static void Write(Utf8JsonWriter json, Contact contact)
    {
        json.WriteStartObject();
        json.WriteString("remote", contact.Remote.ToString());
        json.Maybe("protocol", contact.Protocol?.Number);
        json.Maybe("port", contact.LocalPort);
        json.Word("direction", Words.ThreatDirections, (int)contact.Direction);
        json.Maybe("local", contact.Local?.ToString());
        json.Maybe("interface", contact.InterfaceId);
        if (contact.Owner is { } owner) Write(json, owner);
        json.WriteEndObject();
    }

    public static Contact? Read(Part part)
    {
        if (part.Member("remote").Address() is not { } remote) return null;
        var protocol = part.Optional("protocol")?.Int(byte.MinValue, byte.MaxValue);
        return new(remote, protocol is { } number ? new Protocol((byte)number) : null, part.Optional("port")?.Int())
        {
            Direction = (ThreatDirection)part.Member("direction").Choice(Words.ThreatDirections),
            Local = part.Optional("local")?.Address(),
            InterfaceId = part.Optional("interface")?.Text(),
            Owner = part.Optional("owner") is { } owner ? ReadOwner(owner) : null,
        };
    }

    private static void Write(Utf8JsonWriter json, Owner owner)
    {
        json.WriteStartObject("owner");
        json.Maybe("asn", owner.Asn);
        json.Maybe("asnOrganisation", owner.AsnOrganisation);
        json.Maybe("organisation", owner.Organisation);
        json.Maybe("provider", owner.Provider);
        json.Maybe("country", owner.Country);
        json.WriteEndObject();
    }

    private static Owner ReadOwner(Part part) =>
        new(part.Optional("asn")?.Text(), part.Optional("asnOrganisation")?.Text(), part.Optional("organisation")?.Text(), part.Optional("provider")?.Text()) { Country = part.Optional("country")?.Text() };
}
