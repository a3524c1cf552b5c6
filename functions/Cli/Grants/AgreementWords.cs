using Remediator.Waivers;

namespace Remediator.Cli.Grants;

/// <summary>What agreements are called, in text and JSON.</summary>
internal static class AgreementWords
{
    public static string Kind(Agreement agreement) => agreement.Lease is null ? "waiver" : "lease";

    /// <summary>A lease's own state; of a waiver, whether it is in force. An open lease past its end is still open until it is closed.</summary>
    public static string State(Agreement agreement, DateTimeOffset now) => agreement.Lease?.State switch
    {
        LeaseState.Opening => "opening",
        LeaseState.Open => "open",
        LeaseState.Closing => "closing",
        LeaseState.Closed => "closed",
        LeaseState.Refused => "refused",
        _ => agreement.Waiver.IsInForce(now) ? "in-force" : "over",
    };

    /// <summary>Whether anything of it counts or stands any more.</summary>
    public static bool IsOver(Agreement agreement, DateTimeOffset now) =>
        agreement.EndedAt is not null || (agreement.Lease is null ? agreement.Waiver.Until <= now : agreement.Lease.State is LeaseState.Closed or LeaseState.Refused);

    public static IEnumerable<string> Peers(Waiver waiver) => [.. waiver.Addresses.ToCidrs().Select(block => block.ToString()), .. waiver.PeerKeys.Order(StringComparer.Ordinal)];
}
