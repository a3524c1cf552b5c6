using System.Text.Json;
using Remediator.Cli.Inputs;
using Remediator.Cli.Json;
using Remediator.Findings;
using Remediator.Policies;
using Remediator.Threats;

namespace Remediator.Cli.Reactions;

/// <summary>The document of <c>explain</c> for a finding: the finding, the answers, and the keys that every event has.</summary>
internal static class ReactionJson
{
    public static void Write(Utf8JsonWriter json, Reaction reaction, IEnumerable<Problem> problems)
    {
        if (reaction.Threat is { } threat) WriteFinding(json, threat);
        json.WriteStartArray("answers");
        foreach (var response in reaction.Asked) Write(json, reaction, response);
        if (reaction.Default is { } answer) Write(json, answer);
        json.WriteEndArray();
        foreach (var none in (ReadOnlySpan<string>)["verdicts", "missing"])
        {
            json.WriteStartArray(none);
            json.WriteEndArray();
        }

        WriteOpen(json, reaction);
        ProblemsJson.Write(json, problems);
        json.WriteStartObject("summary");
        PolicyJson.Write(json, reaction.Policy);
        if (reaction.IgnoredBecause is { } why) json.WriteString("ignored", why);
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, Threat threat)
    {
        json.WriteStartObject("finding");
        json.WriteString("id", threat.Id);
        json.WriteString("type", threat.Type.Text);
        json.WriteNumber("severity", threat.Severity);
        json.WriteString("account", threat.Account);
        json.WriteString("region", threat.Region);
        json.WriteString("updatedAt", threat.UpdatedAt);
        json.WriteNumber("count", threat.Count);
        json.WriteString("role", ReactionWords.Of(threat.Role));
        json.WriteString("direction", ReactionWords.Of(threat.Direction));
        json.WriteBoolean("portProbe", threat.IsPortProbe);
        if (threat.Title is { } title) json.WriteString("title", SafeText.Line(title, 256));
        Write(json, "instances", threat.InstanceIds);
        Write(json, "interfaces", threat.Interfaces.Select(i => i.Id).OfType<string>());
        Write(json, "otherResources", threat.OtherResources.Select(r => SafeText.Line(r, 256)));
        json.WriteStartArray("contacts");
        foreach (var contact in threat.Contacts) Write(json, contact);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Contact contact)
    {
        json.WriteStartObject();
        json.WriteString("remote", contact.Remote.ToString());
        if (contact.Protocol is { } protocol) json.WriteString("protocol", protocol.ToString());
        if (contact.LocalPort is { } port) json.WriteNumber("port", port);
        json.WriteString("direction", ReactionWords.Of(contact.Direction));
        if (contact.InterfaceId is { } id) json.WriteString("interface", id);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Reaction reaction, ThreatResponse response)
    {
        json.WriteStartObject();
        json.WriteString("response", ReactionWords.Of(response.Answer));
        json.WriteString("from", "policy");
        PlaceJson.Write(json, response.Place);
        json.WriteString("does", ReactionWords.Done(response));
        if (reaction.WhyNot(response) is { } why) json.WriteString("notBecause", why);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, (bool Closes, string Why) answer)
    {
        json.WriteStartObject();
        json.WriteString("response", answer.Closes ? "close" : "notify");
        json.WriteString("from", "default");
        json.WriteString("because", answer.Why);
        json.WriteEndObject();
    }

    private static void WriteOpen(Utf8JsonWriter json, Reaction reaction)
    {
        json.WriteStartArray("open");
        if (reaction.Threat is not null)
        {
            json.WriteStartObject();
            json.WriteString("message", ReactionWords.Doors);
            json.WriteString("help", "the notice of the finding names them");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
