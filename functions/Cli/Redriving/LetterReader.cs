using System.Text;
using System.Text.Json;
using Remediator.Ports;

namespace Remediator.Cli.Redriving;

/// <summary>
/// Dead letter → the event in it, or why there is none. The forms:
/// https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html and
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html.
/// </summary>
internal static class LetterReader
{
    private const string Payload = "requestPayload";

    public static LetterEvent? Read(DeadLetter letter, out string? whyNot)
    {
        whyNot = null;
        var bytes = Encoding.UTF8.GetBytes(letter.Body);
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            if (EventIdOf(root) is { } id) return new(id, bytes, LetterForm.Event, WhyOf(letter));
            if (!Member(root, Payload, out var payload)) whyNot = $"it is neither an event of EventBridge nor the record of a failed invocation with a `{Payload}`";
            else if (EventIdOf(payload) is { } inner) return new(inner, Encoding.UTF8.GetBytes(payload.GetRawText()), LetterForm.Destination, WhyOf(root));
            else whyNot = $"its `{Payload}` is no event of EventBridge";
        }
        catch (JsonException)
        {
            whyNot = "it is not JSON";
        }

        return null;
    }

    /// <summary>Null: no event. What EventBridge delivers has these members always.</summary>
    private static string? EventIdOf(JsonElement root) =>
        Text(root, "source") is not null && Text(root, "detail-type") is not null && Member(root, "detail", out var detail) && detail.ValueKind == JsonValueKind.Object
            ? Text(detail, "eventID") ?? Text(root, "id")
            : null;

    private static string? WhyOf(DeadLetter letter) => Joined(
        letter.Attributes.GetValueOrDefault("ErrorCode") ?? letter.Attributes.GetValueOrDefault("ERROR_CODE"),
        letter.Attributes.GetValueOrDefault("ErrorMessage") ?? letter.Attributes.GetValueOrDefault("ERROR_MESSAGE"));

    private static string? WhyOf(JsonElement record) => Joined(
        Member(record, "requestContext", out var context) ? Text(context, "condition") : null,
        Member(record, "responsePayload", out var payload) ? Text(payload, "errorMessage") : null);

    private static string? Joined(string? code, string? message) =>
        string.Join(": ", new[] { code, message }.Where(t => !string.IsNullOrWhiteSpace(t))) is { Length: > 0 } text ? text : null;

    private static bool Member(JsonElement from, string name, out JsonElement value)
    {
        value = default;
        return from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out value);
    }

    /// <summary>Null for what is no text, and for text that is no valid Unicode: such an escape is refused only when it is read.</summary>
    private static string? Text(JsonElement from, string name)
    {
        try
        {
            return Member(from, name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
