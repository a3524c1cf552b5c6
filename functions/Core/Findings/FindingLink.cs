using System.Buffers;
using System.Text.RegularExpressions;
using Remediator.Threats;

namespace Remediator.Findings;

/// <summary>Where a GuardDuty finding is looked at: the console of its region, by its id.</summary>
/// <remarks>https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html has the form of the address. The one
/// address that notices carry for people to tap: made only of what is no address of anybody else.</remarks>
internal static partial class FindingLink
{
    private const int MostOfRegion = 32;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>Null where the finding's id or region is not what GuardDuty writes, and where we do not know the console's name.</summary>
    public static string? Of(Threat threat) => Of(threat.Id, threat.Region);

    public static string? Of(string id, string region) =>
        id.Length is > 0 and <= 64 && !id.AsSpan().ContainsAnyExcept(Hexadecimal) && region.Length <= MostOfRegion && Region().IsMatch(region) && Console(region) is { } console
            ? $"https://{console}/guardduty/home?region={region}#/findings?search=id%3D{id}"
            : null;

    /// <summary>Whether a line is such an address and nothing else.</summary>
    public static bool IsOne(string line) => Whole().IsMatch(line);

    private static string? Console(string region) => region switch
    {
        _ when region.StartsWith("cn-", StringComparison.Ordinal) => "console.amazonaws.cn",
        _ when region.StartsWith("us-gov-", StringComparison.Ordinal) => "console.amazonaws-us-gov.com",
        _ when region.Contains("iso", StringComparison.Ordinal) || region.StartsWith("eusc-", StringComparison.Ordinal) => null,
        _ => "console.aws.amazon.com",
    };

    [GeneratedRegex(@"^[a-z]{2,4}(?:-[a-z]+)+-[0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Region();

    [GeneratedRegex(@"^https://console\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)/guardduty/home\?region=[a-z0-9-]{1,32}#/findings\?search=id%3D[0-9a-fA-F]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();
}
