using System.Text.Json;

namespace Remediator.Cli.Redriving;

/// <summary>The document of <c>redrive</c>.</summary>
internal static class RedriveJson
{
    public static void Write(Utf8JsonWriter json, RedrivePlace place, bool dryRun, RedriveResult result)
    {
        json.WriteString("queue", place.Queue);
        json.WriteString("function", place.Function);
        json.WriteBoolean("dryRun", dryRun);
        json.WriteNumber("sent", result.Sent);
        json.WriteNumber("left", result.Count(LetterFate.Left));
        json.WriteStartArray("messages");
        foreach (var handled in result.Letters) Write(json, handled);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, HandledLetter handled)
    {
        json.WriteStartObject();
        json.WriteString("messageId", handled.Letter.Id);
        json.WriteString("status", Status(handled.Fate));
        if (handled.Letter.SentAt is { } at) json.WriteString("diedAt", at);
        if (handled.Event is { } happened)
        {
            json.WriteString("eventId", happened.EventId);
            json.WriteString("form", happened.Form == LetterForm.Event ? "event" : "destination");
            if (happened.Why is { } why) json.WriteString("why", why);
        }

        if (handled.Problem is { } problem) json.WriteString("problem", problem);
        json.WriteEndObject();
    }

    private static string Status(LetterFate fate) => fate switch
    {
        LetterFate.Sent => "sent",
        LetterFate.SentNotDeleted => "sent-not-deleted",
        LetterFate.WouldSend => "planned",
        _ => "left",
    };
}
