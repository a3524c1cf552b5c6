using Remediator.Findings;
using Remediator.Groups;

namespace Remediator.Cli.Screens;

/// <summary>What carries a group: <c>on 3 interfaces, public 203.0.113.9 and 1 other</c>.</summary>
internal static class ExposureText
{
    private const int MostListed = 3;

    public static string Of(Exposure exposure)
    {
        if (exposure.Interfaces == 0) return "on no interface";
        var addresses = exposure.PublicAddresses;
        var shown = string.Join(", ", addresses.Take(MostListed).Select(a => SafeText.Line(a, 45)));
        var more = addresses.Length > MostListed ? $" and {Counted.Of(addresses.Length - MostListed, "other")}" : "";
        return $"on {Counted.Of(exposure.Interfaces, "interface")}, {(addresses.IsEmpty ? "none of them public" : $"public {shown}{more}")}";
    }
}
