using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Remediator.Groups;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Verdicts;

namespace Remediator.Cli.Json;

/// <summary>A judged permission, the same in every verb. What does not apply is absent, never null.</summary>
internal static class VerdictJson
{
    /// <param name="exposure">What carries the group; null when that was not read.</param>
    public static void Write(Utf8JsonWriter json, GroupKey group, Verdict verdict, Exposure? exposure)
    {
        json.WriteStartObject();
        WritePermission(json, group, verdict.Permission);
        json.WriteString("verdict", Words.Of(verdict.Decision));
        json.WriteStartArray("rules");
        foreach (var rule in verdict.Rules) json.WriteStringValue(rule);
        json.WriteEndArray();
        if (verdict.Decision != Decision.Compliant) WriteCase(json, verdict, exposure);
        if (!verdict.Needs.IsNothing) NeedsJson.Write(json, verdict.Needs);
        json.WriteEndObject();
    }

    private static void WritePermission(Utf8JsonWriter json, GroupKey group, Permission permission)
    {
        json.WriteString("account", group.Account);
        json.WriteString("region", group.Region);
        json.WriteString("groupId", group.GroupId);
        json.WriteString("direction", Words.Of(permission.Direction));
        PermissionJson.WriteService(json, permission);
        json.WriteString("peer", permission.Peer.Text);
        if (permission.RuleId is { } ruleId) json.WriteString("ruleId", ruleId);
    }

    private static void WriteCase(Utf8JsonWriter json, Verdict verdict, Exposure? exposure)
    {
        json.WriteString("severity", Words.Of(verdict.Severity));
        if (Asked.Of(verdict) is { } action) json.WriteString("action", Words.Of(action));
        if (verdict.Action is null && !verdict.Reasons.IsEmpty) json.WriteBoolean("observing", true);
        WriteForbidden(json, verdict);
        if (verdict.Decision == Decision.Violation && (Asked.Of(verdict) == RuleAction.Trim || !verdict.Dropped.IsEmpty)) WriteTrim(json, verdict);
        ReasonsJson.Write(json, verdict.Reasons);
        if (!verdict.Waivers.IsEmpty) WaiversJson.Write(json, verdict);
        if (exposure is not null) WriteExposure(json, exposure);
    }

    private static void WriteForbidden(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartObject("forbidden");
        ServicesJson.Write(json, "ports", verdict.Forbidden.Services);
        WriteCounts(json, verdict.IPv4Addresses, verdict.IPv6Addresses);
        json.WriteNumber("shareOfInternet", Share(verdict.ShareOfInternet));
        json.WriteEndObject();
    }

    private static void WriteTrim(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartArray("remainder");
        foreach (var piece in verdict.Remainder) PermissionJson.WritePiece(json, piece);
        json.WriteEndArray();
        if (verdict.Dropped.IsEmpty) return;
        json.WriteStartObject("dropped");
        ServicesJson.Write(json, "ports", verdict.Dropped.Services);
        WriteCounts(json, verdict.Dropped.Addresses.Count(AddressFamily.IPv4), verdict.Dropped.Addresses.Count(AddressFamily.IPv6));
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, BigInteger ipv4, BigInteger ipv6)
    {
        json.WriteString("ipv4Addresses", ipv4.ToString(CultureInfo.InvariantCulture));
        json.WriteString("ipv6Addresses", ipv6.ToString(CultureInfo.InvariantCulture));
    }

    private static void WriteExposure(Utf8JsonWriter json, Exposure exposure)
    {
        json.WriteNumber("interfaces", exposure.Interfaces);
        json.WriteStartArray("publicAddresses");
        foreach (var address in exposure.PublicAddresses) json.WriteStringValue(address);
        json.WriteEndArray();
    }

    /// <summary>Eight digits that count, but never all of the internet where it is not.</summary>
    private static double Share(double share)
    {
        var rounded = double.Parse(share.ToString("G8", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return rounded >= 1 ? share : rounded;
    }
}
