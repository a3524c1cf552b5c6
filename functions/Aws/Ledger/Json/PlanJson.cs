using System.Text.Json;
using Remediator.Groups;
using Remediator.Remediations;

namespace Remediator.Aws.Ledger.Json;

/// <summary>What is to be done, each call with its own group, direction and permissions.</summary>
internal static class PlanJson
{
    public static void Write(Utf8JsonWriter json, Plan plan, LedgerDocument to)
    {
        json.WriteStartObject("plan");
        json.Group(plan.Group);
        json.List("calls", plan.Calls, call => Call(json, call.Group, call.Direction, call.Permissions, to));
        json.List("spared", plan.Spared, handled => HandledJson.Write(json, handled, to));
        json.List("trims", plan.Trims, trim => Write(json, trim, to));
        json.List("restorations", plan.Restorations, call => Call(json, call.Group, call.Direction, call.Permissions, to));
        json.WriteEndObject();
    }

    public static Plan Read(Part part, LedgerReader from) => new(
        part.Member("group").Group(),
        part.Member("calls").List(call => new Revocation(call.Member("group").Group(), Direction(call), from.Permissions(call.Member("permissions")))),
        part.Member("spared").List(handled => HandledJson.Read(handled, from)))
    {
        Trims = part.Member("trims").List(trim => ReadTrim(trim, from)),
        Restorations = part.Member("restorations").List(call => new Restoration(call.Member("group").Group(), Direction(call), from.Permissions(call.Member("permissions")))),
    };

    private static void Call(Utf8JsonWriter json, GroupKey group, Direction direction, ImmutableArray<Permission> permissions, LedgerDocument to)
    {
        json.WriteStartObject();
        json.Group(group);
        json.Word("direction", Words.Directions, (int)direction);
        json.Numbers("permissions", permissions, to.Permission);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Trimming trim, LedgerDocument to)
    {
        json.WriteStartObject();
        json.Group(trim.Group);
        json.WriteNumber("wide", to.Permission(trim.Wide));
        json.Numbers("pieces", trim.Pieces, to.Permission);
        json.WriteEndObject();
    }

    private static Trimming? ReadTrim(Part part, LedgerReader from) =>
        from.Permission(part.Member("wide")) is { } wide ? new(part.Member("group").Group(), wide, from.Permissions(part.Member("pieces"))) : null;

    private static Direction Direction(Part call) => (Direction)call.Member("direction").Choice(Words.Directions);
}
