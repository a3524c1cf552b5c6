using System.Globalization;
using Remediator.Containment;

namespace Remediator.Findings;

/// <summary>A measure in words for people.</summary>
internal static class MeasureText
{
    private const int MostListed = 5;

    /// <summary>What it is about: <c>interface eni-0a</c>, <c>203.0.113.9 in acl-0a</c>, <c>tcp/443 from 0.0.0.0/0 on sg-0a</c>.</summary>
    public static string What(Measure measure) => measure switch
    {
        Isolation isolation => $"interface {SafeText.Ascii(isolation.InterfaceId, 32)}",
        AclBlock block => $"{block.Address} in {SafeText.Ascii(block.AclId, 32)}",
        Suspension { Permissions: [var only] } one => $"{PermissionText.Of(only, one.Group)} on {SafeText.Ascii(one.Group.GroupId, 32)}",
        Suspension many => string.Create(CultureInfo.InvariantCulture, $"{many.Permissions.Length} permissions on {SafeText.Ascii(many.Group.GroupId, 32)}"),
        _ => $"measure {SafeText.Ascii(measure.Id, 64)}",
    };

    public static string Noun(Measure measure) => measure switch
    {
        Isolation => "isolation",
        AclBlock => "block",
        _ => "suspension",
    };

    /// <summary>What was done, with all that is needed to see it: one line each.</summary>
    public static IEnumerable<string> Details(Measure measure)
    {
        switch (measure)
        {
            case Isolation isolation:
                yield return $"it had {Listed(isolation.Groups.Select(g => SafeText.Ascii(g, 32)))}";
                if (isolation.QuarantineId is { } quarantine) yield return $"its quarantine is {SafeText.Ascii(quarantine, 32)}, which lets nothing in or out";
                break;
            case AclBlock { Number: { } number } block:
                yield return string.Create(CultureInfo.InvariantCulture, $"inbound entry {number} denies everything from {block.Address}");
                break;
            case Suspension { Permissions.Length: > 1 } suspension:
                foreach (var permission in suspension.Permissions.Take(MostListed)) yield return $"- {PermissionText.Of(permission, suspension.Group)}";
                if (suspension.Permissions.Length > MostListed) yield return string.Create(CultureInfo.InvariantCulture, $"and {suspension.Permissions.Length - MostListed} more");
                break;
        }
    }

    /// <summary>When it is taken back.</summary>
    public static string End(Measure measure) => measure.Until is { } until ? $"until {TimeText.Of(until)}" : "until somebody takes it back";

    public static string Undo(Measure measure) => $"remediator undo {SafeText.Ascii(measure.Id, 64)}";

    private static string Listed(IEnumerable<string> groups)
    {
        var all = groups.ToList();
        return all.Count switch
        {
            0 => "no group",
            1 => $"group {all[0]}",
            _ => $"groups {string.Join(", ", all)}",
        };
    }
}
