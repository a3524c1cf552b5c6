using System.Globalization;
using System.Numerics;
using Remediator.Changes;
using Remediator.Diagnostics;
using Remediator.Network;
using Remediator.Policies;
using Remediator.Waivers;

namespace Remediator.Grants;

/// <summary>What may be agreed to: the policy's <c>waivers</c>, and what holds without it. Every limit that is passed is told.</summary>
/// <param name="policy">The policy file's name, for people.</param>
public sealed class GrantLimits(WaiverLimits limits, string policy)
{
    public const int LongestReason = 500;
    public const int LongestTicket = 100;

    /// <summary>Of an emergency change, where the policy says nothing shorter.</summary>
    private const int EmergencyHours = 24;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <param name="asked">One with <see cref="Waiver.ReviewBy"/> is an emergency change. Its time is counted from its first grant.</param>
    /// <param name="listed">What its prefix lists hold now.</param>
    /// <param name="actor">Who made the change that it is for; null when it is for none that is on record.</param>
    public ImmutableArray<Refusal> Check(Waiver asked, AddressSet listed, Actor? actor, DateTimeOffset now) =>
    [
        .. Text(asked.Reason, "reason", LongestReason),
        .. asked.Ticket is null ? [] : Text(asked.Ticket, "ticket", LongestTicket),
        .. Times(asked, now),
        .. Width(asked.Addresses.Union(listed), AddressFamily.IPv4, limits.WidestIPv4),
        .. Width(asked.Addresses.Union(listed), AddressFamily.IPv6, limits.WidestIPv6),
        .. Approver(asked.Owner, actor),
    ];

    private static IEnumerable<Refusal> Text(string text, string what, int longest)
    {
        if (string.IsNullOrWhiteSpace(text)) yield return new($"the {what} says nothing", $"give a {what} that somebody else understands");
        else if (text.Length > longest) yield return new(Invariant($"the {what} has {text.Length} characters, and {longest} are the most"), "say it shorter");
    }

    private IEnumerable<Refusal> Times(Waiver asked, DateTimeOffset now)
    {
        var time = asked.Until - asked.From;
        if (asked.Until <= now) yield return new($"its end, {Time(asked.Until)}, is not in the future", "ask for a later end");
        if (time > Longest) yield return new($"it would last {Hours(time)} from its grant, and 365 days are the most that anything is agreed to", "ask for less, or change the policy");
        var (limit, name) = asked.ReviewBy is null ? (limits.MaxHours, "max-hours") : (limits.EmergencyHours ?? EmergencyHours, "emergency-hours");
        if (limit is not { } most || time <= TimeSpan.FromHours(most)) yield break;
        var where = asked.ReviewBy is not null && limits.EmergencyHours is null
            ? Invariant($"an emergency change lasts at most {most} hours")
            : Invariant($"`waivers: {name}` of {UserText.Quote(policy)} is {most}");
        yield return new($"it would last {Hours(time)} from its grant, and {where}", Invariant($"ask for at most {most} hours in all"));
    }

    private IEnumerable<Refusal> Width(AddressSet addresses, AddressFamily family, int? widest)
    {
        var own = addresses.Of(family);
        var wide = widest is null ? [] : own.ToCidrs().Where(block => block.Length < widest).ToList();
        if (wide.Count > 0)
        {
            var shown = string.Join(", ", wide.Take(3)) + (wide.Count > 3 ? Invariant($" and {wide.Count - 3} more") : "");
            yield return new(Invariant($"its peers hold {shown}, and `waivers: widest` of {UserText.Quote(policy)} is /{widest} for {family}"), "ask for narrower blocks");
        }
        else if (widest is not 0 && 2 * own.Count(family) > BigInteger.One << Cidr.Width(family))
        {
            // Whatever it is put together from: an exception for everybody is no exception.
            yield return new($"its peers are more than half of all {family} addresses, and `waivers: widest` of {UserText.Quote(policy)} does not say /0", "name the peers that need it");
        }
    }

    private IEnumerable<Refusal> Approver(string owner, Actor? actor)
    {
        if (limits.ApproverDiffersFromActor && actor?.Arn == owner)
            yield return new($"{UserText.Quote(owner)} made the change that this is for, and `waivers: approver-differs-from-actor` of {UserText.Quote(policy)} is true", "have somebody else ask for it");
    }

    private static string Hours(TimeSpan time) => Invariant($"{Math.Round(time.TotalHours, 1)} hours");

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
