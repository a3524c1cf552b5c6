using System.Globalization;
using Remediator.Changes;
using Remediator.Groups;
using Remediator.Policies;

namespace Remediator.Steps.Guarding;

/// <summary>A permission that is put back again and again.</summary>
/// <param name="PutBack">How often within the policy's minutes, this time among them.</param>
/// <param name="IsNew">This is the time that makes it a fight: people hear of it as one, once.</param>
/// <param name="IsPipeline">By somebody whom the policy lets change the group: then we stop, else we go on.</param>
internal sealed record Fight(int PutBack, FightLimit Limit, bool IsNew, bool IsPipeline)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>How long a pipeline is left alone, unless a person lets go what is held.</summary>
    public static readonly TimeSpan Truce = TimeSpan.FromHours(24);

    /// <summary>Before the next revoke: a second, doubling. EC2's calls are limited for all of the account.</summary>
    public TimeSpan Pause => TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Min(PutBack - Limit.Times, 10))));

    public string Words => string.Create(CultureInfo.InvariantCulture, $"put back {PutBack} times within {Limit.Minutes} minutes");

    public static string Tally(GroupKey group) => $"fight/{group}";

    public static string Mark(GroupKey group, Permission permission, Change change) =>
        string.Create(CultureInfo.InvariantCulture, $"{Budget.Mark(group, permission)}/{change.Time.ToUnixTimeMilliseconds()}/{StableHash.Of(change.EventId)[..8]}");

    /// <summary>Null when it is none.</summary>
    /// <param name="openings">Marks of the group: those of other permissions count nothing here.</param>
    public static Fight? Of(FightLimit limit, string mark, Change change, IEnumerable<string> openings, bool isPipeline)
    {
        var since = (change.Time - TimeSpan.FromMinutes(limit.Minutes)).ToUnixTimeMilliseconds();
        var until = change.Time.ToUnixTimeMilliseconds();
        var hole = mark[..(mark.IndexOf('/', StringComparison.Ordinal) + 1)];
        var putBack = openings.Count(m => m.StartsWith(hole, StringComparison.Ordinal) && TimeOf(m) is { } at && at >= since && at <= until) - 1;
        return putBack < limit.Times ? null : new(putBack, limit, putBack == limit.Times, isPipeline);
    }

    /// <summary>Those that no fight can count any more.</summary>
    public static ImmutableHashSet<string> Stale(FightLimit limit, IEnumerable<string> openings, DateTimeOffset now)
    {
        var since = (now - TimeSpan.FromMinutes(limit.Minutes) - TimeSpan.FromHours(1)).ToUnixTimeMilliseconds();
        return [.. openings.Where(m => TimeOf(m) is not { } at || at < since)];
    }

    private static long? TimeOf(string mark) => mark.Split('/') is [_, var at, _] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) ? ms : null;
}
