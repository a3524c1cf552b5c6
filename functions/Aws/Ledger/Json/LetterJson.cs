using System.Text.Json;
using Remediator.Findings;

namespace Remediator.Aws.Ledger.Json;

/// <summary>A letter of the outbox: <c>to</c> says which kind.</summary>
internal static class LetterJson
{
    private static readonly string[] Kinds = ["people", "import", "resolve", "digest", "chat"];

    public static void Write(Utf8JsonWriter json, Letter letter)
    {
        json.WriteStartObject();
        json.WriteString("id", letter.Id);
        json.WriteString("at", letter.At);
        json.WriteString("due", letter.Due);
        json.WriteNumber("tries", letter.Tries);
        switch (letter)
        {
            case Letter.ToPeople people: Write(json, 0, people.Notice); break;
            case Letter.ToImport import: Write(json, 1, import.Findings); break;
            case Letter.ToResolve resolve: Write(json, 2, resolve.Findings); break;
            case Letter.ToDigest digest: Write(json, 3, digest.Notice); break;
            case Letter.ToChat chat: Write(json, 4, chat.Notice); break;
            default: throw new InvalidOperationException($"unknown letter {letter}");
        }

        json.WriteEndObject();
    }

    public static Letter? Read(Part part)
    {
        var (id, at, due, tries) = (part.Member("id").Text(), part.Member("at").Time(), part.Member("due").Time(), part.Member("tries").Int(0));
        return part.Member("to").Choice(Kinds) switch
        {
            0 => new Letter.ToPeople(id, at, due, tries, NoticeJson.Read(part.Member("notice"))),
            1 => new Letter.ToImport(id, at, due, tries, part.Member("findings").List(FindingJson.Read)),
            2 => new Letter.ToResolve(id, at, due, tries, part.Member("findings").List(FindingJson.Read)),
            3 => new Letter.ToDigest(id, at, due, tries, NoticeJson.Read(part.Member("notice"))),
            _ => new Letter.ToChat(id, at, due, tries, NoticeJson.Read(part.Member("notice"))),
        };
    }

    private static void Write(Utf8JsonWriter json, int kind, Notice notice)
    {
        json.Word("to", Kinds, kind);
        NoticeJson.Write(json, notice);
    }

    private static void Write(Utf8JsonWriter json, int kind, ImmutableArray<Finding> findings)
    {
        json.Word("to", Kinds, kind);
        json.List("findings", findings, finding => FindingJson.Write(json, finding));
    }
}
