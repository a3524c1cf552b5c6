using System.Globalization;
using Remediator.Changes;
using Remediator.Groups;
using Remediator.Policies;

namespace Remediator.Steps.Guarding;

/// <summary>One limit of the policy in one hour (UTC). It counts different permissions, so that whoever opens the same hole again and
/// again uses up nothing, and a second delivery counts nothing twice.</summary>
/// <param name="Tally">Its name carries scope and hour.</param>
/// <param name="Words">For people: which limit.</param>
internal sealed record Budget(string Tally, int Most, string Words)
{
    /// <summary>When it is whole again.</summary>
    public static DateTimeOffset NextHour(DateTimeOffset now) => new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddHours(now.UtcDateTime.Hour + 1);

    /// <summary>Those that a permission counts in: a critical one only in the breaker of its own, so that nobody holds up its revoke by
    /// opening cheap ones.</summary>
    public static ImmutableArray<Budget> Of(Guardrails? rails, Change change, GroupKey group, bool isCritical, DateTimeOffset now)
    {
        if (rails is null) return [];
        var hour = now.UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);
        var actor = change.Actor.IssuerArn ?? change.Actor.Arn;
        (int? Most, string Scope, string Words)[] limits = isCritical
            ? [(rails.CriticalPerAccount, $"critical/{group.Account}", "critical ones in the account")]
            :
            [
                (rails.PerAccount, $"account/{group.Account}", "in the account"),
                (rails.PerGroup, $"group/{StableHash.Of(group.ToString())[..16]}", "in the group"),
                (rails.PerActor, $"actor/{StableHash.Of(actor)[..16]}", "of what one actor opened"),
            ];
        return [.. limits.Where(l => l.Most is not null).Select(l => new Budget($"budget/{l.Scope}/{hour}", l.Most!.Value, $"{l.Most} revocations an hour {l.Words}"))];
    }

    /// <summary>What stands for a permission in a tally.</summary>
    public static string Mark(GroupKey group, Permission permission) => StableHash.Of(group.ToString(), permission.Content)[..16];
}
