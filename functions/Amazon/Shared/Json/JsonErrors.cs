using System.Text.Json;
using Amazon.Shared.Errors;

namespace Amazon.Shared.Json;

/// <summary>
/// Reads a REST-JSON error: the code from the header <c>x-amzn-ErrorType</c>, else from <c>code</c> or <c>__type</c> in the body; the text from <c>message</c>.
/// Source: the AWS restJson1 protocol, which also tells to cut the code at a colon and behind a number sign.
/// </summary>
internal static class JsonErrors
{
    /// <summary>Never fails: what cannot be read is described as unreadable.</summary>
    internal static ServiceError Read(Answer answer, Exception cause)
    {
        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            var body = document.RootElement;
            var code = Bare(FirstOf(answer.ErrorTypeHeader, Text(body, "__type"), Text(body, "code"), Text(body, "Code")));
            return code.Length == 0
                ? ServiceErrors.Unreadable(answer, Expected, cause)
                : ServiceErrors.Said(answer, code, FirstOf(Text(body, "message"), Text(body, "Message")), "", cause) with { BodyCode = NullIfEmpty(Text(body, "Code")) };
        }
        catch (JsonException failure)
        {
            return ServiceErrors.Unreadable(answer, Expected, failure);
        }
    }

    private const string Expected = "a JSON error with a code";

    private static string FirstOf(params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
        {
            if (text.Length > 0)
            {
                return text;
            }
        }

        return "";
    }

    private static string Text(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : "";

    private static string NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static string Bare(string code)
    {
        var name = code[(code.IndexOf('#', StringComparison.Ordinal) + 1)..];
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? name : name[..colon];
    }
}
