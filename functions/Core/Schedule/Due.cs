using Remediator.Waivers;

namespace Remediator.Schedule;

/// <summary>What the clock asks of an agreement.</summary>
internal static class Due
{
    /// <summary>How long before its end it is told: an hour, or a quarter of a shorter one.</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromHours(1);

    /// <summary>Its end was not dealt with: its time is over, or somebody closed its lease before.</summary>
    public static bool Ends(Agreement agreement, DateTimeOffset now) => agreement.EndedAt is null && (now >= agreement.Waiver.Until || IsOver(agreement));

    /// <summary>Told once for each end: one that was moved is told again.</summary>
    public static bool EndsSoon(Agreement agreement, DateTimeOffset now)
    {
        if (agreement.EndedAt is not null || IsOver(agreement)) return false;
        var quarter = (agreement.Waiver.Until - agreement.Waiver.From) / 4;
        var from = agreement.Waiver.Until - (quarter < Notice ? quarter : Notice);
        return from <= now && now < agreement.Waiver.Until && !(agreement.ForetoldAt >= from);
    }

    /// <summary>A review that is due at the end or later is asked for with the end.</summary>
    public static bool Review(Agreement agreement, DateTimeOffset now) =>
        agreement is { EndedAt: null, ReviewToldAt: null } && agreement.Waiver.ReviewBy <= now && now < agreement.Waiver.Until;

    /// <summary>Nothing of the lease is left to close.</summary>
    public static bool IsOver(Agreement agreement) => agreement.Lease is { State: LeaseState.Closed or LeaseState.Refused };
}
