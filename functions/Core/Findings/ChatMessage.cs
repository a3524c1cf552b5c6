using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Remediator.Findings;

/// <summary>A notice as a custom notification of Amazon Q Developer in chat applications: the JSON that its topic carries.</summary>
/// <remarks>https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html: version 1.0, source custom, and the members below.
/// Title up to 250 characters, description 8,000, ten next steps of 350, ten keywords of 75, thread 64, summary 300.</remarks>
public static class ChatMessage
{
    private const int MostOfTitle = 250;
    private const int MostOfDescription = 7_000;
    private const int MostSteps = 10;
    private const int MostOfStep = 350;
    private const int MostOfWord = 75;
    private const string Next = "WHAT NOW";

    private static readonly ImmutableArray<string> Keywords = ["outcome", "severity", "groupId", "account", "region"];

    /// <param name="partition">Of the group that the notice is about, such as <c>aws</c>.</param>
    public static string Write(Notice notice, string partition)
    {
        var sections = notice.Body.TrimEnd('\n').Split("\n\n").Select(s => s.Split('\n')).ToList();
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("version", "1.0");
            json.WriteString("source", "custom");
            json.WriteString("id", notice.Id);
            WriteContent(json, notice, sections);
            WriteMetadata(json, notice, partition);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteContent(Utf8JsonWriter json, Notice notice, List<string[]> sections)
    {
        json.WriteStartObject("content");
        json.WriteString("textType", "client-markdown");
        json.WriteString("title", Cut(ChatText.Of(notice.Subject), MostOfTitle));
        json.WriteString("description", Description(sections.Where(s => s[0] != Next)));
        List(json, "nextSteps", Steps(sections.Find(s => s[0] == Next) ?? []));
        List(json, "keywords", [.. Keywords.Where(notice.Attributes.ContainsKey).Select(name => Word(notice, name)).Distinct(StringComparer.Ordinal)]);
        json.WriteEndObject();
    }

    private static void WriteMetadata(Utf8JsonWriter json, Notice notice, string partition)
    {
        var group = Word(notice, "groupId");
        json.WriteStartObject("metadata");
        json.WriteString("threadId", notice.Id);
        json.WriteString("summary", Cut(ChatText.Of(notice.Subject), MostOfTitle));
        json.WriteString("eventType", Cut($"remediator-{Word(notice, "outcome")}", 32));
        if (group.StartsWith("sg-", StringComparison.Ordinal)) List(json, "relatedResources", [$"arn:{ChatText.Word(partition)}:ec2:{Word(notice, "region")}:{Word(notice, "account")}:security-group/{group}"]);
        json.WriteStartObject("additionalContext");
        foreach (var name in notice.Attributes.Keys) json.WriteString(name, Word(notice, name));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The notice's lines, the titles of its sections in bold; what is too much for a chat is left to the other readers.</summary>
    private static string Description(IEnumerable<string[]> sections)
    {
        var text = new StringBuilder();
        foreach (var (section, index) in sections.Select((s, i) => (s, i)))
        {
            var lines = section.Select((line, i) => i == 0 && index > 0 ? $"*{line}*" : ChatText.Of(line.TrimStart())).ToList();
            foreach (var line in index > 0 ? lines.Prepend("") : lines)
            {
                if (text.Length + line.Length > MostOfDescription) return text.Append("\nThere is more in the notice.").ToString();
                if (text.Length > 0) text.Append('\n');
                text.Append(line);
            }
        }

        return text.ToString();
    }

    /// <summary>A command goes with the sentence before it, and so does a line that begins in the middle of one.</summary>
    private static List<string> Steps(string[] section)
    {
        var steps = new List<string>();
        foreach (var line in section.Skip(1))
        {
            var isCommand = line.StartsWith("remediator ", StringComparison.Ordinal) || line.StartsWith("aws ", StringComparison.Ordinal);
            var shown = isCommand ? ChatText.Code(line) : ChatText.Of(line);
            if (steps.Count > 0 && (isCommand || char.IsAsciiLetterLower(line[0])) && steps[^1].Length + shown.Length < MostOfStep) steps[^1] += $" {shown}";
            else if (shown.Length <= MostOfStep) steps.Add(shown);
        }

        return [.. steps.Take(MostSteps)];
    }

    private static void List(Utf8JsonWriter json, string name, List<string> texts)
    {
        if (texts.Count == 0) return;
        json.WriteStartArray(name);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string Word(Notice notice, string name) => Cut(ChatText.Word(notice.Attributes.GetValueOrDefault(name, "unknown")), MostOfWord);

    private static string Cut(string text, int most) => SafeText.Shorten(text, most);
}
