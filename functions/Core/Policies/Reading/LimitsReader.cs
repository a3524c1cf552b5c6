using Remediator.Policies.Yaml;

namespace Remediator.Policies.Reading;

/// <summary>Reads <c>waivers</c>, <c>guardrails</c> and <c>notices</c>.</summary>
internal sealed class LimitsReader(Scope scope)
{
    /// <summary>Ten years, in hours.</summary>
    private const int MostHours = 87_600;

    /// <summary>An emergency change is a waiver of at most a day that asks for a review.</summary>
    private const int MostEmergencyHours = 24;

    private const int MostMinutes = 1_440;
    private const int MostTimes = 1_000_000;

    /// <summary>As many as one item of the ledger counts: beyond, nobody would know how much is spent.</summary>
    private const int MostAnHour = 5_000;

    private readonly Problems problems = scope.Problems;

    public WaiverLimits Waivers(Node? node)
    {
        if (node is null || Fields.Full(node, "`waivers`", Keys.Waivers, problems) is not { } fields) return WaiverLimits.None;
        var widest = fields.Find("widest");
        var families = widest is MapNode ? Fields.Full(widest, "`widest`", Keys.Widest, problems) : null;
        return new(
            Numbers.Whole(fields.Find("max-hours"), "max-hours", 1, MostHours, problems),
            Numbers.Whole(fields.Find("emergency-hours"), "emergency-hours", 1, MostEmergencyHours, problems),
            Language.Flag(fields.Find("approver-differs-from-actor"), "approver-differs-from-actor", problems) ?? false,
            widest is MapNode ? Numbers.PrefixLength(families?.Find("ipv4"), "ipv4", 32, problems) : Numbers.PrefixLength(widest, "widest", 32, problems),
            Numbers.PrefixLength(families?.Find("ipv6"), "ipv6", 128, problems));
    }

    public Guardrails? Guardrails(Node? node)
    {
        if (node is null || Fields.Full(node, "`guardrails`", Keys.Guardrails, problems) is not { } fields) return null;
        var rates = fields.Find("revocations-per-hour") is { } hourly ? Fields.Full(hourly, "`revocations-per-hour`", Keys.Revocations, problems) : null;
        var fight = fields.Find("fight") is { } fought ? Fight(fought) : null;
        var chosen = fields.Find("protected") is { } selector ? Selectors.Read(selector, scope) : null;
        return new(Rate(rates, "account"), Rate(rates, "group"), Rate(rates, "actor"), Rate(rates, "critical-account"), fight, chosen?.Selector);
    }

    public NoticeSettings? Notices(Node? node)
    {
        if (node is null || Fields.Full(node, "`notices`", Keys.Notices, problems) is not { } fields) return null;
        var digest = fields.Find("digest") is { } gathered ? Fields.Of(gathered, "`digest`", Keys.Digest, problems) : null;
        var after = Numbers.Whole(digest?.Require("after", "write `after`: how many notices are sent one by one"), "after", 1, MostTimes, problems);
        var minutes = Numbers.Whole(digest?.Require("minutes", "write `minutes`: within how long they are counted"), "minutes", 1, MostMinutes, problems);
        return new(after, minutes ?? 0, Language.AtLeast(fields.Find("at-least"), problems) ?? Severity.Informational);
    }

    private int? Rate(Fields? rates, string key) => Numbers.Whole(rates?.Find(key), key, 1, MostAnHour, problems);

    private FightLimit? Fight(Node node)
    {
        if (Fields.Of(node, "`fight`", Keys.Fight, problems) is not { } fields) return null;
        var times = Numbers.Whole(fields.Require("times", "write `times`: how often the same permission is put back"), "times", 2, MostTimes, problems);
        var minutes = Numbers.Whole(fields.Require("minutes", "write `minutes`: within how long"), "minutes", 1, MostMinutes, problems);
        return times is null || minutes is null ? null : new(times.Value, minutes.Value);
    }
}
