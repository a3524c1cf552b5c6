using System.Text.Json;
using Remediator.Containment;
using Remediator.Network;

namespace Remediator.Aws.Ledger.Json;

/// <summary>A measure: <c>what</c> says which kind.</summary>
internal static class MeasureJson
{
    private static readonly string[] Kinds = ["suspension", "isolation", "block"];

    public static void Write(Utf8JsonWriter json, Measure measure, LedgerDocument to)
    {
        json.WriteStartObject();
        json.WriteString("id", measure.Id);
        CauseJson.Write(json, measure.Cause);
        json.WriteString("at", measure.At);
        json.Maybe("until", measure.Until);
        json.WriteNumber("version", measure.Version);
        json.Word("state", Words.MeasureStates, (int)measure.State);
        json.Maybe("problem", measure.Problem);
        json.Maybe("endedBy", measure.EndedBy);
        json.Maybe("endedAt", measure.EndedAt);
        switch (measure)
        {
            case Suspension suspension: Write(json, suspension, to); break;
            case Isolation isolation: Write(json, isolation); break;
            case AclBlock block: Write(json, block); break;
            default: throw new InvalidOperationException($"unknown measure {measure}");
        }

        json.WriteEndObject();
    }

    public static Measure? Read(Part part, LedgerReader from)
    {
        Measure? measure = part.Member("what").Choice(Kinds) switch
        {
            0 => ReadSuspension(part, from),
            1 => ReadIsolation(part),
            _ => ReadBlock(part),
        };
        return measure is null ? null : measure with
        {
            State = (MeasureState)part.Member("state").Choice(Words.MeasureStates),
            Problem = part.Optional("problem")?.Text(),
            EndedBy = part.Optional("endedBy")?.Text(),
            EndedAt = part.Optional("endedAt")?.Time(),
        };
    }

    private static void Write(Utf8JsonWriter json, Suspension suspension, LedgerDocument to)
    {
        json.Word("what", Kinds, 0);
        json.Group(suspension.Group);
        json.Numbers("permissions", suspension.Permissions, to.Permission);
    }

    private static void Write(Utf8JsonWriter json, Isolation isolation)
    {
        json.Word("what", Kinds, 1);
        WritePlace(json, isolation);
        json.WriteString("interface", isolation.InterfaceId);
        json.WriteString("vpc", isolation.VpcId);
        json.Texts("groups", isolation.Groups);
        json.Maybe("quarantine", isolation.QuarantineId);
        json.Flag("cutsConnections", isolation.CutsConnections);
    }

    private static void Write(Utf8JsonWriter json, AclBlock block)
    {
        json.Word("what", Kinds, 2);
        WritePlace(json, block);
        json.WriteString("acl", block.AclId);
        json.WriteString("address", block.Address.ToString());
        json.Maybe("number", block.Number);
    }

    private static Suspension ReadSuspension(Part part, LedgerReader from) =>
        new(Id(part), Cause(part), part.Member("group").Group(), from.Permissions(part.Member("permissions")), At(part), Until(part), Version(part));

    private static Isolation ReadIsolation(Part part)
    {
        var (account, region) = ReadPlace(part);
        var groups = part.Member("groups").List(group => group.Text());
        return new(Id(part), Cause(part), account, region, part.Member("interface").Text(), part.Member("vpc").Text(), groups, At(part), Version(part))
        {
            Until = Until(part),
            QuarantineId = part.Optional("quarantine")?.Text(),
            CutsConnections = part.Optional("cutsConnections")?.Flag() ?? false,
        };
    }

    private static AclBlock? ReadBlock(Part part)
    {
        var (account, region) = ReadPlace(part);
        var address = part.Member("address");
        if (!Cidr.TryParse(address.Text(), out var one) || one.Length != Cidr.Width(one.Family)) return address.Wrong<AclBlock?>("one address", null);
        return new(Id(part), Cause(part), account, region, part.Member("acl").Text(), one, At(part), Until(part), Version(part)) { Number = part.Optional("number")?.Int() };
    }

    /// <summary>A suspension's is in its group.</summary>
    private static void WritePlace(Utf8JsonWriter json, Measure measure)
    {
        json.WriteString("account", measure.Account);
        json.WriteString("region", measure.Region);
    }

    private static (string Account, string Region) ReadPlace(Part part) => (part.Member("account").Text(), part.Member("region").Text());

    private static string Id(Part part) => part.Member("id").Text();

    private static Cause Cause(Part part) => CauseJson.Read(part.Member("cause"));

    private static DateTimeOffset At(Part part) => part.Member("at").Time();

    private static DateTimeOffset? Until(Part part) => part.Optional("until")?.Time();

    private static int Version(Part part) => part.Member("version").Int();
}
