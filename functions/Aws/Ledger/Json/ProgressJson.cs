using System.Text.Json;
using Remediator.Ledger;
using Remediator.Remediations;

namespace Remediator.Aws.Ledger.Json;

/// <summary>How far an event got.</summary>
internal static class ProgressJson
{
    public static void Write(Utf8JsonWriter json, Progress progress, LedgerDocument to)
    {
        json.WriteStartObject();
        json.List("handled", progress.Handled, handled => HandledJson.Write(json, handled, to));
        json.Maybe("closedAt", progress.ClosedAt);
        json.WriteBoolean("findingsTold", progress.FindingsTold);
        json.WriteBoolean("noticeTold", progress.NoticeTold);
        json.List("trims", progress.Trims, trim => TrimProgressJson.Write(json, trim, to));
        json.Numbers("restored", progress.Restored, to.Permission);
        json.List("calls", progress.Calls, call => Write(json, call));
        json.WriteEndObject();
    }

    public static Progress Read(Part part, LedgerReader from) => new(
        part.Member("handled").List(handled => HandledJson.Read(handled, from)),
        part.Optional("closedAt")?.Time(),
        part.Member("findingsTold").Flag(),
        part.Member("noticeTold").Flag())
    {
        Trims = part.Member("trims").List(trim => TrimProgressJson.Read(trim, from)),
        Restored = from.Permissions(part.Member("restored")),
        Calls = part.Member("calls").List(ReadCall),
    };

    private static void Write(Utf8JsonWriter json, CallMade call)
    {
        json.WriteStartObject();
        json.WriteString("operation", call.Operation);
        json.Maybe("requestId", call.RequestId);
        json.WriteString("answer", call.Answer);
        json.WriteString("at", call.At);
        json.WriteEndObject();
    }

    private static CallMade ReadCall(Part part) =>
        new(part.Member("operation").Text(), part.Optional("requestId")?.Text(), part.Member("answer").Text(), part.Member("at").Time());
}
