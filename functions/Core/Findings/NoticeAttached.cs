using System.Globalization;

namespace Remediator.Findings;

/// <summary>What could be reached through the group.</summary>
internal static class NoticeAttached
{
    public static IEnumerable<string> Lines(Report report)
    {
        if (report.Exposure is not { } exposure)
        {
            yield return "What carries the group could not be read.";
            yield break;
        }

        if (exposure.Interfaces == 0)
        {
            yield return "No network interface carries the group.";
            yield break;
        }

        yield return exposure.Interfaces == 1
            ? "1 network interface carries the group."
            : string.Create(CultureInfo.InvariantCulture, $"{exposure.Interfaces} network interfaces carry the group.");
        yield return exposure.PublicAddresses.IsDefaultOrEmpty ? "No public address is on it." : Addresses(exposure.PublicAddresses);
    }

    private static string Addresses(ImmutableArray<string> addresses)
    {
        var more = NoticeWhat.More(addresses.Length, "address") is not null
            ? string.Create(CultureInfo.InvariantCulture, $" and {addresses.Length - NoticeWhat.MostListed} more")
            : "";
        return $"Public: {string.Join(", ", addresses.Take(NoticeWhat.MostListed).Select(a => SafeText.Line(a, 45)))}{more}";
    }
}
