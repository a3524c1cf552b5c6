using System.Text.Json;
using Remediator.Changes;

namespace Remediator.Aws.Ledger.Json;

/// <summary>Who made a change and how.</summary>
internal static class ActorJson
{
    public static void Write(Utf8JsonWriter json, Actor actor)
    {
        json.WriteStartObject("actor");
        json.WriteString("arn", actor.Arn);
        json.Maybe("issuerArn", actor.IssuerArn);
        json.Maybe("sourceAddress", actor.SourceAddress);
        json.Maybe("userAgent", actor.UserAgent);
        json.Word("via", Words.Channels, (int)actor.Via);
        if (actor.WithMfa is { } withMfa) json.WriteBoolean("withMfa", withMfa);
        json.Maybe("service", actor.Service);
        json.WriteEndObject();
    }

    public static Actor Read(Part part) => new(
        part.Member("arn").Text(),
        part.Optional("issuerArn")?.Text(),
        part.Optional("sourceAddress")?.Text(),
        part.Optional("userAgent")?.Text(),
        (Channel)part.Member("via").Choice(Words.Channels),
        part.Optional("withMfa")?.Flag())
    {
        Service = part.Optional("service")?.Text(),
    };
}
