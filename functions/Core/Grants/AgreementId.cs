using System.Globalization;
using Remediator.Changes;
using Remediator.Waivers;

namespace Remediator.Grants;

/// <summary>Ids of agreements: 12 hexadecimal digits, short enough to be typed, from what is agreed, by whom and when.</summary>
public static class AgreementId
{
    public const int Length = 12;

    /// <param name="waiver">Its own id does not count.</param>
    public static string Of(Waiver waiver) => StableHash.Of(
        "agreement",
        waiver.Group.ToString(),
        waiver.Direction.ToString(),
        waiver.Services.ToString(),
        waiver.Addresses.ToString(),
        string.Join(' ', waiver.PeerKeys.Order(StringComparer.Ordinal)),
        waiver.Owner,
        waiver.Reason,
        waiver.Ticket ?? "",
        waiver.From.UtcTicks.ToString(CultureInfo.InvariantCulture),
        waiver.Until.UtcTicks.ToString(CultureInfo.InvariantCulture))[..Length];

    public static bool IsOne(string text) => text.Length == Length && text.All(char.IsAsciiHexDigitLower);
}
