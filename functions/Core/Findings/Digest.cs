using System.Globalization;
using Remediator.Policies;

namespace Remediator.Findings;

/// <summary>Which notices are sent, which are not, and which have to wait for a digest.</summary>
public static class Digest
{
    /// <summary>Less severe than the policy wants to hear of.</summary>
    public static bool IsBelow(Notice notice, Severity atLeast) => SeverityOf(notice) is { } severity && severity < atLeast;

    /// <summary>What is critical, failed or a fight is never held up by a storm of other notices.</summary>
    public static bool IsTooUrgent(Notice notice) => SeverityOf(notice) is null or Severity.Critical || notice.Attributes.GetValueOrDefault("outcome") == "failed";

    /// <summary>The window that a time is in: its name, which has its first minute (UTC), and its end.</summary>
    public static (string Name, DateTimeOffset End) Window(DateTimeOffset now, int minutes)
    {
        var length = TimeSpan.FromMinutes(minutes).Ticks;
        var start = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % length), TimeSpan.Zero);
        return (string.Create(CultureInfo.InvariantCulture, $"{start:yyyyMMddHHmm}+{minutes}"), start.AddMinutes(minutes));
    }

    internal static Severity? SeverityOf(Notice notice) => Enum.TryParse<Severity>(notice.Attributes.GetValueOrDefault("severity"), ignoreCase: true, out var severity) ? severity : null;
}
