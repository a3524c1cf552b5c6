using System.Text.Json;
using Remediator.Ledger;

namespace Remediator.Aws.Ledger.Json;

/// <summary>How far one trim got.</summary>
internal static class TrimProgressJson
{
    public static void Write(Utf8JsonWriter json, TrimProgress trim, LedgerDocument to)
    {
        json.WriteStartObject();
        json.WriteNumber("wide", to.Permission(trim.Wide));
        json.Word("stage", Words.TrimStages, (int)trim.Stage);
        json.Numbers("missing", trim.Missing, to.Permission);
        json.Numbers("created", trim.Created, to.Permission);
        if (trim.Modified is { } modified) json.WriteNumber("modified", to.Permission(modified));
        json.WriteString("at", trim.At);
        json.WriteEndObject();
    }

    public static TrimProgress? Read(Part part, LedgerReader from)
    {
        if (from.Permission(part.Member("wide")) is not { } wide) return null;
        return new(wide, (TrimStage)part.Member("stage").Choice(Words.TrimStages), from.Permissions(part.Member("missing")), from.Permissions(part.Member("created")))
        {
            Modified = part.Optional("modified") is { } modified ? from.Permission(modified) : null,
            At = part.Member("at").Time(),
        };
    }
}
