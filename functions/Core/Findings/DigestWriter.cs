using System.Globalization;
using Remediator.Changes;
using Remediator.Policies;

namespace Remediator.Findings;

/// <summary>Many notices → one: how many of what, about which groups and by whom, and the key of each.</summary>
public static class DigestWriter
{
    private const int MostCounted = 10;

    /// <summary>Each is a short line, so that the body stays far below what SNS takes.</summary>
    private const int MostKeys = 200;

    private const string Several = "several";

    /// <summary>One notice alone is told as it is. The id comes from theirs, so that a digest which is sent twice can be known.</summary>
    public static Notice Write(ImmutableArray<Notice> notices)
    {
        ImmutableArray<Notice> all = [.. notices.DistinctBy(n => n.Id, StringComparer.Ordinal).OrderByDescending(n => Digest.SeverityOf(n)).ThenBy(n => n.Id, StringComparer.Ordinal)];
        if (all.Length == 1) return all[0];
        var id = StableHash.Of([.. all.Select(n => n.Id).Order(StringComparer.Ordinal)]);
        return new(id, Subject(all), Body(all, id), Attributes(all, id));
    }

    private static string Subject(ImmutableArray<Notice> all)
    {
        var groups = all.Where(n => n.Attributes.ContainsKey("groupId")).Select(About).Distinct(StringComparer.Ordinal).Count();
        var about = groups == 0 ? "threats" : string.Create(CultureInfo.InvariantCulture, $"{groups} {(groups == 1 ? "group" : "groups")}");
        return string.Create(CultureInfo.InvariantCulture, $"Remediator digest: {all.Length} notices about {about}, {Severest(all)} at most");
    }

    private static string Body(ImmutableArray<Notice> all, string id)
    {
        string[] sections =
        [
            string.Create(CultureInfo.InvariantCulture, $"{all.Length} notices came in too short a time to be sent one by one.\nNone of them is critical, and none failed: such are never held up."),
            Counted("WHAT WAS DONE", all, n => $"{Attribute(n, "outcome")}, {Attribute(n, "severity")}"),
            Counted("ABOUT", all, n => $"{About(n)}, account {Attribute(n, "account")}, {Attribute(n, "region")}"),
            Counted("WHO", all, n => n.Actor ?? "not known"),
            $"EACH BY ITS KEY\n{string.Join('\n', all.Take(MostKeys).Select(n => $"{n.Id} {Attribute(n, "outcome")} on {About(n)}"))}{More(all.Length - MostKeys, "notice")}",
            "WHAT NOW\nThe finding of each stands in Security Hub (product field remediator/key), its record in the ledger.\nTo undo one: remediator undo KEY\nTo let go what was held back: remediator release KEY",
            $"RECORD\nnotice {id}",
        ];
        return string.Join("\n\n", sections) + "\n";
    }

    /// <summary>The most frequent first.</summary>
    private static string Counted(string title, ImmutableArray<Notice> all, Func<Notice, string> by)
    {
        var counts = all.GroupBy(by, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        var lines = counts.Take(MostCounted).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Count()} × {g.Key}"));
        return $"{title}\n{string.Join('\n', lines)}{More(counts.Skip(MostCounted).Sum(g => g.Count()), "notice")}";
    }

    private static string More(int count, string what) => count > 0 ? string.Create(CultureInfo.InvariantCulture, $"\nand {count} more {what}{(count == 1 ? "" : "s")}") : "";

    private static ImmutableSortedDictionary<string, string> Attributes(ImmutableArray<Notice> all, string id) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["noticeId"] = id,
        ["verdict"] = Same(all, "verdict"),
        ["outcome"] = "digest",
        ["severity"] = Severest(all),
        ["account"] = Same(all, "account"),
        ["region"] = Same(all, "region"),
        ["groupId"] = Same(all, "groupId"),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    private static string Severest(ImmutableArray<Notice> all) => (all.Max(Digest.SeverityOf) ?? Severity.Informational).ToString().ToLowerInvariant();

    /// <summary>What is told of a threat is about no group.</summary>
    private static string About(Notice notice) => notice.Attributes.TryGetValue("groupId", out var group) ? group : Attribute(notice, "findingType");

    private static string Same(ImmutableArray<Notice> all, string name) => all.Select(n => Attribute(n, name)).Distinct(StringComparer.Ordinal).Count() == 1 ? Attribute(all[0], name) : Several;

    private static string Attribute(Notice notice, string name) => notice.Attributes.GetValueOrDefault(name, "unknown");
}
